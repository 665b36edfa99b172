import { chmodSync, mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { otherUser } from "../fixtures/cli/other-user.ts";
import { workspace } from "../fixtures/cli/workspace.ts";

test("a checkpoint folder that its command has closed is set aside and removed like any other", () => {
  const here = workspace();
  mkdirSync(here.path("out"));
  chmodSync(here.path("out"), 0o777);
  const command =
    'mkdir "$SHARD_CHECKPOINT"; echo 1 > "$SHARD_CHECKPOINT/f"; chmod 555 "$SHARD_CHECKPOINT"';
  here.define({ shards: [{ id: "a" }], checkpoint: "out/{id}", command, shell: "sh", keep: 0 });
  const { donemark } = otherUser(here);
  for (const text of ["1", "2", "3"]) {
    const { code, stderr } = donemark("run", "--fingerprint-text", text);
    const told = stderr.split("\n").filter((line) => !line.includes("becomes stale"));
    expect({ code, told }).toEqual({ code: 0, told: [""] });
  }
  expect(here.names("out")).toEqual(["a", "a.done"]);
});
