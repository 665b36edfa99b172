import { closeSync, ftruncateSync, mkdirSync, openSync, readdirSync, utimesSync } from "node:fs";
import { expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

/** Files of holes cost no room, and every byte of them is read all the same. */
function layInput(here: Workspace, name: string, sizeBytes: number): void {
  mkdirSync(here.path("in"), { recursive: true });
  const fd = openSync(here.path("in", name), "w");
  ftruncateSync(fd, sizeBytes);
  closeSync(fd);
  utimesSync(here.path("in", name), 1_700_000_000, 1_700_000_000);
}

test("a kill while inputs are hashed costs the file that is being hashed, and not those before it", async () => {
  const here = workspace();
  const cache = here.path("cache");
  for (const name of ["a", "b", "c"]) layInput(here, name, 80 * 1024 * 1024);
  // The one that is being hashed at the kill.
  layInput(here, "d", 40 * 1024 * 1024 * 1024);
  here.define({ shards: "in/*", checkpoint: "out/{id}", command: "true", shell: "sh" });
  // What changed just now is not remembered by anybody.
  const settled = Date.now() + 2500;
  await until("the files have settled", () => Date.now() > settled);
  const { child, ended } = here.start(["status"], { DONEMARK_CACHE_DIR: cache });
  const rows = (): readonly string[] =>
    here
      .names("cache")
      .filter((name) => name.endsWith(".rows"))
      .flatMap((name) => here.lines(`cache/${name}`));
  await until("three hashes are kept", () => rows().length >= 3);
  child.kill("SIGKILL");
  await ended;
  layInput(here, "d", 0);
  const again = await here.start(["status", "--json"], {
    DONEMARK_CACHE_DIR: cache,
    DONEMARK_DEBUG: "1",
  }).ended;
  expect(again.code).toBe(0);
  expect(rows().map((row) => JSON.parse(row)[0])).toEqual(
    ["a", "b", "c"].map((name) => here.path("in", name)),
  );
  expect(readdirSync(cache).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
