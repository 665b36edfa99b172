import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { unchanging } from "../helpers/unchanging.ts";
import { startGroup } from "../../src/machine/group.ts";
import { openShardLog } from "../../src/machine/log.ts";

const folder = mkdtempSync(join(tmpdir(), "donemark-output-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a script whose output is counted and held back by a valve. */
function start(script: string, ready: () => Promise<void> | undefined) {
  const seen = { bytes: 0 };
  const group = startGroup({
    argv: ["sh", "-c", script],
    cwd: folder,
    env: process.env,
    stdin: "closed",
    onStdout: (chunk) => {
      seen.bytes += chunk.length;
    },
    onStderr: () => undefined,
    ready,
  });
  return { group, seen };
}

describe("output that nobody takes yet", () => {
  test("holds its command back, and comes in full when it is taken", async () => {
    let open: () => void = () => undefined;
    let isOpen = false;
    const opened = new Promise<void>((resolve) => {
      open = () => {
        isOpen = true;
        resolve();
      };
    });
    const { group, seen } = start("head -c 5000000 /dev/zero", () => (isOpen ? undefined : opened));
    await expect.poll(() => seen.bytes).toBeGreaterThan(0);
    await unchanging(() => seen.bytes);
    expect(seen.bytes).toBeLessThan(1_000_000);
    open();
    expect(await group.exit).toEqual({ kind: "exit", code: 0 });
    expect(seen.bytes).toBe(5_000_000);
  });

  test("is taken all the same once its command has ended", async () => {
    const never = new Promise<void>(() => undefined);
    const { group, seen } = start("head -c 30000 /dev/zero", () => never);
    expect(await group.exit).toEqual({ kind: "exit", code: 0 });
    expect(seen.bytes).toBe(30_000);
  });
});

test("a log holds back what comes faster than it is written, and loses nothing", async () => {
  const path = join(folder, "fast.log");
  const log = openShardLog(path, "a", {
    secrets: [],
    emit: () => undefined,
    maskEverywhere: () => undefined,
  });
  const line = Buffer.from(`${"x".repeat(999)}\n`);
  let waits = 0;
  for (let round = 0; round < 5000; round += 1) {
    log.take("out", line);
    const wait = log.ready();
    if (wait === undefined) continue;
    waits += 1;
    await wait;
  }
  await log.close();
  expect(waits).toBeGreaterThan(1);
  expect(readFileSync(path).length).toBe(5_000_000);
});

test("a log asks the job's log as well", async () => {
  const never = new Promise<void>(() => undefined);
  const log = openShardLog(join(folder, "asks.log"), "a", {
    secrets: [],
    emit: () => undefined,
    maskEverywhere: () => undefined,
    ready: () => never,
  });
  expect(log.ready()).toBe(never);
  await log.close();
});
