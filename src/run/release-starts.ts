import { setTimeout as sleep } from "node:timers/promises";
import { inParallel } from "../core/text/parallel.ts";
import { messageOf } from "../core/text/problem.ts";
import { findTagged } from "../machine/processes.ts";
import { release } from "../protocol/end-start.ts";
import type { RunParts, StartedShard } from "./parts.ts";

/** At once: a stop in a workflow leaves a few seconds. */
const WIDTH = 8;

/**
 * Says in each start record that this run leaves open that nobody holds the shard: other machines and containers, which
 * cannot see that this process has ended, need not wait for it. Where a process of the run is left, nothing is said.
 */
export async function releaseStarts(run: Pick<RunParts, "writing" | "state">): Promise<void> {
  const open = [...run.state.open.values()];
  if (open.length === 0 || !(await isQuiet(run.writing.identity.runTag))) return;
  await inParallel(open, WIDTH, (one) => releaseOne(run, one));
}

async function releaseOne(
  { writing }: Pick<RunParts, "writing">,
  { task, record }: StartedShard,
): Promise<void> {
  const shard = task.shard.id;
  try {
    await release(writing.writer, task.paths, record);
    writing.emit({ kind: "detail", shard, text: "is released: any other run may take it" });
  } catch (error) {
    // Another run owns it by now, or whoever takes it waits as after a kill.
    const text = `its start record stays open: ${messageOf(error)}`;
    writing.emit({ kind: "detail", shard, text });
  }
}

const QUIET_WITHIN_MS = 2000;
const PAUSE_MS = 20;

/** Is no process of the run left? What was killed may need a moment. */
export async function isQuiet(runTag: string): Promise<boolean> {
  const beganTick = performance.now();
  try {
    while (findTagged("DONEMARK_RUN", runTag).length > 0) {
      if (performance.now() - beganTick > QUIET_WITHIN_MS) return false;
      await sleep(PAUSE_MS);
    }
    return true;
  } catch {
    return false;
  }
}
