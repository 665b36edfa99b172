import { expect, test } from "vitest";
import { parseEventLine, type LoggedEvent } from "../../src/ui/report/logged-event.ts";
import { createReport } from "../../src/ui/report/report.ts";
import type { Report } from "../../src/ui/report/model.ts";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

const DO = 'echo "$SHARD_ID" > "$SHARD_CHECKPOINT"';

function withShards(command: string, more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  const shell = { shards: 12, checkpoint: "out/{id}.txt", command, shell: "sh", parallel: 3 };
  here.define({ ...shell, ...more });
  return here;
}

function eventsOf(text: string): readonly LoggedEvent[] {
  return text.split("\n").flatMap((line) => parseEventLine(line) ?? []);
}

function reportOf(events: readonly LoggedEvent[]): Report {
  const builder = createReport();
  events.forEach(builder.addJob(""));
  return builder.report();
}

/** The cells of a trace below its names. */
function rowsOf(trace: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = trace.trimEnd().split("\n");
  const names = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ""]));
  });
}

test("a run writes every report that it is asked for, and their sums are those of its events", async () => {
  const here = withShards(
    `sleep 0.05; case "$SHARD_ID" in 0003) exit 9;; 0004) [ "$SHARD_ATTEMPT" -gt 1 ] || exit 7;; esac; ${DO}`,
    { retries: 1, store: "file:store", report: ["r/a.md", "r/a.tsv", "r/b.jsonl"] },
  );
  await here.donemark("run", '--only=["0000","0001"]');
  const { stdout, code } = await here.donemark("run", "--json-lines");
  expect(code).toBe(1);
  expect(here.names("r")).toEqual(["a.md", "a.tsv", "b.jsonl"]);
  expect(here.read("r/b.jsonl")).toBe(stdout);
  expect(here.read("r/a.md")).toContain("11 of 12 shards complete");

  const told = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const results = told.flatMap(({ kind, result }) => (kind === "result" ? [result] : []));
  const add = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
  const { sums, ends } = reportOf(eventsOf(stdout));
  const { failed, ran, skipped, secondsSaved } = told.find(({ kind }) => kind === "ended");
  expect(ends).toMatchObject({ failed, done: ran, skipped, stopped: 0, unfinished: 0 });
  expect(skipped).toBeGreaterThan(0);
  expect(sums.skippedSeconds).toBeCloseTo(secondsSaved, 0);
  const close = (given: number, wanted: number): void =>
    expect(Math.abs(given - wanted)).toBeLessThanOrEqual(wanted / 100);
  close(
    sums.computedSeconds,
    add(results.flatMap(({ outcome, seconds }) => (outcome === "done" ? [seconds] : []))),
  );
  const taken = told.flatMap(({ kind, seconds }) => (kind === "executed" ? [seconds] : []));
  const finished = new Set(results.flatMap(({ outcome, id }) => (outcome === "done" ? [id] : [])));
  const last = new Map(
    told.flatMap(({ kind, shard, seconds }) => (kind === "executed" ? [[shard, seconds]] : [])),
  );
  close(sums.lostSeconds, add(taken) - add([...finished].map((id) => last.get(id) ?? 0)));
  const saved = told.filter(({ kind, outcome }) => kind === "saved" && outcome === "saved");
  expect(sums).toMatchObject({
    savedEntries: saved.length,
    savedBytes: add(saved.map(({ sizeBytes }) => sizeBytes)),
    madeBytes: add(told.flatMap(({ kind, sizeBytes }) => (kind === "marked" ? [sizeBytes] : []))),
  });

  const rows = rowsOf(here.read("r/a.tsv"));
  expect(rows).toHaveLength(taken.length);
  close(add(rows.map(({ seconds }) => Number(seconds))), sums.computedSeconds + sums.lostSeconds);
  const of = (id: string): readonly string[] =>
    rows.flatMap(({ shard, attempt, exit, outcome }) =>
      shard === id ? [`${attempt} ${exit} ${outcome}`] : [],
    );
  expect(of("0004")).toEqual(["1 7 failed", "2 0 done"]);
  expect(of("0003")).toEqual(["1 9 failed", "2 9 failed"]);
});

test("a run that is told to stop writes its reports all the same", async () => {
  const here = withShards("sleep 60", { report: "a.tsv\na.md\na.jsonl", "stop-grace": "6s" });
  const { child, ended } = here.start(["run"]);
  await until("a start", () => here.has("a.jsonl") && here.read("a.jsonl").includes('"executing"'));
  child.kill("SIGTERM");
  expect((await ended).code).toBe(143);
  expect(rowsOf(here.read("a.tsv")).map(({ outcome }) => outcome)).toContain("stopped");
  expect(here.read("a.md")).toContain("0 of 12 shards complete");
  expect(eventsOf(here.read("a.jsonl")).at(-1)).toMatchObject({ kind: "ended", exitCode: 143 });
  expect(here.names(".").filter((name) => name.startsWith(".donemark-tmp"))).toEqual([]);
});

test("a run that is killed leaves its event log, and its other reports as they were", async () => {
  const here = withShards(`case "$SHARD_ID" in 0000) ${DO};; *) sleep 60;; esac`, {
    report: "a.tsv\na.jsonl",
  });
  here.write("a.tsv", "earlier");
  const { child, ended } = here.start(["run"]);
  const log = (): string => (here.has("a.jsonl") ? here.read("a.jsonl") : "");
  const isThere = (): boolean =>
    log().split('"executing"').length > 4 && log().includes('"marked"');
  await until(
    "a result and three commands that go on",
    () => isThere() && log().includes('"id":"0000"'),
  );
  child.kill("SIGKILL");
  await ended;
  expect(here.read("a.tsv")).toBe("earlier");
  const { ends, total } = reportOf(eventsOf(`${log()}{"kind":"resu`));
  expect({ ...ends, total }).toMatchObject({ done: 1, unfinished: 3, total: 12 });
});

test("a report that cannot be written is warned of, and fails no run", async () => {
  const here = withShards(DO, { report: ["file/a.tsv", "file/a.md", "file/a.jsonl", "ok.tsv"] });
  here.write("file", "no folder");
  const { code, stderr } = await here.donemark("run");
  expect(code).toBe(0);
  for (const name of ["a.tsv", "a.md", "a.jsonl"])
    expect(stderr).toMatch(new RegExp(`The report ".*file/${name}" was not written: .*file`));
  expect(rowsOf(here.read("ok.tsv"))).toHaveLength(12);
});

test("a path may begin with one's home, and not with another's", async () => {
  const here = withShards(DO);
  const home = here.path("home");
  const { code } = await here.start(["run", "--report=~/deep/a.jsonl"], { HOME: home }).ended;
  expect({ code, names: here.names("home/deep") }).toEqual({ code: 0, names: ["a.jsonl"] });
  const other = await here.donemark("run", "--report=~root/a.md");
  expect(other.code).not.toBe(0);
  expect(other.stderr).toContain("must be paths, one per line, that end in .html (a page), .md");
  expect(here.names(".").filter((name) => name.startsWith("~"))).toEqual([]);
});

test.runIf(process.platform === "linux")(
  "the trace has the peak memory of a command that goes on for long enough to be looked at",
  async () => {
    const hold = "globalThis.kept = Buffer.alloc(150e6, 1)";
    for (let seconds = 1, peak = 0; peak === 0; seconds *= 2) {
      const here = withShards(
        `'${process.execPath}' -e '${hold}; setTimeout(() => {}, ${seconds}000)'; ${DO}`,
        { shards: 1, report: "a.tsv" },
      );
      expect((await here.donemark("run")).code).toBe(0);
      peak = Number(rowsOf(here.read("a.tsv"))[0]?.["peak_bytes"]);
      if (peak > 0) expect(peak).toBeGreaterThan(150e6);
    }
  },
);
