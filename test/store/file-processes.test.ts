import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { realDisk } from "../../src/files/real-disk.ts";
import { fileStore } from "../../src/store/file/file-store.ts";
import { checkStaged } from "../../src/store/staged.ts";
import type { Store } from "../../src/store/store.ts";
import { compiled } from "./compiled.ts";
import { keysOf } from "./contract.ts";
import { fileOptions, read, temporaryFolder, wantedOf } from "./setting.ts";

const SHARDS = 12;

interface Writer {
  readonly child: ChildProcess;
  readonly firstLine: Promise<unknown>;
  /** Exit code and all lines. */
  readonly end: Promise<{ readonly code: number | null; readonly lines: readonly string[] }>;
}

function startWriter(script: string, root: string): Writer {
  const folder = path.join(temporaryFolder(), "own");
  mkdirSync(folder);
  const child = spawn(process.execPath, [script, root, folder, String(SHARDS)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const firstLine = new Promise((resolve) => child.stdout.once("data", resolve));
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const end = new Promise<{ readonly code: number | null; readonly lines: readonly string[] }>(
    (resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve({ code, lines: output.trim().split("\n") }));
    },
  );
  return { child, firstLine, end };
}

const wanted = Array.from({ length: SHARDS }, (_, index) => wantedOf(`shard-${index}`));

/** Fetches and checks whatever is found. */
async function expectWhole(store: Store): Promise<number> {
  let hits = 0;
  for (const found of await store.find(wanted)) {
    expect(found.kind).not.toBe("unavailable");
    if (found.kind !== "hit") continue;
    hits += 1;
    const staging = path.join(temporaryFolder(), "staging");
    const fetched = await store.fetch(found.entry, staging);
    if (fetched.kind !== "hit") throw new Error(`found, but not brought: ${fetched.kind}`);
    expect(checkStaged(realDisk, staging, fetched.marker)).toEqual({ kind: "good" });
  }
  return hits;
}

async function expectWholeWork(store: Store): Promise<void> {
  const staging = path.join(temporaryFolder(), "work");
  const fetched = await store.fetchWork(wantedOf("the work"), staging);
  expect(fetched.kind).not.toBe("unavailable");
  if (fetched.kind !== "hit") return;
  const state = Number(read(path.join(staging, "state")));
  for (let part = 0; part <= state; part += 1) {
    expect(read(path.join(staging, `part-${part}`))).toBe(`part ${part}`.repeat(1000));
  }
}

describe.skipIf(process.platform === "win32")("the directory store among processes", () => {
  it("shows whole entries alone, wherever a writer is killed", async () => {
    const script = compiled("test/store/writer.ts");
    const root = temporaryFolder();
    const store = fileStore(fileOptions(root));
    for (let round = 0; round < 8; round += 1) {
      const writer = startWriter(script, root);
      await Promise.race([writer.firstLine, writer.end]);
      await setTimeout(Math.random() * 30);
      writer.child.kill("SIGKILL");
      await writer.end;
      await expectWhole(store);
      await expectWholeWork(store);
    }
    const last = await startWriter(script, root).end;
    expect(last.code).toBe(0);
    expect(await expectWhole(store)).toBe(SHARDS);
    expect(await keysOf(store)).toHaveLength(SHARDS);
  });

  it("serves several writers of the same shards at once", async () => {
    const script = compiled("test/store/writer.ts");
    const root = temporaryFolder();
    const store = fileStore(fileOptions(root));
    const writers = [1, 2, 3].map(() => startWriter(script, root));
    const ends = await Promise.all(writers.map(({ end }) => end));
    for (const { code, lines } of ends) {
      expect(code).toBe(0);
      const saves = lines.filter((_, index) => index % 2 === 0);
      for (const line of saves) expect(line).toMatch(/"kind":"(?:saved|exists)"/);
    }
    expect(await expectWhole(store)).toBe(SHARDS);
    await expectWholeWork(store);
  });
});
