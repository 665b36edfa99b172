import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const COMMANDS = [
  "run",
  "plan",
  "status",
  "collect",
  "mark",
  "unmark",
  "adopt",
  "verify",
  "info",
  "logs",
];

/** Switches, and the commands that have them. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  json: COMMANDS.filter((command) => !["logs", "init"].includes(command)),
  "json-lines": ["run"],
  quiet: ["run"],
  verbose: ["run", "plan", "status"],
  yes: ["run", "init"],
  workflow: ["init"],
  all: ["mark", "unmark", "adopt"],
  accept: ["mark"],
  deep: ["verify"],
  follow: ["logs"],
  watch: ["status"],
};

const WITHOUT_WORDS = ["run", "plan", "status", "collect", "doctor"];

/** A workspace in which a run would leave a trace. */
function traced(): Workspace {
  const here = workspace();
  here.define({
    shards: 2,
    checkpoint: "out/{id}.txt",
    command: 'echo ran >> ran.txt; echo x > "$SHARD_CHECKPOINT"',
    shell: "sh",
  });
  return here;
}

async function refusal(here: Workspace, ...args: readonly string[]): Promise<readonly string[]> {
  const { code, stderr, stdout } = await here.donemark(...args);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(here.has("ran.txt")).toBe(false);
  return stderr.trim().split("\n");
}

describe("a word that a command does not take", () => {
  test.each(WITHOUT_WORDS)("%s refuses it, and names what was meant", async (command) => {
    const [line, ...more] = await refusal(traced(), command, "0001");
    expect(line).toContain(`${command} takes no words, got "0001". Did you mean --only=0001?`);
    expect(more).toEqual([]);
  });

  test("each is named, together with every stray switch and every unknown flag", async () => {
    const lines = await refusal(traced(), "status", "--accept", "--deep", "extra", "--retrys", "1");
    expect(lines.map((line) => line.replace(/^error /, ""))).toEqual([
      "--accept is no switch of status; it belongs to mark.",
      "--deep is no switch of status; it belongs to verify.",
      'status takes no words, got "extra". Did you mean --only=extra?',
      "--retrys is unknown. Did you mean --retries?",
    ]);
  });
});

describe("a switch of another command", () => {
  const foreign = COMMANDS.flatMap((command) =>
    Object.entries(OWNERS)
      .filter(([, owners]) => !owners.includes(command))
      .map(([name, owners]) => [command, name, owners.join(", ")] as const),
  );
  test.each(foreign)(
    "%s refuses --%s, and says that it belongs to %s",
    async (command, name, of) => {
      const lines = await refusal(traced(), command, `--${name}`);
      expect(lines[0]).toContain(`--${name} is no switch of ${command}; it belongs to`);
      for (const owner of of.split(", ")) expect(lines[0]).toContain(owner);
    },
  );
});

describe("a slip", () => {
  test.each([
    ["rnu", "run"],
    ["stauts", "status"],
    ["verfy", "verify"],
  ])("in a command, %s, is told with the nearest right one, %s", async (name, right) => {
    const [line] = await refusal(traced(), name);
    expect(line).toContain(`The command "${name}" is unknown. Did you mean "${right}"?`);
  });

  test.each([
    ["run", "--dry-run", "`donemark plan` decides for every shard and changes nothing"],
    ["status", "--no-color", "NO_COLOR=1 turns colours off"],
    ["status", "--version", "`donemark --version` prints the version"],
    ["demo", "--retries=1", "--retries is unknown"],
    ["run", "--json=yes", "--json takes no value"],
    ["run", "--name", "--name must have a value"],
  ])("%s %s is told what is there instead", async (command, flag, hint) => {
    expect((await refusal(traced(), command, flag)).join("\n")).toContain(hint);
  });

  test("a flag in the place of a value is no value, unless it is written as one", async () => {
    const here = traced();
    const [line] = await refusal(here, "status", "--name", "--json");
    expect(line).toContain("--name must have a value, got the flag --json. Write --name=--json");
    expect((await here.donemark("status", "--name=--json")).code).toBe(0);
  });
});

describe("help", () => {
  test("of the whole names every command", async () => {
    const { code, stdout } = await traced().donemark("help");
    expect(code).toBe(0);
    for (const command of [...COMMANDS, "completion", "demo"])
      expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, "m"));
  });

  test.each([
    ["help", "verify"],
    ["verify", "--help"],
    ["--help", "verify"],
  ])("%s %s is that of the command: its switches, an example, its inputs", async (...args) => {
    const { code, stdout } = await traced().donemark(...args);
    expect(code).toBe(0);
    expect(stdout).toContain("Usage: donemark verify [PATH…]");
    expect(stdout).toContain("Example: donemark verify --deep");
    expect(stdout).toMatch(/--deep +read every byte/);
    expect(stdout).not.toContain("--accept");
    expect(stdout).toMatch(/--validate +size, structure or deep \(default: structure\)/);
  });
});
