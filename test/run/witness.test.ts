import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { realDisk } from "../../src/files/real-disk.ts";
import { askWitnesses, type Witness } from "../../src/run/witness.ts";
import { defineAs, temporaryFolder, write } from "../survey/scene.ts";

type Files = Readonly<Record<string, string>>;

/** What the witnesses say of a directory that a command has left with these files. */
function ask(files: Files, values: Readonly<Record<string, unknown>> = {}): Promise<Witness> {
  const checkpoint = join(temporaryFolder(), "a");
  mkdirSync(checkpoint);
  write(checkpoint, files);
  return askWitnesses(realDisk, checkpoint, defineAs(values));
}

const orbax = (commit: number | null, custom: object = {}): Files => ({
  _CHECKPOINT_METADATA: JSON.stringify({ commit_timestamp_nsecs: commit, custom_metadata: custom }),
});

describe("of a directory that a command has left", () => {
  test("nothing is known, and its exit code is enough", async () => {
    expect(await ask({ "part-0": "1" })).toEqual({ kind: "good", said: { format: "directory" } });
  });

  test("the format, the status and the version go into the marker", async () => {
    expect(await ask(orbax(1, { status: "complete", version: "1.0" }))).toEqual({
      kind: "good",
      said: { format: "orbax", status: "complete", version: "1.0" },
    });
  });

  test.each<[string, Files, string, string]>([
    ["holds nothing", {}, "empty", "the checkpoint is an empty directory"],
    [
      "has a save that has not ended",
      orbax(null),
      "truncated",
      "the checkpoint is truncated: its save was begun and not committed",
    ],
    [
      "lacks what is written last",
      { "__0_0.distcp": "1" },
      "truncated",
      "the checkpoint is truncated: its .metadata is missing, which is written last",
    ],
    [
      "says that it is in progress",
      orbax(1, { status: "in_progress" }),
      "status-in-progress",
      'the checkpoint\'s own status is "in_progress"',
    ],
  ])("one that %s is not marked, and it is said why", async (_, files, reason, why) => {
    expect(await ask(files)).toMatchObject({ kind: "bad", reason, why });
  });

  test("nothing is read where only its size is asked for", async () => {
    expect(await ask(orbax(null), { validate: "size" })).toEqual({
      kind: "good",
      said: { format: "directory" },
    });
  });
});
