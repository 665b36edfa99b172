import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createRunner, TOKENS, type Runner } from "./runner.ts";

const ONE = { "in/a.txt": "aa\n" };
const INPUTS = { shards: "in/*.txt", checkpoint: "out/{id}.txt", store: "none" };

/** Lines that the runner would act on: it trims them, and takes the old form from anywhere in a line. */
function workflowCommands(log: string): readonly string[] {
  return log
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trimStart().startsWith("::") || line.includes("##["))
    .filter((line) => !line.startsWith("::debug::"));
}

function logFiles({ workspace }: Runner): string {
  const folder = join(workspace, ".donemark", "logs");
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const logs = all.filter((name) => name.endsWith(".log"));
  return logs.map((name) => readFileSync(join(folder, name), "utf8")).join("");
}

describe("the environment of a command", () => {
  const command = 'env; env > "$SHARD_CHECKPOINT"';

  test("has nothing of the step's tokens, inputs, states and command files of the runner", async () => {
    const runner = createRunner(ONE);
    const { code, log } = await runner.main({ inputs: { ...INPUTS, command } }).ended;
    expect(code).toBe(0);
    const env = readFileSync(join(runner.workspace, "out/a.txt"), "utf8");
    expect(env).toMatch(/^SHARD_ID=a$/m);
    for (const text of [env, log, logFiles(runner)]) {
      for (const token of Object.values(TOKENS)) expect(text).not.toContain(token);
    }
    expect(env).not.toMatch(/^(ACTIONS_|INPUT_|STATE_)/m);
  });

  const FILES = [
    "GITHUB_ENV",
    "GITHUB_PATH",
    "GITHUB_STEP_SUMMARY",
    "GITHUB_OUTPUT",
    "GITHUB_STATE",
  ];

  test("names no file by which a step speaks to the runner, in any way to run, for check too", async () => {
    const tries = FILES.map((name) => `echo evil=1 >> "\${${name}:-none.${name}}"`).join("; ");
    for (const perJob of [{}, { "run-per": "job" }, { "run-per": "slot" }]) {
      const runner = createRunner(ONE);
      const made = {
        command: `${tries}; read -r line || true; echo ok > out/a.txt; : > out/a.txt.done`,
        check: tries,
      };
      const { code, ...ended } = await runner.main({ inputs: { ...INPUTS, ...made, ...perJob } })
        .ended;
      expect({ code, log: ended.log }).toMatchObject({ code: 0 });
      const written = readdirSync(runner.workspace).filter((name) => name.startsWith("none."));
      expect(written.toSorted()).toEqual(FILES.map((name) => `none.${name}`).toSorted());
      const told = JSON.stringify([ended.outputs, ended.state, ended.summary, ended.path]);
      expect(told).not.toContain("evil");
    }
  });

  test("keeps what the workflow gives it under env, and no log shows the secrets among that", async () => {
    const runner = createRunner(ONE);
    const env = { HF_TOKEN: "hf_model-hub-0123456789", GITHUB_TOKEN: TOKENS.github, MODEL: "tiny" };
    const { log } = await runner.main({ inputs: { ...INPUTS, command }, env }).ended;
    const seen = readFileSync(join(runner.workspace, "out/a.txt"), "utf8").split("\n");
    expect(seen).toEqual(expect.arrayContaining([`HF_TOKEN=${env.HF_TOKEN}`, "MODEL=tiny"]));
    for (const text of [log, logFiles(runner)]) {
      expect(text).toContain("HF_TOKEN=***");
      expect(text).not.toContain(env.HF_TOKEN);
      expect(text).not.toContain(TOKENS.github);
    }
  });
});

describe("what a command prints", () => {
  const HOSTILE = [
    "::set-output name=model::stolen",
    "  ::error::from a command",
    "\\t::warning::from a command",
    "##[error]from a command",
    "in the midst ##[add-path]/tmp/evil",
    "#\\001#[error]from a command",
    "50%%\\r::error::from a command",
    "::stop-commands::forever",
  ];

  test("is no workflow command, wherever on a line and on whichever stream it stands", async () => {
    const runner = createRunner(ONE);
    const prints = HOSTILE.map((line) => `printf '${line}\\n'; printf '${line}\\n' >&2`);
    const long = "head -c 200000 /dev/zero | tr '\\0' ':'; printf '::error::last, without an end'";
    const command = [...prints, long, 'echo ok > "$SHARD_CHECKPOINT"'].join("\n");
    const { code, log } = await runner.main({ inputs: { ...INPUTS, command } }).ended;
    expect(code).toBe(0);
    expect(log).toContain("[a] ::set-output name=model::stolen\n");
    // A long line is cut where it had to be handed on, which may be anywhere; what is behind may come after an event.
    const said = log.replaceAll(/^::debug::.*\n/gm, "").replaceAll("\n[a] ", "");
    expect(said).toContain("::error::last, without an end");
    expect(workflowCommands(log)).toEqual([]);
  });

  test("is masked from the moment on that the command asks for it, in the job's log and in files", async () => {
    const runner = createRunner(ONE);
    const command = [
      "echo '::add-mask::hush-hush-hush'",
      "echo 'it is hush-hush-hush'",
      'echo ok > "$SHARD_CHECKPOINT"',
    ].join("\n");
    const { log } = await runner.main({ inputs: { ...INPUTS, command } }).ended;
    expect(workflowCommands(log)).toEqual(["::add-mask::hush-hush-hush"]);
    expect(log).toContain("[a] it is ***\n");
    expect(logFiles(runner)).not.toContain("hush");
  });

  test("and no file that it leaves has a name that becomes a workflow command", async () => {
    const runner = createRunner(ONE);
    const inputs = {
      ...INPUTS,
      checkpoint: "out/{id}",
      command: `mkdir -p "$SHARD_CHECKPOINT"; ln -s /etc "$SHARD_CHECKPOINT/x\n ::error::y ##[error]z"`,
    };
    const { code, log } = await runner.main({ inputs }).ended;
    expect(code).toBe(1);
    expect(log).toContain("error::y");
    expect(workflowCommands(log)).toEqual([
      expect.stringMatching(/^::error title=Shard a failed::/),
    ]);
  });
});

test("an id is shown as it is, and is no workflow command", async () => {
  const runner = createRunner();
  const ids = [
    "::error::x",
    "##[error]x",
    "a%0A::error::b",
    "$(touch pwned)",
    "a'b\"c;d",
    "名前 é",
  ];
  const inputs = {
    ...INPUTS,
    shards: JSON.stringify(ids.map((id) => ({ id }))),
    command: '[ "$SHARD_ID" = "::error::x" ] || echo "$SHARD_ID" > "$SHARD_CHECKPOINT"',
  };
  const { log, outputs } = await runner.main({ inputs }).ended;
  expect(outputs).toMatchObject({ ran: "5", failed: "1" });
  expect(outputs["failed-ids"]).toBe('["::error::x"]');
  expect(workflowCommands(log)).toEqual([
    expect.stringMatching(/^::error title=Shard %3A%3Aerror%3A%3Ax failed::/),
  ]);
  expect(readdirSync(runner.workspace)).not.toContain("pwned");
});
