import { describe, expect, test } from "vitest";
import {
  decisions,
  outcomes,
  shardOf,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";

const DO = 'echo "$SHARD_ID" >> ran.txt; echo "$SHARD_ID" > "$SHARD_CHECKPOINT"';

/** Short shards, one after the other: the start of each but the first is made ahead. */
function short(more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    shards: 5,
    checkpoint: "out/{id}.txt",
    command: DO,
    shell: "sh",
    parallel: 1,
    ...more,
  });
  return here;
}

const STOPPED = ["--max-runtime=2s", "--stop-grace=6s"];
const hangAt = (id: string): string => `[ $SHARD_ID = ${id} ] && exec sleep 600; ${DO}`;

describe("a shard that is made ready ahead and does not run", () => {
  test("keeps the result that it had", async () => {
    const here = short();
    expect(await here.run()).toMatchObject({ ran: 5 });
    const hanging = ["--command", hangAt("0002"), "--rerun-on=input,files,text"];
    const answer = await here.run("--force=*", ...hanging, ...STOPPED);
    expect(outcomes(answer)).toEqual([
      "0000 done",
      "0001 done",
      "0002 stopped",
      "0003 stopped",
      "0004 stopped",
    ]);
    expect(answer.inProgress).toBe(1);
    expect(here.read("out/0003.txt")).toBe("0003\n");
    expect(here.names("out").filter((name) => name.startsWith("0003"))).toEqual([
      "0003.txt",
      "0003.txt.done",
    ]);
    // What `force` named and did not start is still to run.
    const status = await here.status("--rerun-on=input,files,text");
    expect(decisions(status).slice(3)).toEqual(["0003 run forced", "0004 run forced"]);
    expect(here.names("out").filter((name) => name.startsWith(".0003"))).toEqual([]);
  });

  test("that had none is as it was", async () => {
    const here = short();
    const answer = await here.run("--command", hangAt("0002"), ...STOPPED);
    expect(shardOf(answer, "0003")).toMatchObject({ outcome: "stopped", attempts: 0 });
    expect(here.names("out").filter((name) => name.includes("0003"))).toEqual([]);
    expect(shardOf(await here.status(), "0003")).toMatchObject({ decision: "run", reason: "new" });
  });

  test("because its input has changed meanwhile is left for the next run, and does not fail", async () => {
    const here = short({
      shards: "in/*.fa",
      command: `[ $SHARD_ID != b ] || { sleep 0.5; echo changed >> in/c.fa; sleep 0.7; }; ${DO}`,
    });
    for (const id of ["a", "b", "c"]) here.write(`in/${id}.fa`, id);
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a done", "b done", "c stopped"]);
    expect(here.names("out").filter((name) => name.startsWith("c."))).toEqual([]);
    expect(await here.run()).toMatchObject({ code: 0, skipped: 2, ran: 1 });
  });
});
