import {
  chmodSync,
  closeSync,
  constants,
  lutimesSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
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

/** Makes the heartbeats of one process. */
export interface Heart {
  /** Begins one; its first beat is there at the return. @throws where that cannot be written. */
  readonly begin: (place: HeartbeatPlace) => Heartbeat;
}

/**
 * Beats come from threads of their own, one for each device: neither a busy event loop nor another disk that hangs keeps
 * a heartbeat from beating, and it ends with this process. `home` is the folder of the program's entries.
 */
export function openHeart(home: URL, { beatMs }: HeartbeatTimes): Heart {
  const threads = new Map<number, BeatingThread>();
  return {
    begin: (place) => {
      beat(place, 0);
      const device = statSync(place.path).dev;
      const thread = threads.get(device) ?? startThread(home, beatMs);
      threads.set(device, thread);
      const isOver = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      thread.add({ place, isOver });
      const stop = async (): Promise<void> => {
        Atomics.store(isOver, 0, 1);
        if ((await thread.remove(place.path)) === "empty") threads.delete(device);
        rmSync(place.path, { force: true });
      };
      return { path: place.path, stop };
    },
  };
}

/** What a thread is told of one heartbeat. */
interface Beating {
  readonly place: HeartbeatPlace;
  /** 1 once it is over. */
  readonly isOver: Int32Array;
}

interface BeatingThread {
  readonly add: (beating: Beating) => void;
  /** The last one ends the thread. */
  readonly remove: (path: string) => Promise<"empty" | "beating">;
}

function startThread(home: URL, beatMs: number): BeatingThread {
  const worker = new Worker(new URL("heartbeat.js", home), { workerData: { beatMs } });
  worker.unref();
  const all = new Map<string, Beating>();
  // Without a thread, as under a limit of threads, the event loop has to do.
  let timer: NodeJS.Timeout | undefined;
  worker.once("error", () => {
    timer = setInterval(() => {
      for (const one of all.values()) tryToBeat(one, Date.now());
    }, beatMs);
    timer.unref();
  });
  return {
    add: (beating) => {
      all.set(beating.place.path, beating);
      worker.postMessage(beating);
    },
    remove: async (path) => {
      all.delete(path);
      if (all.size > 0) return "beating";
      clearInterval(timer);
      await worker.terminate();
      return "empty";
    },
  };
}

/** Beats as long as the thread lives, at each place that it is told of; called by the thread's entry. */
export function keepBeating(): void {
  if (isMainThread || !isRecord(workerData)) return;
  const beatMs = Number(workerData["beatMs"]);
  parentPort?.on("message", (message: unknown) => {
    const beating = beatingIn(message);
    if (beating === undefined) return;
    let count = 0;
    const timer = setInterval(() => {
      count += 1;
      if (Atomics.load(beating.isOver, 0) === 1) clearInterval(timer);
      else tryToBeat(beating, count);
    }, beatMs);
  });
}

function beatingIn(value: unknown): Beating | undefined {
  if (!isRecord(value)) return undefined;
  const place = placeIn(value["place"]);
  const isOver = value["isOver"];
  return place !== undefined && isOver instanceof Int32Array ? { place, isOver } : undefined;
}

function placeIn(value: unknown): HeartbeatPlace | undefined {
  if (!isRecord(value) || typeof value["path"] !== "string" || !isRecord(value["text"])) return;
  const text: Record<string, string | number> = {};
  for (const [name, one] of Object.entries(value["text"]))
    if (typeof one === "string" || typeof one === "number") text[name] = one;
  return { path: value["path"], text, isFolderShared: value["isFolderShared"] === true };
}

/** A beat that fails is made up for by the next one. */
function tryToBeat({ place, isOver }: Beating, count: number): void {
  try {
    beat(place, count);
    // It may have been removed while this beat was made, which made it anew.
    if (Atomics.load(isOver, 0) === 1) rmSync(place.path, { force: true });
  } catch {
    try {
      // On a full disk a time can be set where nothing can be written.
      const now = new Date();
      lutimesSync(place.path, now, now);
    } catch {
      return;
    }
  }
}

/** Others may write in the folder, too: a link there would lead the beats to another file, and a pipe would hold them up. */
const WRITING_OVER = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Enough for the milliseconds of any clock, with a sign. */
const DIGITS = 17;

/** Every beat has the same length and is written over the last one: no reader finds an empty file, and no space is needed. */
function beat(place: HeartbeatPlace, count: number): void {
  const { path, text } = place;
  const beats = String(count).padStart(DIGITS, "0");
  const line = `${JSON.stringify({ donemark: 1, status: "alive", ...text, beats })}\n`;
  try {
    const fd = openSync(path, WRITING_OVER);
    try {
      writeSync(fd, line, 0);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    makeFolder(place);
    writeFileSync(path, line, { mode: 0o644, flag: "wx" });
  }
}

function makeFolder({ path, isFolderShared }: HeartbeatPlace): void {
  const folder = dirname(path);
  const made = mkdirSync(folder, { recursive: true });
  if (isFolderShared && made !== undefined) chmodSync(folder, 0o1777);
}
