import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { outcomes, readRun, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { start, terminalEnv } from "../helpers/program.ts";

const IDS = [
  "with two  spaces",
  " leading and trailing ",
  "it's",
  'say "hi"',
  "$(touch pwned)",
  "`touch pwned`",
  "a;touch pwned;",
  "a&&touch pwned||x",
  "a|tee pwned",
  "a>pwned",
  "$SHARD_ID",
  "${HOME}",
  "{id}",
  "::error::x",
  "::add-mask::done",
  "##[error]x",
  "%25%0A",
  "-rf",
  "--force",
  "*",
  "?",
  "[a]",
  "!x",
  "~",
  "a\\b",
  "...",
  ".hidden",
  "über/東京/🧬",
  "<b>bold</b>",
  "x".repeat(200),
];

const COMMAND = [
  'printf "%s\\n" "I am $SHARD_ID" "::warning::from $SHARD_ID"',
  'printf "  ::error::indented\\n##[error]old form\\nprogress 1\\r::error::drawn over\\n"',
  'printf "%s" "$SHARD_ID" > "$SHARD_CHECKPOINT"',
].join("\n");

function strange(shell: string): Workspace {
  const here = workspace();
  here.define({
    shards: IDS.map((id) => ({ id })),
    checkpoint: "out/{id}.txt",
    command: COMMAND,
    shell,
  });
  return here;
}

function expectFinished(here: Workspace): void {
  for (const id of IDS) expect(here.read(`out/${id}.txt`)).toBe(id);
  const all = readdirSync(here.folder, { recursive: true }).map(String);
  expect(
    all.filter((name) => name.endsWith("pwned") && !IDS.some((id) => name === `out/${id}.txt`)),
  ).toEqual([]);
  const logs = here.logs();
  expect(logs).toHaveLength(IDS.length);
  const texts = logs.map((name) => here.log(name));
  for (const id of IDS)
    expect(texts.filter((text) => text.includes(`I am ${id}\n`))).toHaveLength(1);
}

/** What the runner would take for a command to itself, in either form, but for Donemark's own debug lines. */
function commandsIn(log: string): readonly string[] {
  const lines = log.split(/[\r\n]+/).filter((line) => /^\s*::|##\[/.test(line));
  return lines.filter((line) => !line.startsWith('::debug::{"kind":"'));
}

test.each(["bash", "sh"])("no strange id is executed or interpreted with %s", async (shell) => {
  const here = strange(shell);
  const { code, stdout, stderr } = await here.donemark("run");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expectFinished(here);
  expect(commandsIn(stdout)).toEqual([]);
  const again = await here.run();
  expect(again).toMatchObject({ skipped: IDS.length, allDone: true });
});

test("a workflow's job log has no workflow command that comes from an id or from a command's output", async () => {
  const here = strange("sh");
  const files = [
    "GITHUB_OUTPUT",
    "GITHUB_STATE",
    "GITHUB_STEP_SUMMARY",
    "GITHUB_PATH",
    "GITHUB_ENV",
  ];
  for (const file of files) here.write(`runner/${file}`);
  const env = {
    ...terminalEnv(here.folder),
    ...Object.fromEntries(files.map((file) => [file, here.path("runner", file)])),
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: here.folder,
    RUNNER_TEMP: here.path("runner"),
    INPUT_STORE: "none",
  };
  const good = await start(here.folder, [], { entry: "main.js", env }).ended;
  expect({ code: good.code, stderr: good.stderr }).toEqual({ code: 0, stderr: "" });
  expectFinished(here);
  expect(commandsIn(good.stdout)).toEqual([]);
  expect(here.read("runner/GITHUB_STEP_SUMMARY")).not.toContain("<b>");

  const failing = { ...env, INPUT_COMMAND: "exit 3", "INPUT_MAX-FAILURES": "0" };
  const bad = await start(here.folder, [], { entry: "main.js", env: failing }).ended;
  expect(bad.code).toBe(1);
  const commands = commandsIn(bad.stdout);
  expect(
    commands.filter(
      (line) =>
        !/^::error title=(?:Shard [^:]* failed|\d+ shards failed alike)::the command ended/.test(
          line,
        ) && !/^::warning::\d+ finished results \([\d.]+ s of compute\) become stale: /.test(line),
    ),
  ).toEqual([]);
  expect(commands.length).toBeGreaterThan(0);
});

test("a failed shard's line to paste runs that shard and nothing else, whatever its id", async () => {
  const here = strange("sh");
  const failing = ["--command", "exit 3", "--max-failures", "0", "--report", "report.md"];
  const first = await here.start(["run", "--json", ...failing]).ended;
  expect(outcomes(readRun(first)).every((line) => line.endsWith(" failed"))).toBe(true);
  const pasted = here
    .read("report.md")
    .split("\n")
    .flatMap((line) => /^donemark (.*)$/.exec(line)?.[1] ?? []);
  expect(pasted).toHaveLength(IDS.length);
  const { execFileSync } = await import("node:child_process");
  const given = pasted.map((line) =>
    execFileSync("sh", ["-c", `for word in ${line}; do printf '%s\\n' "$word"; done`], {
      encoding: "utf8",
      cwd: here.folder,
    }),
  );
  for (const { id } of readRun(first).shards) {
    // What would be read as another id, or as several, stands in an array.
    const forms = new Set([id, JSON.stringify([id])].map(wordsFor));
    expect(
      given.filter((words) => forms.has(words)),
      id,
    ).toHaveLength(1);
  }
  expect(existsSync(here.path("pwned"))).toBe(false);
});

function wordsFor(only: string): string {
  return `run\n--only=${only}\n--command=exit 3\n--max-failures=0\n`;
}

test("the strangest id can be named in only and force", async () => {
  const here = strange("sh");
  const id = "$(touch pwned)";
  const answer = await here.run(`--only=${id}`, `--force=${id}`);
  expect(answer.shards).toMatchObject([{ id, reason: "forced", outcome: "done" }]);
});

test("an id of 200 characters that take too many bytes is refused with the limit", async () => {
  const here = workspace();
  here.define({ shards: [{ id: "東".repeat(200) }], checkpoint: "out/{id}.txt", command: "true" });
  const { code, stderr } = await here.donemark("run");
  expect(code).toBe(2);
  expect(stderr).toContain("file name of 604 bytes");
});

test("ids that look like selectors are planned, run and found done", async () => {
  const ids = ["none", "slice:1/2", "status:failed", "range:1-2", "a*b", "a*b*c*d*e*f", "[a]"];
  const here = workspace();
  here.define({
    shards: JSON.stringify(ids),
    checkpoint: "out/{id}.txt",
    command: 'echo "$SHARD_ID" >> ran; cp ran "$SHARD_CHECKPOINT"',
  });
  const planned = await here.donemark("plan", "--json", "--max-jobs", "1");
  const { matrix } = JSON.parse(planned.stdout);
  expect(matrix.include).toHaveLength(1);
  for (const { only } of matrix.include) {
    expect(await here.run("--only", only)).toMatchObject({ code: 0, ran: ids.length });
  }
  expect(here.lines("ran").toSorted()).toEqual(ids.toSorted());
  expect((await here.status()).shards.map(({ decision }) => decision)).toEqual(
    ids.map(() => "skip"),
  );
});
