import {
  Agent,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { BlobStore } from "./azurite.ts";
import type { Change } from "./faults.ts";
import { carry, lengthAfter, type Answer } from "./stream.ts";

/** The bytes of the bodies that went through. */
export interface Meter {
  uploadedBytes: number;
  downloadedBytes: number;
}

/** A part of a body that comes in chunks, as the old protocol has it. */
interface Chunk {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** The way of blobs through the front: what is signed here is passed on to the store and back as a stream. */
export interface Blobs {
  /** The signed address of a blob, on the front. */
  readonly addressOf: (name: string, permissions: "r" | "rcw") => string;
  /** Passes a signed request on. */
  readonly pass: (request: IncomingMessage, response: ServerResponse, change?: Change) => void;
  readonly stage: (chunk: Chunk, request: IncomingMessage, change?: Change) => Promise<Answer>;
  /** Makes one blob of the chunks at these offsets. */
  readonly join: (name: string, offsets: readonly number[]) => Promise<void>;
  readonly sizeOf: (name: string) => Promise<number | undefined>;
  readonly damage: (name: string, how: "truncate" | "flip") => Promise<void>;
  readonly close: () => void;
}

export const BLOB_PATH = "/blob";

export function createBlobs(store: BlobStore, url: string, meter: Meter): Blobs {
  // A kept connection may be closed by the store at the moment in which a request is written to it.
  const agent = new Agent({ keepAlive: false });
  const at = (name: string, permissions: "r" | "rcw", more = ""): string =>
    `http://127.0.0.1:${store.port}${store.sign(name, permissions)}${more}`;
  const up = (bytes: number): void => void (meter.uploadedBytes += bytes);
  const down = (bytes: number): void => void (meter.downloadedBytes += bytes);

  return {
    addressOf: (name, permissions) =>
      `${url.slice(0, -1)}${BLOB_PATH}${store.sign(name, permissions)}`,
    pass: (request, response, change) => {
      const { host: _host, connection: _connection, ...headers } = request.headers;
      const writes = request.method === "PUT";
      const length = Number(headers["content-length"] ?? 0);
      const upChange = writes ? change : undefined;
      if (upChange !== undefined) headers["content-length"] = String(lengthAfter(length, upChange));
      const onward = httpRequest({
        agent,
        host: "127.0.0.1",
        port: store.port,
        method: request.method,
        path: (request.url ?? "").slice(BLOB_PATH.length),
        headers,
      });
      const { socket } = request;
      onward.on("response", (from) => giveBack(from, response, writes ? undefined : change, down));
      const over = (): void => failed(response);
      carry({
        from: request,
        to: onward,
        length,
        socket,
        change: upChange,
        count: up,
        failed: over,
      });
    },
    stage: (chunk, request, change) =>
      new Promise((done) => {
        const length = lengthAfter(chunk.length, change);
        const onward = httpRequest(
          at(chunk.name, "rcw", `&comp=block&blockid=${blockId(chunk.offset)}`),
          { agent, method: "PUT", headers: { "content-length": length } },
          (from) => {
            from.resume();
            done({ status: from.statusCode === 201 ? 204 : 500 });
          },
        );
        onward.on("error", () => done({ status: 500 }));
        const { socket } = request;
        const over = (): void => done({ status: 500 });
        const way = { from: request, to: onward, length: chunk.length, socket, change };
        carry({ ...way, count: up, failed: over });
      }),
    join: async (name, offsets) => {
      const latest = [...offsets]
        .sort((one, other) => one - other)
        .map((offset) => `<Latest>${decodeURIComponent(blockId(offset))}</Latest>`);
      const body = `<?xml version="1.0" encoding="utf-8"?><BlockList>${latest.join("")}</BlockList>`;
      const headers = { "content-type": "application/xml" };
      await fetch(at(name, "rcw", "&comp=blocklist"), { method: "PUT", body, headers });
    },
    sizeOf: async (name) => {
      const answer = await fetch(at(name, "r"), { method: "HEAD" });
      return answer.ok ? Number(answer.headers.get("content-length")) : undefined;
    },
    damage: async (name, how) => {
      const answer = await fetch(at(name, "r"));
      const bytes = Buffer.from(await answer.arrayBuffer());
      const half = Math.floor(bytes.length / 2);
      bytes[half] = (bytes[half] ?? 0) ^ 0xff;
      const body = how === "truncate" ? bytes.subarray(0, half) : bytes;
      const headers = { "x-ms-blob-type": "BlockBlob" };
      const written = await fetch(at(name, "rcw"), { method: "PUT", body, headers });
      if (!written.ok) throw new Error(`expected to damage ${name}, got ${written.status}`);
    },
    close: () => agent.destroy(),
  };
}

function giveBack(
  from: IncomingMessage,
  response: ServerResponse,
  change: Change | undefined,
  count: (bytes: number) => void,
): void {
  const { socket } = response;
  if (socket === null || response.headersSent) return void from.resume();
  const { connection: _connection, "keep-alive": _keep, ...headers } = from.headers;
  const length = Number(headers["content-length"] ?? 0);
  if (change !== undefined) headers["content-length"] = String(lengthAfter(length, change));
  response.writeHead(from.statusCode ?? 500, headers);
  carry({ from, to: response, length, socket, change, count });
}

function failed(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(502).end();
}

/** All identifiers of one blob have to be of one length. */
function blockId(offset: number): string {
  return encodeURIComponent(Buffer.from(String(offset).padStart(16, "0")).toString("base64"));
}
