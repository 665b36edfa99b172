import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isSecretName, type Environment } from "../../../core/definition/environment.ts";
import type { Reply, Request } from "./library.ts";

type Helped =
  | { readonly kind: "answered"; readonly reply: Reply }
  /** The helper was ended at the deadline, or died. */
  | { readonly kind: "ended"; readonly why: string };

/** Processes that call the cache library, started when they are needed and ended when they are not. */
export interface Helpers {
  /** Never throws; once a helper is free for it, answers at the deadline at the latest. */
  readonly ask: (request: Request, deadlineMs: number) => Promise<Helped>;
}

export interface HelperOptions {
  /** Folder of the program's entries. */
  readonly home: URL;
  /** The step's environment. */
  readonly env: Environment;
}

interface Helper {
  readonly child: ChildProcess;
  readonly pending: Map<number, (helped: Helped) => void>;
  /** Used for look-ups only: the deadline of one request ends the helper and all its requests, and must end no save. */
  readonly looks: boolean;
  /** Runs a save or a restore, one at a time: each needs the process's folder and path for itself. */
  carries: boolean;
  idle: NodeJS.Timeout | undefined;
}

interface Pool {
  readonly home: URL;
  readonly env: Readonly<Record<string, string>>;
  readonly helpers: Set<Helper>;
  /** Requests that wait for a free helper. */
  readonly queue: ((helper: Helper) => void)[];
  serial: number;
}

/** A helper costs 60 MB and a fifth of a second to start. */
const IDLE_MS = 3000;
const MOST_CARRIERS = 4;

/** The only secret that a helper gets: the key to the cache. */
const TOKEN = "ACTIONS_RUNTIME_TOKEN";

/** What else the cache library reads, and by which the runner finds the processes of a job. RUNNER_DEBUG would make it print. */
const OF_CACHE =
  /^(ACTIONS_(RESULTS_URL|CACHE_\w+|ORCHESTRATION_ID)|CACHE_UPLOAD_\w+|ZSTD_\w+|SEGMENT_DOWNLOAD_TIMEOUT_MINS|GITHUB_(SERVER_URL|REF|WORKSPACE)|RUNNER_(?!DEBUG$)\w+)$/i;

/** What Node, its connections, tar and zstd need on the systems that runners have. */
const OF_SYSTEM =
  /^(PATH|HOME|USER|LOGNAME|LANG|TZ|TMPDIR|TEMP|TMP|\w+_PROXY|(LC|LD|DYLD|NODE|SSL|NIX_SSL|OPENSSL|UV)_\w+|SYSTEM(ROOT|DRIVE)|WINDIR|COMSPEC|PATHEXT|PROGRAM\w+|PROGRAMFILES\(X86\)|(LOCAL)?APPDATA|USERPROFILE|HOME(DRIVE|PATH)|NUMBER_OF_PROCESSORS|PROCESSOR_\w+)$/i;

/** Stores of one process that work in the same surroundings share their helpers. */
const pools = new Map<string, Pool>();

export function openHelpers({ home, env }: HelperOptions): Helpers {
  const own = helperEnvironment(env);
  const name = JSON.stringify([home.href, own]);
  const pool = pools.get(name) ?? { home, env: own, helpers: new Set(), queue: [], serial: 0 };
  pools.set(name, pool);
  return {
    ask: async (request, deadlineMs) => {
      if (request.op === "lookup") return send(pool, lookingHelper(pool), request, deadlineMs);
      const helper = await freeHelper(pool);
      try {
        return await send(pool, helper, request, deadlineMs);
      } finally {
        giveBack(pool, helper);
      }
    },
  };
}

/** The helper that only looks up. */
function lookingHelper(pool: Pool): Helper {
  return [...pool.helpers].find(({ looks }) => looks) ?? start(pool, true);
}

/** A helper that transfers nothing now: an idle one, a new one, or the next that is given back. */
function freeHelper(pool: Pool): Promise<Helper> {
  const carriers = [...pool.helpers].filter(({ looks }) => !looks);
  const free = carriers.find(({ carries }) => !carries);
  const helper = free ?? (carriers.length < MOST_CARRIERS ? start(pool, false) : undefined);
  if (helper === undefined) return new Promise((resolve) => void pool.queue.push(resolve));
  helper.carries = true;
  return Promise.resolve(helper);
}

function giveBack(pool: Pool, helper: Helper): void {
  helper.carries = false;
  const next = pool.queue.shift();
  if (next === undefined) return;
  const taken = pool.helpers.has(helper) ? helper : start(pool, false);
  taken.carries = true;
  next(taken);
}

function start(pool: Pool, looks: boolean): Helper {
  const child = fork(fileURLToPath(new URL("cache.js", pool.home)), [], {
    env: pool.env,
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    detached: process.platform !== "win32",
  });
  const helper: Helper = { child, pending: new Map(), looks, carries: false, idle: undefined };
  pool.helpers.add(helper);
  child.on("message", (message: { id: number; reply: Reply }) => {
    helper.pending.get(message.id)?.({ kind: "answered", reply: message.reply });
  });
  const end = (why: string): void => {
    pool.helpers.delete(helper);
    for (const answer of helper.pending.values()) answer({ kind: "ended", why });
  };
  child.once("error", (error) => end(`the helper process failed: ${error.message}`));
  child.once("exit", (code, signal) =>
    end(`the helper process ended unasked (${signal ?? `exit code ${code}`})`),
  );
  holdUp(helper, false);
  return helper;
}

/** A helper keeps this process alive only while it has requests. */
function holdUp({ child }: Helper, does: boolean): void {
  const act = does ? "ref" : "unref";
  child[act]();
  child.channel?.[act]();
}

function send(pool: Pool, helper: Helper, request: Request, deadlineMs: number): Promise<Helped> {
  pool.serial += 1;
  const id = pool.serial;
  return new Promise<Helped>((resolve) => {
    const deadline = setTimeout(() => {
      const seconds = Math.round(deadlineMs / 100) / 10;
      answer({ kind: "ended", why: `it took longer than ${seconds} s and was ended` });
      const why = `it was ended with another request, which took longer than ${seconds} s`;
      for (const other of [...helper.pending.values()]) other({ kind: "ended", why });
      kill(pool, helper);
    }, deadlineMs);
    const answer = (helped: Helped): void => {
      clearTimeout(deadline);
      helper.pending.delete(id);
      if (helper.pending.size === 0) rest(pool, helper);
      resolve(helped);
    };
    clearTimeout(helper.idle);
    helper.pending.set(id, answer);
    holdUp(helper, true);
    helper.child.send({ id, request }, (error) => {
      if (error !== null) helper.pending.get(id)?.({ kind: "ended", why: error.message });
    });
  });
}

/** Ends an idle helper after a while. It ends with this process in any case. */
function rest(pool: Pool, helper: Helper): void {
  holdUp(helper, false);
  helper.idle = setTimeout(() => {
    pool.helpers.delete(helper);
    if (helper.child.connected) helper.child.disconnect();
  }, IDLE_MS).unref();
}

/** Ends a helper and its children, tar and zstd. Its other requests are answered by its end. */
function kill(pool: Pool, helper: Helper): void {
  const { child } = helper;
  pool.helpers.delete(helper);
  clearTimeout(helper.idle);
  try {
    if (child.pid !== undefined && process.platform !== "win32")
      process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch {
    // It ended meanwhile.
  }
}

function helperEnvironment(env: Environment): Record<string, string> {
  const kept: Record<string, string> = { ZSTD_CLEVEL: "1" };
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && isForHelper(name)) kept[name] = value;
  }
  return kept;
}

function isForHelper(name: string): boolean {
  if (name === TOKEN) return true;
  return !isSecretName(name) && (OF_CACHE.test(name) || OF_SYSTEM.test(name));
}
