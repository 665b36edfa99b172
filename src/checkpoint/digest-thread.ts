import { setPriority } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { digestOf } from "../files/measure.ts";
import type { Members } from "../files/tree.ts";
import { realDisk } from "../files/real-disk.ts";
import { messageOf } from "../core/text/problem.ts";
import { isRecord } from "../core/text/text.ts";
import { readChecksums } from "../inspect/inspect.ts";
import type { Checksums } from "../inspect/inspection.ts";

const LOW_PRIORITY = 10;

/** `background`: in low priority, so that the command on the GPU's behalf never waits for it. */
type Urgency = "background" | "awaited";

interface Task {
  readonly path: string;
  readonly what: "sha256" | "checksums";
  readonly urgency: Urgency;
  /** Of a directory: what counts. */
  readonly members?: Members;
}

export interface DigestRequest {
  readonly urgency: Urgency;
  readonly members: Members;
  /** Ends the thread. Absent where nothing but the end of the process does. */
  readonly giveUp?: AbortSignal | undefined;
}

/**
 * SHA-256 of a checkpoint's every byte, computed in a thread, so that the event loop does not wait for gigabytes.
 * `home` is the folder of the program's entries, which holds the thread's.
 * @throws where the checkpoint cannot be read, and the signal's reason where it was given up.
 */
export async function digestInThread(
  home: URL,
  path: string,
  { urgency, members, giveUp }: DigestRequest,
): Promise<string> {
  const { sha256 } = await ask(home, { path, what: "sha256", urgency, members }, giveUp);
  if (typeof sha256 === "string") return sha256;
  throw new Error("the digest thread gave no answer");
}

/**
 * The checksums inside of a file held against its bytes, in a thread.
 * @throws where the checkpoint cannot be read.
 */
export async function checksumsInThread(home: URL, path: string): Promise<Checksums> {
  const { isWhole, bytesRead, fault } = await ask(home, {
    path,
    what: "checksums",
    urgency: "awaited",
  });
  if (typeof bytesRead !== "number") throw new Error("the thread of checksums gave no answer");
  return { isWhole: isWhole === true, bytesRead, ...(typeof fault === "string" && { fault }) };
}

type Answer = Readonly<Record<string, unknown>>;

async function ask(home: URL, task: Task, giveUp?: AbortSignal): Promise<Answer> {
  giveUp?.throwIfAborted();
  const worker = new Worker(new URL("digest.js", home), { workerData: task });
  const end = (): void => void worker.terminate();
  giveUp?.addEventListener("abort", end);
  try {
    return await answerOf(worker);
  } catch (error) {
    giveUp?.throwIfAborted();
    throw error;
  } finally {
    giveUp?.removeEventListener("abort", end);
  }
}

function answerOf(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the digest thread ended without an answer")));
    worker.once("message", (answer: unknown) => {
      if (!isRecord(answer)) reject(new Error("the digest thread gave no answer"));
      else if ("error" in answer) reject(errorOf(answer));
      else resolve(answer);
    });
  });
}

/** A system error stays one: an `Error` that is sent from a thread loses its code. */
function errorOf({ error, ...rest }: Answer): Error {
  return Object.assign(new Error(String(error)), rest);
}

/** The fields of a system error. */
function systemFields(error: unknown): Answer {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return {};
  const { code, syscall } = error;
  return { code, syscall, ...("path" in error && { path: error.path }) };
}

/** Answers the request that the thread was started with; called by the thread's entry. */
export async function answerDigest(): Promise<void> {
  if (isMainThread || !isRecord(workerData) || typeof workerData["path"] !== "string") return;
  const { path, what, urgency, members } = workerData;
  // On Linux a thread has a priority of its own; elsewhere this would slow the whole process down.
  if (urgency === "background" && process.platform === "linux") setPriority(0, LOW_PRIORITY);
  try {
    parentPort?.postMessage(await answerTo(path, what, membersOf(members)));
  } catch (error) {
    parentPort?.postMessage({ error: messageOf(error), ...systemFields(error) });
  }
}

function membersOf(value: unknown): Members {
  if (!isRecord(value)) return {};
  const { ignore, untilNs, only, follows } = value;
  return {
    ...(Array.isArray(ignore) && { ignore: ignore.map(String) }),
    ...(typeof untilNs === "string" && { untilNs }),
    ...(Array.isArray(only) && { only: only.map(String) }),
    ...(follows === true && { follows }),
  };
}

async function answerTo(path: string, what: unknown, members: Members): Promise<Answer> {
  if (what !== "checksums") return { sha256: digestOf(realDisk, path, members) };
  return { ...(await readChecksums(realDisk, path)) };
}
