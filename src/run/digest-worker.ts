import { setPriority } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { digestOf } from "../files/measure.ts";
import { realDisk } from "../files/real-disk.ts";
import { describe } from "../core/problem.ts";
import { isRecord } from "../core/text.ts";

const LOW_PRIORITY = 10;

/**
 * SHA-256 of a checkpoint's every byte, computed in a thread of low priority, so that neither the event loop nor the
 * command on the GPU's behalf waits for gigabytes.
 * `home` is the folder of the program's entries, which holds the thread's.
 * @throws where the checkpoint cannot be read.
 */
export function digestInBackground(home: URL, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("digest.js", home), { workerData: { path } });
    worker.once("error", reject);
    worker.once("message", (answer: unknown) => {
      if (isRecord(answer) && typeof answer["sha256"] === "string") resolve(answer["sha256"]);
      else
        reject(
          new Error(
            isRecord(answer) ? String(answer["error"]) : "the digest thread gave no answer",
          ),
        );
    });
  });
}

/** What the thread does: called by its entry. */
export function answerDigest(): void {
  if (isMainThread || !isRecord(workerData) || typeof workerData["path"] !== "string") return;
  // On Linux a thread has a priority of its own; elsewhere this would slow the whole process down.
  if (process.platform === "linux") setPriority(0, LOW_PRIORITY);
  try {
    parentPort?.postMessage({ sha256: digestOf(realDisk, workerData["path"]) });
  } catch (error) {
    parentPort?.postMessage({ error: describe(error) });
  }
}
