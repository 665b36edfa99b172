import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workspace } from "../fixtures/cli/workspace.ts";
import { DIST, NODE, temporaryFolder, terminalEnv } from "../helpers/program.ts";

const NOBODY = 65_534;

/** Rights mean nothing to root: then the program runs as somebody else, from a folder that everybody may read. */
function program(): { readonly node: string; readonly cli: string; readonly uid?: number } {
  if (process.getuid?.() !== 0) return { node: NODE, cli: join(DIST, "cli.js") };
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  cpSync(DIST, join(folder, "dist"), { recursive: true });
  copyFileSync(NODE, join(folder, "node"));
  return { node: join(folder, "node"), cli: join(folder, "dist/cli.js"), uid: NOBODY };
}

test("a checkpoint folder that its command has closed is set aside and removed like any other", () => {
  const here = workspace();
  mkdirSync(here.path("out"));
  for (const name of ["", "out"]) chmodSync(here.path(name), 0o777);
  const command =
    'mkdir "$SHARD_CHECKPOINT"; echo 1 > "$SHARD_CHECKPOINT/f"; chmod 555 "$SHARD_CHECKPOINT"';
  here.define({ shards: [{ id: "a" }], checkpoint: "out/{id}", command, shell: "sh" });
  const { node, cli, uid } = program();
  const run = (text: string): unknown => {
    const { status, stderr } = spawnSync(node, [cli, "run", "--fingerprint-text", text], {
      ...(uid !== undefined && { uid, gid: uid }),
      cwd: here.folder,
      env: terminalEnv(here.folder),
      encoding: "utf8",
    });
    return { status, stderr };
  };
  for (const text of ["1", "2", "3"]) expect(run(text)).toEqual({ status: 0, stderr: "" });
  expect(here.names("out")).toEqual(["a", "a.done"]);
});
