import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { createRunner, TOKENS, type Runner } from "./runner.ts";

let service: CacheService;

beforeAll(async () => {
  service = await startCacheService();
});

afterAll(() => service.close());

const KEY = "correct horse battery staple";

/** What the step has beside the cache: none of it is for a tool or a helper. */
const SECRETS = {
  DONEMARK_MARKER_KEY: KEY,
  HF_TOKEN: "hf_model-hub-0123456789",
  AWS_SECRET_ACCESS_KEY: "aws-secret-0123456789",
  DB_PASSWORD: "password-0123456789",
  NODE_AUTH_TOKEN: "npm-token-0123456789",
  RUNNER_TOKEN: "registration-0123456789",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "oidc-token-0123456789",
  GITHUB_TOKEN: TOKENS.github,
  GH_TOKEN: TOKENS.github,
  MY_SETTING: "no secret, and nobody's but the command's",
};

const FILES = ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_STATE"];

type Variables = Readonly<Record<string, string>>;

function variablesIn(path: string): Variables {
  const entries = readFileSync(path, "utf8").split("\0").filter(Boolean);
  return Object.fromEntries(
    entries.map((entry) => [
      entry.slice(0, entry.indexOf("=")),
      entry.slice(entry.indexOf("=") + 1),
    ]),
  );
}

/** A folder for a path in which the tools tell their environment, and their parent's, before they do their work. */
function tellingTools(runner: Runner): { readonly bin: string; readonly told: string } {
  const [bin, told] = ["bin", "told"].map((name) => join(runner.workspace, "..", name));
  if (bin === undefined || told === undefined) throw new Error("no folders");
  for (const folder of [bin, told]) mkdirSync(folder);
  const tell = (name: string, then: string): void => {
    const file = join(bin, name);
    const lines = [
      "#!/bin/sh",
      `cat /proc/$$/environ > "${told}/${name}-$$"`,
      `cat /proc/$PPID/environ > "${told}/parent-of-${name}-$$"`,
      then,
    ];
    writeFileSync(file, `${lines.join("\n")}\n`);
    chmodSync(file, 0o755);
  };
  for (const name of ["tar", "zstd", "mkfifo"]) tell(name, `exec ${realPath(name)} "$@"`);
  tell("nvidia-smi", "exit 9");
  return { bin, told };
}

function realPath(name: string): string {
  return execFileSync("/bin/sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
}

const hasTools =
  process.platform === "linux" &&
  ["tar", "zstd", "mkfifo"].every((name) =>
    (process.env["PATH"] ?? "").split(delimiter).some((place) => existsSync(join(place, name))),
  );

/** Of the steps, to the cache. */
const tokens: string[] = [];

/** A step that saves and fetches, checks, and stops a command; what each process has told. */
async function environments(): Promise<ReadonlyMap<string, readonly Variables[]>> {
  const inputs = {
    shards: '["a", "b"]',
    checkpoint: "out/{id}",
    shell: "sh",
    name: "environments",
    command:
      'cat /proc/$$/environ > "../told/command-$$"; [ $SHARD_ID = a ] || sleep 600; echo a > "$SHARD_CHECKPOINT"',
    check: 'cat /proc/$$/environ > "../told/check-$$"',
    "on-stop": 'cat /proc/$$/environ > "../told/on-stop-$$"',
    "shard-timeout": "2s",
    "marker-key": KEY,
  };
  const found = new Map<string, Variables[]>();
  for (const _ of ["saves", "fetches"]) {
    const runner = createRunner({}, afterAll);
    const { bin, told } = tellingTools(runner);
    const PATH = `${bin}${delimiter}${process.env["PATH"] ?? ""}`;
    const cache = service.env();
    tokens.push(cache["ACTIONS_RUNTIME_TOKEN"] ?? "");
    const env = { ...cache, ...SECRETS, PATH, CUDA_VISIBLE_DEVICES: "0" };
    const step = await runner.main({ inputs, env }).ended;
    expect({ code: step.code, log: step.log }).toMatchObject({ code: 1 });
    await runner.post().ended;
    for (const file of readdirSync(told)) {
      const name = file.replace(/-\d+$/, "");
      found.set(name, [...(found.get(name) ?? []), variablesIn(join(told, file))]);
    }
  }
  return found;
}

describe.skipIf(!hasTools)(
  "the environments of a step's processes (Linux, with tar and zstd)",
  () => {
    let told: ReadonlyMap<string, readonly Variables[]>;
    beforeAll(async () => {
      told = await environments();
    });
    const of = (name: string): readonly Variables[] => {
      const all = told.get(name) ?? [];
      expect(all.length, name).toBeGreaterThan(0);
      return all;
    };

    test.each([
      "command",
      "check",
      "on-stop",
      "nvidia-smi",
      "mkfifo",
      "tar",
      "zstd",
      "parent-of-tar",
    ])(
      "%s gets no file by which a step speaks to the runner, no input, no state and no key of Donemark's",
      (name) => {
        for (const variables of of(name)) {
          expect(Object.keys(variables)).toContain("PATH");
          for (const file of FILES) expect(variables).not.toHaveProperty(file);
          const names = Object.keys(variables).join("\n");
          expect(names).not.toMatch(/^(?:INPUT|STATE|DONEMARK_MARKER)_?/m);
          expect(Object.values(variables).join("\n")).not.toContain(KEY);
        }
      },
    );

    test.each(["command", "check", "on-stop", "nvidia-smi", "mkfifo", "tar", "zstd"])(
      "%s has no token of the runner's",
      (name) => {
        for (const variables of of(name)) {
          expect(Object.keys(variables).join("\n")).not.toMatch(/^ACTIONS_(?:RUNTIME|ID)_/m);
          for (const token of tokens) {
            expect(token).not.toBe("");
            expect(Object.values(variables).join("\n")).not.toContain(token);
          }
        }
      },
    );

    test.each(["mkfifo", "tar", "zstd", "parent-of-tar"])(
      "%s has nobody else's secrets",
      (name) => {
        for (const variables of of(name))
          for (const [secret, value] of Object.entries(SECRETS)) {
            expect(variables).not.toHaveProperty(secret);
            expect(Object.values(variables)).not.toContain(value);
          }
      },
    );

    test("the helper of the cache has the token of the cache, where the service answers, and where its job lies", () => {
      const cache = service.env();
      for (const variables of of("parent-of-tar")) {
        expect(variables).toMatchObject({
          ACTIONS_RESULTS_URL: cache["ACTIONS_RESULTS_URL"],
          ACTIONS_CACHE_SERVICE_V2: cache["ACTIONS_CACHE_SERVICE_V2"],
          GITHUB_SERVER_URL: cache["GITHUB_SERVER_URL"],
        });
        expect(tokens).toContain(variables["ACTIONS_RUNTIME_TOKEN"]);
        expect(variables["RUNNER_TRACKING_ID"]).toMatch(/^github_/);
      }
    });

    test("a command, its check and its on-stop have what the workflow gives under env", () => {
      for (const name of ["command", "check", "on-stop"])
        for (const variables of of(name)) {
          const { HF_TOKEN, MY_SETTING } = SECRETS;
          expect(variables).toMatchObject({ HF_TOKEN, MY_SETTING });
        }
    });
  },
);
