import * as fc from "fast-check";
import { DEFAULT_STATUS_RULES } from "../../../src/core/model/status.ts";
import { describe, expect, test } from "vitest";
import {
  readDefinition,
  unknownNames,
  type Layer,
} from "../../../src/core/definition/definition.ts";
import type { Definition } from "../../../src/core/definition/fields.ts";
import { FIELD_NAMES, FIELDS, isFieldName } from "../../../src/core/definition/fields.ts";

type Values = Readonly<Record<string, unknown>>;

const NEEDED = { shards: "in/*.fa", checkpoint: "out/{id}.pt" };

const input = (values: Values): Layer => ({ label: (name) => `input "${name}"`, values });
const file = (values: Values): Layer => ({ label: (name) => `donemark.yml: ${name}`, values });

function read(...layers: readonly Layer[]): Definition {
  const result = readDefinition(layers);
  if ("problems" in result) throw new Error(result.problems.join("\n"));
  return result.definition;
}

function problemsOf(...layers: readonly Layer[]): readonly string[] {
  const result = readDefinition(layers);
  return "problems" in result ? result.problems : [];
}

/** The definition of the needed values and one more. */
const withOne = (name: string, value: unknown): Definition =>
  read(input({ ...NEEDED, [name]: value }));

describe("a definition", () => {
  test("needs shards and a checkpoint, all else has the defaults of the design", () => {
    expect(read(input(NEEDED))).toEqual({
      shards: "in/*.fa",
      checkpoint: "out/{id}.pt",
      work: undefined,
      command: undefined,
      check: undefined,
      fingerprintText: "",
      fingerprintFiles: [],
      inputFingerprint: "content",
      rerunOn: ["input", "command", "files", "text"],
      name: undefined,
      store: "auto",
      validate: "structure",
      allowEmpty: false,
      ignore: [],
      adopt: true,
      status: DEFAULT_STATUS_RULES,
      only: undefined,
      force: undefined,
      keep: 1,
      runPer: "shard",
      shell: "bash",
      workingDirectory: ".",
      parallel: "auto",
      retries: 0,
      retryOn: undefined,
      noRetryOn: [],
      retryDelayMs: 0,
      stallTimeoutMs: undefined,
      onStop: undefined,
      shardTimeoutMs: undefined,
      maxRuntimeMs: undefined,
      stopGraceMs: expect.any(Number),
      maxFailures: undefined,
      workEveryMs: 300_000,
      fetch: "all",
      handOver: undefined,
      report: [],
      events: [],
      maxParallel: undefined,
      maxJobs: 256,
      jobTimeMs: 3_600_000,
      allowMissing: 0,
      finished: "marked",
    });
  });

  test("stops within the bounds that a stop has, where nothing says how long", () => {
    const { stopGraceMs } = read(input(NEEDED));
    expect(stopGraceMs).toBeGreaterThanOrEqual(6000);
    expect(stopGraceMs).toBeLessThanOrEqual(120_000);
  });

  test("fetches nothing by itself where `only` is given", () => {
    expect(withOne("only", "a").fetch).toBe("none");
    expect(read(input({ ...NEEDED, only: "a", fetch: "missing" })).fetch).toBe("missing");
  });

  test("has an answer to every input", () => {
    const keys = Object.keys(read(input(NEEDED)));
    const plain = FIELD_NAMES.map((name) => name.replaceAll("-", "").toLowerCase());
    expect(keys.map((key) => key.replace(/Ms$/, "").toLowerCase()).sort()).toEqual(plain.sort());
  });

  test("is described by inputs in kebab-case, each with words for people", () => {
    for (const name of FIELD_NAMES) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(FIELDS[name].expected).toMatch(/\S/);
      expect(FIELDS[name].about).toMatch(/\.$/);
    }
  });
});

describe("layers", () => {
  test("the first one that gives a value wins, value by value", () => {
    const definition = read(
      input({ retries: "3", shards: "" }),
      file({ retries: 1, command: "b", shards: "x/*" }),
      file({ retries: 2, command: "c", checkpoint: "o/{id}" }),
    );
    expect(definition).toMatchObject({
      retries: 3,
      command: "b",
      shards: "x/*",
      checkpoint: "o/{id}",
    });
  });

  test.each([undefined, null, ""])("%j is not given: the next layer is asked", (nothing) => {
    expect(read(input({ ...NEEDED, command: nothing }), file({ command: "b" })).command).toBe("b");
    expect(read(input({ ...NEEDED, "fingerprint-text": nothing })).fingerprintText).toBe("");
  });

  test("false and 0 are given", () => {
    const definition = read(
      input({ ...NEEDED, adopt: false, retries: 0 }),
      file({ adopt: true, retries: 5 }),
    );
    expect(definition).toMatchObject({ adopt: false, retries: 0 });
  });

  test("a wrong value is named by the layer that it comes from, and never passed over", () => {
    const layers = [input(NEEDED), file({ retries: "many" }), file({ retries: 1 })];
    expect(problemsOf(...layers)).toEqual([
      'donemark.yml: retries must be a whole number from 0 up, got "many".',
    ]);
    expect(problemsOf(input({ ...NEEDED, retries: 1 }), file({ retries: "many" }))).toEqual([]);
  });

  test("an unknown name of any layer is a problem with the nearest right one", () => {
    const layers = [input({ ...NEEDED, chekpoint: "x" }), file({ zzzzzz: 1 })];
    expect(problemsOf(...layers)).toEqual([
      'input "chekpoint" is unknown. Did you mean "checkpoint"?',
      "donemark.yml: zzzzzz is unknown.",
    ]);
  });

  test.each(["runPer", "run_per", "RUN-PER", "toString", "__proto__", "constructor"])(
    "%s is no name of an input",
    (name) => {
      expect(isFieldName(name)).toBe(false);
      expect(unknownNames(input(Object.fromEntries([[name, "x"]])))).toHaveLength(1);
    },
  );

  test("names that mean something else in their layer are known there", () => {
    const layer = { ...input({ config: "x", jsno: true }), others: ["config", "json"] };
    expect(unknownNames(layer)).toEqual(['input "jsno" is unknown. Did you mean "json"?']);
  });

  test("what is required and given nowhere is told by the name of the strongest layer", () => {
    const problems = problemsOf(input({}), file({}));
    expect(problems).toEqual([
      expect.stringMatching(/^input "shards" is required: globs/),
      expect.stringMatching(/^input "checkpoint" is required: a path template/),
    ]);
    expect(problemsOf()).toHaveLength(2);
  });

  test("every problem is told at once", () => {
    const problems = problemsOf(
      input({ checkpoint: 5, retries: -1, parallel: "all", "stop-grace": "1s", nmae: "x" }),
      file({ adopt: "maybe" }),
    );
    for (const name of [
      "shards",
      "checkpoint",
      "retries",
      "parallel",
      "stop-grace",
      "nmae",
      "adopt",
    ])
      expect(problems.filter((problem) => problem.includes(name))).toHaveLength(1);
    expect(problems).toHaveLength(7);
  });
});

const DAY = 86_400_000;

/** What a value is read as, on the surfaces where everything is text and in a file. */
const RIGHT: readonly (readonly [string, unknown, keyof Definition, unknown])[] = [
  ["shards", 12, "shards", 12],
  ["shards", "12", "shards", "12"],
  ["shards", ["a/*.fa", "b/*.fa"], "shards", ["a/*.fa", "b/*.fa"]],
  ["shards", [{ id: "a", inputs: ["x"] }], "shards", [{ id: "a", inputs: ["x"] }]],
  ["work", "w/{id}", "work", "w/{id}"],
  ["command", "python a.py\n", "command", "python a.py\n"],
  ["check", "test -s x", "check", "test -s x"],
  ["fingerprint-text", "v1", "fingerprintText", "v1"],
  ["fingerprint-text", 3, "fingerprintText", "3"],
  ["fingerprint-text", false, "fingerprintText", "false"],
  ["fingerprint-files", "a/*.py\n\n b.lock \r\n", "fingerprintFiles", ["a/*.py", "b.lock"]],
  ["fingerprint-files", ["a.py"], "fingerprintFiles", ["a.py"]],
  ["input-fingerprint", "stat", "inputFingerprint", "stat"],
  ["input-fingerprint", " Name ", "inputFingerprint", "name"],
  ["rerun-on", "text,input", "rerunOn", ["input", "text"]],
  ["rerun-on", "files\ncommand", "rerunOn", ["command", "files"]],
  ["rerun-on", ["text", "text"], "rerunOn", ["text"]],
  ["rerun-on", "none", "rerunOn", []],
  ["rerun-on", [], "rerunOn", []],
  ["name", "esm2", "name", "esm2"],
  ["store", " file:/mnt/x ", "store", "file:/mnt/x"],
  ["store", "none", "store", "none"],
  ["validate", "deep", "validate", "deep"],
  ["allow-empty", "yes", "allowEmpty", true],
  ["ignore", ".DS_Store\n *.fai \n", "ignore", [".DS_Store", "*.fai"]],
  ["adopt", "FALSE", "adopt", false],
  ["adopt", "yes", "adopt", true],
  ["adopt", "0", "adopt", false],
  [
    "only",
    '["a","b*"]',
    "only",
    [
      { kind: "id", text: "a" },
      { kind: "id", text: "b*" },
    ],
  ],
  [
    "only",
    "a\nb*",
    "only",
    [
      { kind: "name", text: "a" },
      { kind: "name", text: "b*" },
    ],
  ],
  ["only", ["a"], "only", [{ kind: "name", text: "a" }]],
  ["only", "none", "only", [{ kind: "none" }]],
  [
    "force",
    "slice:2/3\nx",
    "force",
    [
      { kind: "slice", part: 2, of: 3 },
      { kind: "name", text: "x" },
    ],
  ],
  ["run-per", "slot", "runPer", "slot"],
  ["shell", "python {0}", "shell", "python {0}"],
  ["working-directory", "sub", "workingDirectory", "sub"],
  ["parallel", "4", "parallel", 4],
  ["parallel", 2, "parallel", 2],
  ["parallel", "AUTO", "parallel", "auto"],
  ["retries", " 2 ", "retries", 2],
  ["retry-on", "137, OOM\ntimeout", "retryOn", ["137", "oom", "timeout"]],
  ["retry-on", [1, "oom"], "retryOn", ["1", "oom"]],
  ["no-retry-on", 2, "noRetryOn", ["2"]],
  ["retry-delay", "30s", "retryDelayMs", 30_000],
  ["stall-timeout", "30m", "stallTimeoutMs", 1_800_000],
  ["on-stop", "docker kill x", "onStop", "docker kill x"],
  ["shard-timeout", "90m", "shardTimeoutMs", 5_400_000],
  ["shard-timeout", 90, "shardTimeoutMs", 90_000],
  ["max-runtime", "5h", "maxRuntimeMs", 18_000_000],
  ["stop-grace", "6s", "stopGraceMs", 6000],
  ["stop-grace", "2m", "stopGraceMs", 120_000],
  ["max-failures", "0", "maxFailures", 0],
  ["max-failures", 1, "maxFailures", 1],
  ["work-every", "1m30s", "workEveryMs", 90_000],
  ["fetch", "missing", "fetch", "missing"],
  ["report", "r.html", "report", ["r.html"]],
  ["report", " a/r.HTML \n\nb.md\na/r.HTML", "report", ["a/r.HTML", "b.md"]],
  ["report", ["~/r.tsv", "/tmp/e.jsonl"], "report", ["~/r.tsv", "/tmp/e.jsonl"]],
  ["keep", "0", "keep", 0],
  ["max-jobs", "300", "maxJobs", 300],
  ["job-time", "1d", "jobTimeMs", DAY],
  ["allow-missing", "3", "allowMissing", 3],
  ["finished", "Sound", "finished", "sound"],
];

describe("a value is read", () => {
  test.each(RIGHT)("%s: %j", (name, value, key, expected) => {
    expect(withOne(name, value)[key]).toEqual(expected);
  });
});

const WRONG: readonly (readonly [string, unknown, RegExp])[] = [
  ["shards", 0, /globs .*whole number.*JSON list.*got 0/],
  ["shards", 1.5, /got 1\.5/],
  ["shards", true, /got true/],
  ["shards", [{ inputs: "x" }], /JSON list/],
  ["shards", [{ id: 7 }], /JSON list/],
  ["checkpoint", ["a"], /path template such as out\/\{id\}\.pt, got \["a"\]/],
  ["command", 5, /a command, got 5/],
  ["check", {}, /a command/],
  ["fingerprint-text", ["a"], /a text/],
  ["fingerprint-files", [5], /globs/],
  ["ignore", ["x".repeat(8200)], /patterns, one per line, of 8 KB at most, got/],
  ["input-fingerprint", "hash", /content, stat or name, got "hash"/],
  ["rerun-on", "inputs", /input, command, files, text, got "inputs"/],
  ["rerun-on", ["input", "x"], /got \["input","x"\]/],
  ["store", "s3", /auto, none, github or file:<folder>,.*got "s3"/],
  ["store", "file:", /got "file:"/],
  ["store", "ftp://x", /got/],
  ["validate", "full", /size, structure or deep, got "full"/],
  ["adopt", "maybe", /true or false, got "maybe"/],
  ["adopt", 2, /true or false/],
  ["only", "slice:9/3", /slice:i\/n.*got "slice:9\/3"/],
  ["only", 5, /a JSON array of ids/],
  ["force", [5], /a JSON array of ids/],
  ["run-per", "gpu", /shard, slot or job, got "gpu"/],
  ["shell", 5, /shell/],
  ["parallel", "0", /auto or a whole number from 1 up, got "0"/],
  ["parallel", 1.5, /auto or/],
  ["retries", "-1", /whole number from 0 up, got "-1"/],
  ["retries", 1.5, /whole number/],
  ["retries", "1e2", /whole number/],
  ["retries", true, /whole number/],
  ["retry-on", "256", /exit codes, oom, timeout and reported, got "256"/],
  ["retry-on", [0], /exit codes/],
  ["no-retry-on", "never", /exit codes, oom, timeout and reported, got "never"/],
  ["retry-delay", "later", /a time such as 30s/],
  ["stall-timeout", "0", /a time such as 30m/],
  ["on-stop", 5, /a command/],
  ["shard-timeout", "soon", /a time such as 90m or 30s, got "soon"/],
  ["shard-timeout", "0", /a time/],
  ["max-runtime", -5, /a time/],
  ["stop-grace", "5s", /6s to 120s, got "5s"/],
  ["stop-grace", "121s", /6s to 120s/],
  ["report", "r.txt", /\.html .*\.md .*\.tsv .*\.jsonl .*, got "r\.txt"/],
  ["report", "a.md\nreport", /\.html .*got "a\.md\\nreport"/],
  ["report", "out/.html", /got "out\/\.html"/],
  ["report", "~other/r.html", /do not begin with ~user, got "~other\/r\.html"/],
  ["report", 5, /paths, one per line/],
  ["max-failures", "none", /whole number from 0 up, got "none"/],
  ["work-every", "10ms", /1s up/],
  ["fetch", "some", /none, missing or all, got "some"/],
  ["keep", 10, /0 to 9, got 10/],
  ["max-jobs", 0, /1 up, got 0/],
  ["job-time", "0s", /a time/],
  ["allow-missing", "-1", /whole number from 0 up/],
  ["status", "complete", /block with field/],
  ["status", { complete: "done" }, /at complete/],
  ["status", { fields: "x" }, /at fields/],
  ["status", { "highest-version": "latest" }, /highest-version/],
  ["status", { "highest-version": -1 }, /highest-version/],
];

describe("a wrong value is told with its name, what was expected and what came", () => {
  test.each(WRONG)("%s: %j", (name, value, message) => {
    const problems = problemsOf(input({ ...NEEDED, [name]: value }));
    expect(problems).toEqual([expect.stringMatching(message)]);
    expect(problems[0]).toMatch(/^input ".*" must be .*, got .*\.$/);
  });

  test("whatever it is, without throwing, in one short line", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_NAMES), fc.jsonValue(), (name, value) => {
        for (const problem of problemsOf(input({ ...NEEDED, [name]: value }))) {
          expect(problem).not.toContain("\n");
          expect(problem.length).toBeLessThan(400);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the status block", () => {
  test("has a default for each of its names", () => {
    expect(withOne("status", { field: "state" }).status).toEqual({
      ...read(input(NEEDED)).status,
      statusField: "state",
    });
  });

  test("gives names, words in any case, and the highest version as text or number", () => {
    const block = {
      "version-field": "v",
      complete: ["OK", " Fine "],
      "in-progress": ["Half"],
      failed: ["No", 17, false],
      "highest-version": 2,
    };
    expect(withOne("status", block).status).toEqual({
      statusField: "status",
      versionField: "v",
      complete: ["ok", "fine"],
      inProgress: ["half"],
      failed: ["no", "17", "false"],
      highestVersion: "2",
    });
    expect(withOne("status", { "highest-version": "2.10" }).status.highestVersion).toBe("2.10");
    expect(withOne("status", { "highest-version": "v3.x" }).status.highestVersion).toBe("v3.x");
  });

  test("can be JSON, where a surface knows text only", () => {
    expect(withOne("status", '{"field":"state","complete":[]}').status).toMatchObject({
      statusField: "state",
      complete: [],
    });
  });
});

/** Defaults that are told in words, since no value that one could write means the same. */
const IN_WORDS = new Set([
  ...["shards", "checkpoint", "command", "work", "name", "working-directory"],
  ...[
    "fingerprint-text",
    "fingerprint-files",
    "only",
    "force",
    "fetch",
    "hand-over",
    "max-failures",
    "retry-on",
    "no-retry-on",
  ],
]);

describe("the defaults that docs/reference.md names", () => {
  const named = FIELD_NAMES.flatMap((name) => {
    const words = FIELDS[name].default;
    return words === undefined || IN_WORDS.has(name) ? [] : [[name, words] as const];
  });
  test.each(named)("%s: %s is what leaving it out means", (name, value) => {
    const written = name === "rerun-on" ? value.split(",") : value;
    expect(withOne(name, written)).toEqual(read(input(NEEDED)));
  });
});
