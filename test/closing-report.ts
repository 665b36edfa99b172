import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

type Counts = Record<string, number>;

/** Gives the suites a file to count into, and prints at the end what all of them have tried. */
export default function openReport(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "donemark-tally-"));
  const file = join(folder, "tally.jsonl");
  writeFileSync(file, "");
  project.provide("tallyFile", file);
  return () => {
    const suites = sums(readFileSync(file, "utf8"));
    rmSync(folder, { recursive: true, force: true });
    if (suites.size === 0) return;
    console.log(
      "\nWhat was tried; each case asserts that nothing is lost and nothing skipped wrongly:",
    );
    for (const [suite, counts] of suites) console.log(`  ${suite}: ${inWords(counts)}`);
  };
}

function sums(lines: string): ReadonlyMap<string, Counts> {
  const suites = new Map<string, Counts>();
  for (const line of lines.split("\n").filter(Boolean)) {
    const { suite, counts }: { suite: string; counts: Counts } = JSON.parse(line);
    const sum = suites.get(suite) ?? {};
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
    suites.set(suite, sum);
  }
  return suites;
}

function inWords(counts: Counts): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count.toLocaleString("en")} ${name}`)
    .join(", ");
}
