import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { realDisk } from "../../src/files/real-disk.ts";
import { inspect } from "../../src/inspect/inspect.ts";
import type { Inspection } from "../../src/inspect/inspection.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "donemark-disguise-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inspected(name: string, text: string): Promise<Inspection> {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return inspect(realDisk, file, { statusField: "status", versionField: "version" });
}

const TRACEBACK = 'Traceback (most recent call last):\n  File "p.py", line 1, in <module>\n';
const PAGE = "<!DOCTYPE html>\n<html><title>502 Bad Gateway</title></html>\n";
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 9\n`;
const REFUSAL = '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code></Error>';

/** What programs print instead of their result, where a script puts their output there. */
const LAST_WORDS = [
  "HTTP/1.1 404 Not Found\nserver: x\n",
  "CUDA out of memory. Tried to allocate 2 GiB\n",
  "RuntimeError: CUDA error: out of memory\n",
  "torch.cuda.OutOfMemoryError: CUDA out of memory.\n",
  "java.lang.IllegalStateException: no data\n",
  "curl: (6) Could not resolve host: x\n",
  "bash: line 1: predict: command not found\n",
  "/bin/sh: 1: predict: not found\n",
  "Killed\n",
  "Segmentation fault (core dumped)\n",
];

describe("a file whose name promises data is damaged where it begins as", () => {
  const names = [
    "a.yaml",
    "a.nc",
    "a.xlsx",
    "a.pt",
    "a.json",
    "a.tsv",
    "a.csv",
    "A.FASTA",
    "a.bin",
    "a.npy",
    "a.vcf.gz",
  ];
  const texts = [...LAST_WORDS, TRACEBACK, PAGE, `\n ${PAGE.toLowerCase()}`, POINTER, REFUSAL];
  test.each(
    texts.flatMap((text) => names.map((name) => [text.trim().split("\n")[0] ?? "", name, text])),
  )("%s: %s", async (first, name, text) => {
    const { structure, why } = await inspected(name, text);
    expect(structure).toBe("damaged");
    expect(why).toContain(first.slice(0, 20).replaceAll('"', '\\"'));
  });
});

test.each([
  ["a.html", PAGE],
  ["a", PAGE],
  ["a.txt", TRACEBACK],
  ["a.log", TRACEBACK],
  ["a.xml", REFUSAL],
  ["a.tsv", `id\tlog\n1\t${TRACEBACK}`],
  ["a.csv", "<b>,x\n"],
  ["a.csv", "Killed,Alive\n1,2\n"],
  ["a.tsv", "Killed\nAlive\n"],
  ["a.tsv", "ErrorRate: x\t1\n"],
  ["a.csv", "StandardError,Mean\n1,2\n"],
  ["a.txt", "RuntimeError: CUDA error: out of memory\n"],
  ["a", "Killed\n"],
])("%s may hold what it holds", async (name, text) => {
  expect((await inspected(name, text)).structure).toBe("unknown");
});

test("a pointer of any name is none of what it points to", async () => {
  for (const name of ["a", "a.txt", "a.foo"])
    expect((await inspected(name, POINTER)).structure).toBe("damaged");
});
