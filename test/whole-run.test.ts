import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");

/** Quick ones of two projects. */
const FILES = ["test/run/results.test.ts", "test/steps/finish-run.test.ts"];

test("a run of the files of several projects closes what surrounds them, and ends by itself", async () => {
  // A run of its own has a scratch folder of its own.
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(TMPDIR$|VITEST|DONEMARK_TEST_)/.test(name),
  );
  const env = { ...Object.fromEntries(own), NO_COLOR: "1" };
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [VITEST, "run", "--reporter=verbose", ...FILES],
    { cwd: ROOT, env },
  );
  for (const project of ["calling", "starting"]) expect(stdout).toContain(project);
  expect(stdout).toContain("2 passed");
  expect(stderr).not.toMatch(/during close|timed out/);
});
