import { fittingRecord } from "../checkpoint/generations.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import {
  actOnShards,
  CHANGED,
  choose,
  UNCHANGED,
  type ChooseOptions,
  type Marked,
  type One,
  type ShardChange,
} from "../job/act-on-shards.ts";
import type { Invocation } from "../job/invocation.ts";
import { openJob } from "../job/open.ts";
import { writerOf } from "../job/writer.ts";
import { thisProcess } from "../machine/processes.ts";
import { unmarkShard } from "../protocol/unmark.ts";
import type { Writer } from "../protocol/writer.ts";
import type { Command } from "./cli/command.ts";
import { chosenBy, printMarks } from "./print-marks.ts";

/** Takes markers away, here and in the store: the shards run again. */
export async function unmark(invocation: Invocation, options: ChooseOptions): Promise<Marked> {
  const job = await openJob(invocation, { runs: false });
  const writer = writerOf(invocation, thisProcess(), job.definition);
  const chosen = await choose(invocation, job, { options, wanted: countsAsDone });
  const at = new Date(invocation.now()).toISOString();
  return actOnShards(invocation, chosen, (verdict, atWork) =>
    unmarkOne(writer, at, { job, verdict, atWork }),
  );
}

async function unmarkOne(
  writer: Writer,
  at: string,
  { job, verdict, atWork }: One,
): Promise<ShardChange> {
  const { store, definition } = job;
  const { task, entry, facts } = verdict;
  const busy = await atWork();
  if (busy !== undefined) return busy;
  if (!countsAsDone(verdict)) return UNCHANGED;
  await unmarkShard(writer, task.paths, {
    id: task.shard.id,
    hasCheckpoint: facts.checkpoint !== "absent",
    at,
    revokes: fittingRecord(task, definition),
  });
  if (entry !== undefined) {
    const revoked = await store.revoke(entry);
    if (revoked.kind === "unavailable")
      return {
        kind: "refused",
        why: `its marker is gone here, and its result stays in ${store.label}: ${revoked.cause}. Unmark it again once the store answers`,
      };
  }
  return CHANGED;
}

/** Is there anything that says so, true or not? */
function countsAsDone({ kind, facts, entry }: Verdict): boolean {
  return kind === "skip" || facts.marker.kind !== "none" || entry !== undefined;
}

export const unmarkCommand: Command = {
  name: "unmark",
  about: "remove markers, here and in the store, so that the shards run again",
  positionals: { kind: "many", word: "ID|PATH" },
  switches: ["json", "all"],
  takesInputs: true,
  example: ["donemark unmark out/a.pt", "the next run makes this checkpoint again"],
  run: async (call) => printMarks(call, await unmark(call.invocation, chosenBy(call)), "unmarked"),
};
