import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { readArguments } from "../../src/commands/cli/arguments.ts";
import { runCommand } from "../../src/commands/run.ts";
import type { Layer } from "../../src/core/definition/definition.ts";
import { FIELD_NAMES, OTHER_INPUTS } from "../../src/core/definition/fields.ts";
import { isRefused, UserError } from "../../src/core/text/problem.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { define } from "../../src/job/define.ts";
import type { Invocation } from "../../src/job/invocation.ts";
import { markerForm } from "../../src/job/marker-key.ts";
import { expandShards } from "../../src/shards/expand.ts";
import { readInputs } from "../../src/ui/actions/actions.ts";
import { workspace } from "../fixtures/cli/workspace.ts";
import { DIST, temporaryFolder } from "../helpers/program.ts";

const BASE = { shards: "3", checkpoint: "out/{id}", command: "true" };
const BLANKS = ["", " \t", " \r\n \n", " ".repeat(20)];
const BLANK_LISTS = [[""], [" ", "\n"], [null], ["", "a"], ["a", " "]];

const OTHERS = OTHER_INPUTS.map(({ name }) => name);
const NAMES: readonly string[] = [...FIELD_NAMES, ...OTHERS];
const FLAGS = NAMES.filter(
  (name) => !OTHER_INPUTS.some((one) => one.name === name && one.isSecret === true),
);

function invocationOf(config: string | undefined, inputs: Layer): Invocation {
  const folder = temporaryFolder();
  if (config !== undefined) writeFileSync(join(folder, "donemark.yml"), config);
  const say = (): void => undefined;
  return {
    surface: "terminal",
    inputs,
    workspace: folder,
    // A step keeps no cache of config files.
    env: { GITHUB_ACTIONS: "true" },
    disk: realDisk,
    reporter: { info: say, warn: say, error: say, debug: say, output: say, mask: say },
    now: Date.now,
    randomHex: () => "0",
    home: pathToFileURL(`${DIST}/`),
  };
}

/** The whole definition, whether markers are signed, and the shards; or the word `refused`. */
async function outcome(config: string | undefined, inputs: Layer = NOTHING): Promise<unknown> {
  const invocation = invocationOf(config, inputs);
  try {
    const { definition, isPlanned } = await define(invocation);
    const { shards } = await expandShards(realDisk, invocation.workspace, definition);
    const isSigned = markerForm(invocation).seal !== undefined;
    return { definition, isPlanned, isSigned, shards };
  } catch (error) {
    if (!(error instanceof UserError) && !isRefused(error)) throw error;
    return "refused";
  }
}

const NOTHING: Layer = { label: (name) => name, values: {}, others: OTHERS };
const config = (values: object): string => JSON.stringify(values);
const flags = async (...args: readonly string[]): Promise<Layer> =>
  (await readArguments(runCommand, args, async () => [])).inputs;
const handedOn = (values: object): Layer => ({
  ...NOTHING,
  values: { definition: JSON.stringify(values) },
});

describe("blank is not given", () => {
  test.each(FLAGS)("as the flag --%s", async (name) => {
    const given = await outcome(config(BASE));
    for (const blank of BLANKS) {
      expect(await outcome(config(BASE), await flags(`--${name}=${blank}`)), blank).toEqual(given);
      expect(await outcome(config(BASE), await flags(`--${name}`, blank)), blank).toEqual(given);
    }
  });

  test.each(NAMES)("as the input %s of an action", async (name) => {
    const given = await outcome(config(BASE));
    for (const blank of BLANKS) {
      const inputs = readInputs({ [`INPUT_${name.toUpperCase()}`]: blank });
      expect(await outcome(config(BASE), inputs), blank).toEqual(given);
    }
  });

  test.each(FIELD_NAMES)("as the key %s of a config file and of a definition", async (name) => {
    const { [name]: _, ...rest }: Record<string, unknown> = BASE;
    const given = {
      file: await outcome(config(rest)),
      plan: await outcome(undefined, handedOn(rest)),
    };
    for (const blank of [...BLANKS, null]) {
      const values = { ...rest, [name]: blank };
      expect(await outcome(config(values)), config(values)).toEqual(given.file);
      expect(await outcome(undefined, handedOn(values)), config(values)).toEqual(given.plan);
    }
    const lines = Object.entries(rest).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    for (const text of [`${name}:`, `${name}: ~`, `${name}: |\n\n`, `${name}: # none`])
      expect(await outcome([...lines, text].join("\n")), text).toEqual(given.file);
  });

  test.each(FIELD_NAMES)("in a list of %s it is an error", async (name) => {
    for (const list of BLANK_LISTS)
      expect(await outcome(config({ ...BASE, [name]: list })), config(list)).toBe("refused");
  });

  test.each(["rerun-on", "retry-on", "no-retry-on"])(
    "of %s separators alone are an error, and no empty list",
    async (name) => {
      for (const text of [",", " , ", ",\n,"])
        expect(await outcome(config({ ...BASE, [name]: text })), text).toBe("refused");
    },
  );

  test.each(["field", "version-field", "complete", "in-progress", "failed", "highest-version"])(
    "in the block status as %s",
    async (key) => {
      const given = await outcome(config(BASE));
      for (const blank of [...BLANKS, null, ...BLANK_LISTS]) {
        const found = await outcome(config({ ...BASE, status: { [key]: blank } }));
        expect([given, "refused"], config({ blank })).toContainEqual(found);
      }
    },
  );

  test.each(["id", "inputs", "sha256", "params"])("in a shard of a list as %s", async (key) => {
    const placed = async (shards: unknown): Promise<unknown> => {
      const found = await outcome(config({ ...BASE, shards }));
      return typeof found === "object" && found !== null && "shards" in found
        ? found.shards
        : found;
    };
    const given = await placed([{ id: "a" }]);
    const values = [...BLANKS, null, ...BLANK_LISTS, ...[...BLANKS, null].map((p) => ({ p }))];
    for (const blank of values) {
      const shards = [{ id: "a", [key]: blank }];
      const found = [await placed(shards), await placed(JSON.stringify(shards))];
      for (const one of found) expect([given, "refused"], config(shards)).toContainEqual(one);
    }
  });

  test("an unknown key is unknown without a value too", async () => {
    expect(await outcome(`${config(BASE).slice(0, -1)}, "retires": null}`)).toBe("refused");
  });

  test("a blank flag does not hide what the config file says from the jobs of a plan", async () => {
    const here = workspace();
    here.define({ ...BASE, only: "0001" });
    const { stdout } = await here.donemark("plan", "--json", "--only=", "--force", " ");
    expect(JSON.parse(stdout).definition).toMatchObject({ ...BASE, only: "0001" });
  });

  test.each([
    "DONEMARK_MARKER_KEY",
    "DONEMARK_LEASE_DIR",
    "DONEMARK_CACHE_DIR",
    "DONEMARK_HEARTBEAT_MS",
    "DONEMARK_DEBUG",
    "XDG_CACHE_HOME",
    "HOME",
    "RUNNER_TEMP",
    "GITHUB_RUN_ID",
    "GITHUB_REF",
    "GITHUB_RUN_ATTEMPT",
    "GITHUB_STEP_SUMMARY",
    "GH_TOKEN",
    "GITHUB_TOKEN",
  ])("as the variable %s", async (name) => {
    const here = workspace();
    here.define({ ...BASE, shards: "1", command: 'echo a > "$SHARD_CHECKPOINT"', shell: "sh" });
    for (const blank of ["", " ".repeat(20)]) {
      const env = { HOME: here.path("home"), [name]: blank };
      const { code, stderr } = await here.start(["run", "--force=*"], env).ended;
      expect({ code, stderr: stderr.split("\n")[0] }, blank).toMatchObject({ code: 0 });
      expect(here.read("out/0000.done")).not.toContain("signature");
    }
    // Nothing was written to a folder named by blanks.
    const names = [".cache", ".donemark", ".leases", "donemark.yml", "home", "out"];
    expect(names).toEqual(expect.arrayContaining([...here.names(".")]));
  });
});
