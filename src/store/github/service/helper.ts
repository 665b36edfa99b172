import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync, rmSync } from "node:fs";
import { setPriority } from "node:os";
import { join, parse, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { messageOf } from "../../../core/text/problem.ts";
import { TEMPORARY_PREFIX } from "../../../files/durable.ts";
import { ENTRY_FOLDER, type Reply, type Request } from "./library.ts";
import { putSafeTools } from "./safe-tar.ts";

interface Numbered {
  readonly id: number;
  readonly request: Request;
}

/** Lines printed by one request, apart from those of other requests. */
const printed = new AsyncLocalStorage<string[]>();

const MOST_CHUNKS = 400;
const LOOKS = 3;
const LOOK_AGAIN_MS = 400;
const LOW_PRIORITY = 10;

/** Folders of the current request; removed if the parent process is gone. */
let inHand: readonly string[] = [];

/**
 * The helper process: answers requests with the cache library until its parent disconnects. The
 * library takes the workspace, the folder for its archive and the path of `tar` from the process alone, and says what
 * went wrong by printing: here all of that belongs to one request.
 */
export function answerCache(): void {
  const path = process.env["PATH"] ?? "";
  if (process.platform !== "win32") process.env = withHiddenToken(process.env);
  setPriority(LOW_PRIORITY);
  leaveFolders();
  process.stdout.write = keepPrinted;
  process.stderr.write = keepPrinted;
  process.on("message", (message: Numbered) => {
    void answer(message.request, path).then((reply) => {
      if (process.connected) process.send?.({ id: message.id, reply });
    });
  });
  process.on("SIGTERM", () => undefined);
  process.once("disconnect", endWithAsker);
}

const TOKEN = "ACTIONS_RUNTIME_TOKEN";

/**
 * The environment in which the library finds its token, and which the tools that it starts get without it: they get what
 * can be enumerated. On Windows names of variables count in any case, which no copy knows.
 */
function withHiddenToken({ [TOKEN]: token, ...rest }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.defineProperty(rest, TOKEN, { value: token, enumerable: false });
}

/** The parent is gone: ends the current request, and removes its folders. */
function endWithAsker(): void {
  if (inHand.length === 0) process.exit(0);
  if (process.platform !== "win32") process.kill(-process.pid, "SIGTERM");
  for (const folder of inHand) rmSync(temporaryAround(folder), { recursive: true, force: true });
  process.kill(process.pid, "SIGKILL");
}

/** The temporary folder that a folder is, or lies in. */
function temporaryAround(folder: string): string {
  const end = folder.indexOf(sep, folder.lastIndexOf(TEMPORARY_PREFIX));
  return end === -1 || !folder.includes(TEMPORARY_PREFIX) ? folder : folder.slice(0, end);
}

function keepPrinted(chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean {
  const lines = printed.getStore();
  if (lines !== undefined) {
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    if (!/^(?:Sent|Received) \d/.test(text)) lines.push(text);
    // The cause comes last.
    if (lines.length > MOST_CHUNKS) lines.shift();
  }
  const written = rest.findLast((item) => typeof item === "function");
  if (typeof written === "function") written();
  return true;
}

async function answer(request: Request, path: string): Promise<Reply> {
  const chunks: string[] = [];
  return printed.run(chunks, async () => {
    try {
      const done = await perform(request, path);
      return { ...done, lines: toLines(chunks) };
    } catch (error) {
      return { thrown: messageOf(error), lines: toLines(chunks) };
    } finally {
      if (request.op !== "lookup") inHand = [];
    }
  });
}

async function perform(request: Request, path: string): Promise<Omit<Reply, "lines">> {
  const { restoreCache, saveCache } = await import("@actions/cache");
  const { op, key } = request;
  // Windows and other systems share entries: their contents are checked in any case.
  const anySystem = true;
  if (op === "lookup") return asFound(await lookUp(key));
  inHand = [request.folder, request.scratch];
  clear(request);
  enter(request, path);
  try {
    if (op === "restore") {
      return asFound(await restoreCache([ENTRY_FOLDER], key, undefined, undefined, anySystem));
    }
    const saved = (await saveCache([ENTRY_FOLDER], key, undefined, anySystem)) !== -1;
    if (!request.confirm) return { saved };
    return { saved, ...asFound(await confirm(key, saved ? LOOKS : 1)) };
  } finally {
    leaveFolders();
  }
}

/** Empties the folders: a repeated request finds what its first try left there. */
function clear({ op, folder, scratch }: Exclude<Request, { readonly op: "lookup" }>): void {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  if (op === "restore") rmSync(join(folder, ENTRY_FOLDER), { recursive: true, force: true });
}

/** No program can be started from a folder that is gone. */
function leaveFolders(): void {
  process.chdir(parse(process.execPath).root);
}

async function lookUp(key: string): Promise<string | undefined> {
  const { restoreCache } = await import("@actions/cache");
  return restoreCache([ENTRY_FOLDER], key, undefined, { lookupOnly: true }, true);
}

/** Looks a saved key up: the library also reports a save that the service does not have. */
async function confirm(key: string, looks: number): Promise<string | undefined> {
  for (let look = 1; ; look += 1) {
    const found = await lookUp(key);
    if (found === key || look >= looks) return found;
    await setTimeout(LOOK_AGAIN_MS);
  }
}

function asFound(found: string | undefined): { readonly found?: string } {
  return found === undefined ? {} : { found };
}

function enter(
  request: Pick<Exclude<Request, { readonly op: "lookup" }>, "folder" | "scratch"> & {
    readonly mostBytes?: number | undefined;
  },
  path: string,
): void {
  process.env["GITHUB_WORKSPACE"] = request.folder;
  process.env["RUNNER_TEMP"] = request.scratch;
  process.env["PATH"] = process.platform === "win32" ? path : putSafeTools(request, path);
  process.chdir(request.folder);
}

const TELLING = /^::(?:warning|error)\b|^::debug::Failed to reserve|^(?!::|\[command\])/;

/** The printed lines that may tell a cause. */
function toLines(chunks: readonly string[]): readonly string[] {
  return chunks
    .join("")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "" && TELLING.test(line))
    .map((line) => line.slice(0, 1000))
    .slice(-60);
}
