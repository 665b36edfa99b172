import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { realDisk } from "../../../src/files/real-disk.ts";
import { inspect } from "../../../src/inspect/inspect.ts";

const NAMES = { statusField: "status", versionField: "version" };
const COMPLETE = { structure: "sound", status: "complete", version: "1.0" };
const NOTHING = { structure: "sound", status: undefined, version: undefined };

/** Cases written in each of the pickle protocols 2 to 5. */
const PROTOCOL_CASES = {
  last: COMPLETE,
  first: COMPLETE,
  "long-last": COMPLETE,
  "long-first": COMPLETE,
  "long-in-progress": { structure: "sound", status: "in_progress", version: "3" },
  "long-before-a-dict": COMPLETE,
  "long-nested": NOTHING,
  "long-nested-before": NOTHING,
  batches: COMPLETE,
  "batches-alone": NOTHING,
  "batches-only": NOTHING,
} as const;

const CASES = {
  "long-after-a-dict-2": COMPLETE,
  "long-after-a-dict-3": COMPLETE,
  // From protocol 4 on a text that was written before is named by a count that only the whole pickle gives.
  "long-after-a-dict-4": NOTHING,
  "long-after-a-dict-5": NOTHING,
  nested: NOTHING,
  "nested-in-list": NOTHING,
  list: NOTHING,
  ordered: COMPLETE,
  "long-ordered": COMPLETE,
  default: COMPLETE,
  "long-default": COMPLETE,
  numbers: { structure: "sound", status: "1", version: "2.0" },
  negative: { structure: "sound", status: "1099511627776", version: "-3" },
  nothing: { structure: "sound", status: "true", version: "null" },
  objects: { structure: "sound", status: "[object]", version: "[object]" },
  tuple: { structure: "sound", status: "[object]", version: "[object]" },
  "tensor-status": { structure: "sound", status: "[object]", version: "[object]" },
  many: COMPLETE,
  module: COMPLETE,
  "state-dict": NOTHING,
  wide: COMPLETE,
  bytes: COMPLETE,
  storage: COMPLETE,
  script: NOTHING,
} as const;

const python = ["python3", "/usr/bin/python3"].find(
  (name) => spawnSync(name, ["-c", "import torch"]).status === 0,
);
if (python === undefined) console.log("Skipped: no python3 with torch on this machine.");

describe.skipIf(python === undefined)("files that torch.save wrote", () => {
  const folder = mkdtempSync(join(tmpdir(), "donemark-torch-"));
  const script = fileURLToPath(new URL("torch-cases.py", import.meta.url));

  beforeAll(() => {
    execFileSync(python ?? "", [script, folder]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const look = (name: string) => inspect(realDisk, join(folder, `${name}.pt`), NAMES);

  test.each(
    Object.entries(PROTOCOL_CASES).flatMap(([name, expected]) =>
      [2, 3, 4, 5].map((protocol) => [`${name}-${protocol}`, expected] as const),
    ),
  )("%s is read as it was saved", async (name, { structure, status, version }) => {
    const found = await look(name);
    expect(found).toMatchObject({ format: "pytorch", structure });
    expect([found.status, found.version]).toEqual([status, version]);
    expect(found.bytesRead).toBeLessThanOrEqual(128 * 1024);
  });

  test.each(Object.entries(CASES))("%s is read as it was saved", async (name, expected) => {
    const found = await look(name);
    expect(found).toMatchObject({ format: "pytorch", structure: expected.structure });
    expect([found.status, found.version]).toEqual([expected.status, expected.version]);
    expect(found.bytesRead).toBeLessThanOrEqual(128 * 1024);
  });

  test("a file of the old layout is known, and gives its fields", async () => {
    expect(await look("old")).toMatchObject({ format: "pytorch-legacy", ...COMPLETE });
  });
});
