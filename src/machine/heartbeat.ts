import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import type { Environment } from "../core/definition/environment.ts";
import { HEARTBEAT_TIMES, timesFor, type HeartbeatTimes } from "../core/ownership/heartbeat.ts";
import { hasCode } from "../core/text/problem.ts";
import { isRecord } from "../core/text/text.ts";

/** The sign of life of a run, for readers to whom its process number says nothing. */
export interface Heartbeat {
  /** The file that changes with each beat. */
  readonly path: string;
  /** Ends it and removes the file. */
  readonly stop: () => Promise<void>;
}

export interface HeartbeatPlace {
  readonly path: string;
  /** What people are told of the owner. */
  readonly text: Readonly<Record<string, string | number>>;
  /** Its folder is made anew for all users where a cleaner removed it. */
  readonly isFolderShared: boolean;
}

/**
 * The times of heartbeats. DONEMARK_HEARTBEAT_MS is for tests: the time between two beats in milliseconds, from which the
 * others follow. All that look at the same files must have the same.
 */
export function heartbeatTimes(env: Environment): HeartbeatTimes {
  const beatMs = Number(env["DONEMARK_HEARTBEAT_MS"] ?? "");
  return beatMs >= 1 ? timesFor(beatMs) : HEARTBEAT_TIMES;
}

/**
 * Starts a heartbeat; its first beat is there at the return. The others come from a thread of its own, one for each place: neither
 * a busy event loop nor a disk that hangs elsewhere keeps it from beating, and it ends with this process.
 * `home` is the folder of the program's entries. @throws where the first beat cannot be written.
 */
export function startHeartbeat(
  home: URL,
  place: HeartbeatPlace,
  { beatMs }: HeartbeatTimes,
): Heartbeat {
  beat(place, 0);
  const worker = new Worker(new URL("heartbeat.js", home), { workerData: { place, beatMs } });
  worker.unref();
  // Without a thread, as under a limit of threads, the event loop has to do.
  let timer: NodeJS.Timeout | undefined;
  worker.once("error", () => {
    timer = setInterval(() => tryToBeat(place, Date.now()), beatMs);
    timer.unref();
  });
  return {
    path: place.path,
    stop: async () => {
      clearInterval(timer);
      await worker.terminate();
      rmSync(place.path, { force: true });
    },
  };
}

/** Beats as long as the thread lives; called by the thread's entry. */
export function keepBeating(): void {
  if (isMainThread || !isRecord(workerData)) return;
  const place = placeIn(workerData["place"]);
  if (place === undefined) return;
  let count = 0;
  setInterval(() => {
    count += 1;
    tryToBeat(place, count);
  }, Number(workerData["beatMs"]));
}

function placeIn(value: unknown): HeartbeatPlace | undefined {
  if (!isRecord(value) || typeof value["path"] !== "string" || !isRecord(value["text"])) return;
  const text: Record<string, string | number> = {};
  for (const [name, one] of Object.entries(value["text"]))
    if (typeof one === "string" || typeof one === "number") text[name] = one;
  return { path: value["path"], text, isFolderShared: value["isFolderShared"] === true };
}

/** A beat that fails is made up for by the next one. */
function tryToBeat(place: HeartbeatPlace, count: number): void {
  try {
    beat(place, count);
  } catch {
    try {
      // On a full disk a time can be set where nothing can be written.
      const now = new Date();
      utimesSync(place.path, now, now);
    } catch {
      return;
    }
  }
}

const DIGITS = 12;

/** Every beat has the same length and is written over the last one: no reader finds an empty file, and no space is needed. */
function beat(place: HeartbeatPlace, count: number): void {
  const { path, text } = place;
  const beats = String(count).padStart(DIGITS, "0");
  const line = `${JSON.stringify({ donemark: 1, status: "alive", ...text, beats })}\n`;
  try {
    const fd = openSync(path, "r+");
    try {
      writeSync(fd, line, 0);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    makeFolder(place);
    writeFileSync(path, line, { mode: 0o644 });
  }
}

function makeFolder({ path, isFolderShared }: HeartbeatPlace): void {
  const folder = dirname(path);
  const made = mkdirSync(folder, { recursive: true });
  if (isFolderShared && made !== undefined) chmodSync(folder, 0o1777);
}
