import { mkdirSync, writeFileSync, existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryToken } from "../../src/protocol/temporary-names.ts";
import { bootId, thisProcess } from "../../src/machine/processes.ts";
import { temporaryFolder } from "../helpers/program.ts";
import { createRunner, type Runner } from "./runner.ts";

const FILES = { "in/a.txt": "aa\n" };

/** Places where a step that is killed may leave something in the making, below the workspace or the runner's temp. */
const PLACES = ["out", "work", ".donemark", ".donemark/tmp", "../../temp"] as const;

const STEPS = ["run", "restore", "save", "collect"] as const;

test.each(STEPS)("what a killed step has left in the making is removed by %s", async (step) => {
  const runner = createRunner(FILES);
  const inputs = {
    shards: "in/*.txt",
    checkpoint: "out/{id}.txt",
    work: "work/{id}",
    command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
    store: `file:${temporaryFolder("donemark-store-")}`,
  };
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  const left = leave(runner, temporaryToken({ pid: gone, startTime: "1", boot: bootId() }, 1));
  const inUse = leave(runner, temporaryToken(thisProcess(), 1));
  await (step === "run" ? runner.main({ inputs }) : runner.step(step, { inputs })).ended;
  expect(left.filter((path) => existsSync(path))).toEqual([]);
  expect(inUse.filter((path) => !existsSync(path))).toEqual([]);
});

/** Leaves a folder with a file in every place, under this token. */
function leave({ workspace }: Runner, token: string): readonly string[] {
  return PLACES.map((place) => {
    const path = join(workspace, place, `.donemark-tmp-${token}`, "entry");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "half of it");
    return dirname(path);
  });
}
