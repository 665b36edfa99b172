import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changingValuesIn,
  mask,
  scrub,
  secretsOf,
} from "../../../src/core/definition/environment.ts";

describe("the environment of a command", () => {
  test("has neither the runner's services nor the step's inputs, state and outputs", () => {
    const hidden = {
      ACTIONS_RUNTIME_TOKEN: "x",
      ACTIONS_CACHE_URL: "x",
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "x",
      INPUT_COMMAND: "x",
      "INPUT_GITHUB-TOKEN": "x",
      input_shards: "x",
      STATE_saved: "x",
      GITHUB_STATE: "/x",
      GITHUB_OUTPUT: "/x",
      GITHUB_ENV: "/x",
      GITHUB_PATH: "/x",
      GITHUB_STEP_SUMMARY: "/x",
      DONEMARK_RUN: "x",
      SHARD_ID: "x",
      SHARDS_FILE: "x",
    };
    expect(scrub(hidden)).toEqual({});
  });

  test("has everything else, also the user's own secrets", () => {
    const kept = {
      PATH: "/bin",
      HF_TOKEN: "x",
      GITHUB_TOKEN: "x",
      GITHUB_ENVIRONMENT: "x",
      GITHUB_OUTPUT_DIR: "/x",
      MY_INPUT_FILE: "x",
      REACTIONS_X: "x",
      CUDA_VISIBLE_DEVICES: "",
    };
    expect(scrub({ ...kept, GONE: undefined })).toEqual(kept);
  });
});

describe("secrets", () => {
  test("are the values of variables that are named like one, in any case", () => {
    const environment = {
      HF_TOKEN: "hf_123456",
      my_secret: "swordfish",
      DB_PASSWORD: "hunter22",
      AWS_ACCESS_KEY_ID: "AKIA1234",
      GOOGLE_CREDENTIALS: "file-content",
      PATH: "/usr/bin:/bin",
      HOME: "/home/someone",
    };
    const found = ["file-content", "hf_123456", "swordfish", "hunter22", "AKIA1234"];
    expect([...secretsOf(environment)].sort()).toEqual(found.sort());
  });

  test("are taken line by line, and never so short that they blot out words", () => {
    const environment = {
      A_KEY: "-----BEGIN-----\r\n  abcdefgh  \n}\n\nfalse",
      B_KEY: "",
      C_KEY: undefined,
    };
    expect(secretsOf(environment)).toEqual(["-----BEGIN-----", "abcdefgh"]);
  });

  test("come longest first, each once", () => {
    const environment = { A_TOKEN: "abcdef", B_TOKEN: "abcdefghi", C_TOKEN: "abcdef" };
    expect(secretsOf(environment)).toEqual(["abcdefghi", "abcdef"]);
    expect(mask("abcdefghi", secretsOf(environment))).toBe("***");
  });

  test("never stay in a masked text", () => {
    const value = fc.string({
      unit: fc.constantFrom("a", "b", "$", "&", "\\", "(", "é"),
      minLength: 6,
      maxLength: 9,
    });
    const text = fc.array(fc.oneof(value, fc.string()), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), text, (values, pieces) => {
        const secrets = secretsOf(Object.fromEntries(values.map((v, i) => [`TOKEN_${i}`, v])));
        const masked = mask([...pieces, ...values].join(""), secrets);
        expect(values.filter((secret) => masked.includes(secret))).toEqual([]);
      }),
    );
  });

  test("are masked as they are, not as patterns, and nothing else is", () => {
    expect(mask("a.c+abc $& a.c+", ["a.c+"])).toBe("***abc $& ***");
    expect(mask("nothing here", ["secret"])).toBe("nothing here");
    expect(mask("nothing here", [])).toBe("nothing here");
  });
});

describe("values that change from runner to runner", () => {
  const environment = {
    GITHUB_RUN_ID: "123456789",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_WORKSPACE: "/home/runner/work/a/a",
    RUNNER_NAME: "gpu-box-1",
    GITHUB_REPOSITORY: "owner/name",
  };

  test("are named where a text holds them letter by letter", () => {
    const text = "cd /home/runner/work/a/a && ./predict --host gpu-box-1";
    expect(changingValuesIn(text, environment)).toEqual(["RUNNER_NAME", "GITHUB_WORKSPACE"]);
  });

  test("are not seen in what the shell expands, in what stays the same, or in a single digit", () => {
    const text = 'cd "$GITHUB_WORKSPACE" && ./predict --repo owner/name --seed 1';
    expect(changingValuesIn(text, environment)).toEqual([]);
  });
});
