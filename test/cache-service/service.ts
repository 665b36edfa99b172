import { setTimeout as sleep } from "node:timers/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { openBlobStore } from "./azurite.ts";
import { BLOB_PATH, createBlobs } from "./blobs.ts";
import { createEntries, type ServiceEntry } from "./entries.ts";
import {
  changeOf,
  createFaults,
  meetBefore,
  type Change,
  type Fault,
  type Faults,
  type ServiceCall,
} from "./faults.ts";
import { environmentOf, type JobOptions } from "./job.ts";
import { createLegacy, LEGACY_PATH, legacyCall, type Legacy } from "./legacy.ts";
import { blobOf, type Repository } from "./repository.ts";
import { answerRest, restCall } from "./rest.ts";
import { send, type Answer } from "./stream.ts";
import { createTokens } from "./tokens.ts";
import { createTraffic, type Traffic, type TrafficMeter } from "./traffic.ts";
import { answerTwirp, TWIRP_PATH, twirpCall } from "./twirp.ts";

export type { /** @public */ ServiceEntry } from "./entries.ts";
export type { /** @public */ Fault, /** @public */ ServiceCall } from "./faults.ts";
export type { JobOptions } from "./job.ts";
export type { /** @public */ Traffic } from "./traffic.ts";

/** GitHub's cache of one repository, on this machine: both protocols, the REST interface and the blobs. */
export interface CacheService {
  readonly url: string;
  /** What the runner and the workflow put into the environment of a step. */
  readonly env: (job?: JobOptions) => Record<string, string>;
  readonly entries: () => readonly ServiceEntry[];
  /** What has gone through since the last reset. */
  readonly traffic: () => Traffic;
  readonly resetTraffic: () => void;
  /** The next calls of a kind meet a fault: as often as said, else until the given function ends it. */
  readonly fault: (call: ServiceCall, fault: Fault, times?: number) => () => void;
  /** Cuts or changes the stored bytes of the entries of a key, for all that come. */
  readonly damage: (key: string, how: "truncate" | "flip") => Promise<void>;
  /** Reserves a key without ever finalising it. */
  readonly lock: (key: string, version: string, scope?: string) => void;
  readonly remove: (key: string) => void;
  /** Ends every connection, the front and the blob store. */
  readonly close: () => Promise<void>;
}

interface Options {
  readonly now?: () => number;
  readonly limitBytes?: number;
  /** Keeps the blobs in memory: for measurements in which the store must not be what is slow. */
  readonly inMemory?: boolean;
  /** Each request is answered this much later than it could be: GitHub is 10 to 100 ms away. */
  readonly latencyMs?: number;
}

const DEFAULT_LIMIT = 10 * 1024 ** 3;

interface Front {
  readonly repository: Repository;
  readonly legacy: Legacy;
  readonly faults: Faults;
  readonly traffic: TrafficMeter;
  readonly latencyMs: number;
}

/** Starts the service with an empty repository. The clock decides ages only: signatures live by the real one. */
export async function startCacheService(options: Options = {}): Promise<CacheService> {
  const [store, server] = await Promise.all([openBlobStore(options.inMemory), listen()]);
  const url = urlOf(server);
  const traffic = createTraffic();
  const limitBytes = options.limitBytes ?? DEFAULT_LIMIT;
  const blobs = createBlobs(store, url, traffic.meter);
  const entries = createEntries(options.now ?? Date.now, limitBytes);
  const repository = { entries, blobs, tokens: createTokens(), limitBytes };
  const faults = createFaults();
  const { latencyMs = 0 } = options;
  const front = { repository, legacy: createLegacy(repository), faults, traffic, latencyMs };
  server.on("connection", (socket: Socket) => traffic.watch(socket));
  server.on("request", (request, response) => void serve(front, request, response));

  return {
    url,
    env: (job) => environmentOf(url, repository.tokens, job),
    entries: entries.all,
    traffic: traffic.read,
    resetTraffic: traffic.reset,
    fault: faults.set,
    damage: async (key, how) => {
      const hurt = entries.all().filter((entry) => entry.key === key && entry.finalized);
      if (hurt.length === 0) throw new Error(`expected an entry of the key ${key}, got none`);
      await Promise.all(hurt.map((entry) => blobs.damage(blobOf(entry), how)));
    },
    lock: (key, version, scope = "refs/heads/main") =>
      void entries.reserve(key, version, [{ scope, read: true, write: true }]),
    remove: (key) => {
      const gone = entries.all().filter((entry) => entry.key === key);
      entries.remove(gone.map((entry) => entry.id));
    },
    close: async () => {
      const closed = new Promise<void>((done) => void server.close(() => done()));
      server.closeAllConnections();
      blobs.close();
      await Promise.all([closed, store.close()]);
    },
  };
}

function listen(): Promise<Server> {
  // A client that keeps its connection must never find it closed under a request; a stalled one may stay.
  const server = createServer({ keepAliveTimeout: 600_000, requestTimeout: 0 });
  return new Promise((done) => void server.listen(0, "127.0.0.1", () => done(server)));
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("expected a port");
  return `http://127.0.0.1:${address.port}/`;
}

async function serve(
  front: Front,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await answer(front, request, response);
  } catch (trouble) {
    // A client that has left, or a request that is none: the service lives on.
    const message = String(trouble);
    if (!response.headersSent) send(response, { status: 400, body: { msg: message, message } });
  }
}

async function answer(
  front: Front,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
  const call = callOf(request.method ?? "", url.pathname);
  if (call === undefined) {
    request.resume();
    return send(response, { status: 404, body: { message: "Not Found" } });
  }
  front.traffic.count(call);
  if (front.latencyMs > 0) await sleep(front.latencyMs);
  const fault = front.faults.take(call);
  if (meetBefore(fault, request, response)) return;
  const change = changeOf(fault);
  if (url.pathname.startsWith(`${BLOB_PATH}/`)) {
    return front.repository.blobs.pass(request, response, change);
  }
  if (call === "upload") return send(response, await work(front, request, url, change));
  send(response, await work(front, request, url), change);
}

function callOf(method: string, path: string): ServiceCall | undefined {
  if (path.startsWith(`${BLOB_PATH}/`)) return method === "PUT" ? "upload" : "download";
  if (path.startsWith(TWIRP_PATH)) return method === "POST" ? twirpCall(path) : undefined;
  if (path.startsWith(LEGACY_PATH)) return legacyCall(method, path);
  return restCall(method, path);
}

async function work(
  front: Front,
  request: IncomingMessage,
  url: URL,
  upload?: Change,
): Promise<Answer> {
  const { repository, legacy } = front;
  if (url.pathname.startsWith(TWIRP_PATH)) return answerTwirp(repository, request, url.pathname);
  if (url.pathname.startsWith(LEGACY_PATH)) return legacy.answer(request, url, upload);
  return answerRest(repository, request, url);
}
