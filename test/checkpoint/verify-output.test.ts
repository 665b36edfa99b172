import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { realDisk } from "../../src/files/real-disk.ts";
import { verifyOutput, type OutputVerdict } from "../../src/checkpoint/verify-output.ts";
import { pickle } from "../helpers/pickle.ts";
import { torchFile } from "../helpers/torch-file.ts";
import { defineAs, HOME, temporaryFolder, write } from "./scene.ts";

type Files = Readonly<Record<string, string>>;

/** What the witnesses say of a directory that a command has left with these files. */
function ask(files: Files, values: Readonly<Record<string, unknown>> = {}): Promise<OutputVerdict> {
  const checkpoint = join(temporaryFolder(), "a");
  mkdirSync(checkpoint);
  write(checkpoint, files);
  return verifyOutput(realDisk, checkpoint, { definition: defineAs(values), home: HOME });
}

const orbax = (commit: number | null, custom: object = {}): Files => ({
  _CHECKPOINT_METADATA: JSON.stringify({ commit_timestamp_nsecs: commit, custom_metadata: custom }),
});

describe("of a directory that a command has left", () => {
  test("nothing is known, and its exit code is enough", async () => {
    expect(await ask({ "part-0": "1" })).toMatchObject({
      kind: "good",
      stated: { format: "directory" },
    });
  });

  test("the format, the status and the version go into the marker", async () => {
    expect(await ask(orbax(1, { status: "complete", version: "1.0" }))).toMatchObject({
      kind: "good",
      stated: { format: "orbax", status: "complete", version: "1.0" },
    });
  });

  test.each<[string, Files, string, string]>([
    ["holds nothing", {}, "empty", "empty: the checkpoint is an empty directory"],
    [
      "has a save that has not ended",
      orbax(null),
      "truncated",
      "truncated: its save was begun and not committed",
    ],
    [
      "lacks what is written last",
      { "__0_0.distcp": "1" },
      "truncated",
      "truncated: its .metadata is missing, which is written last",
    ],
    [
      "says that it is in progress",
      orbax(1, { status: "in_progress" }),
      "status-in-progress",
      'status-in-progress: the checkpoint\'s own status is "in_progress"',
    ],
  ])("one that %s is not marked, and it is said why", async (_, files, reason, why) => {
    expect(await ask(files)).toMatchObject({ kind: "bad", reason, why });
  });

  test("nothing is read where only its size is asked for", async () => {
    expect(await ask(orbax(null), { validate: "size" })).toMatchObject({
      kind: "good",
      stated: { format: "directory" },
    });
  });
});

test("every byte is held against an archive's own checksums where `deep` asks for it", async () => {
  const file = torchFile({ pickle: pickle({ epoch: 1 }), tensors: [Buffer.alloc(200_000, 1)] });
  file.writeUInt8(9, 100_000);
  const checkpoint = join(temporaryFolder(), "a.pt");
  writeFileSync(checkpoint, file);
  const asked = (validate: string) =>
    verifyOutput(realDisk, checkpoint, { definition: defineAs({ validate }), home: HOME });
  expect(await asked("structure")).toMatchObject({ kind: "good" });
  expect(await asked("deep")).toMatchObject({ kind: "bad", reason: "damaged" });
});
