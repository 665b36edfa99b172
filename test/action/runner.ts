import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { parse } from "yaml";
import { endProcesses, findTagged, startTimeOf } from "../../src/machine/processes.ts";
import { DIST, terminalEnv } from "../helpers/program.ts";
import { until } from "../helpers/until.ts";

const ROOT = new URL("../../", import.meta.url);

/** The folders of the other actions. */
const SUB_ACTIONS = ["plan", "collect", "restore", "save"] as const;
type SubAction = (typeof SUB_ACTIONS)[number];

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

/** An action as the runner reads it; the root action has the folder ".". */
export function readAction(folder: "." | SubAction): Action {
  const path = fileURLToPath(new URL(`${folder}/action.yml`, ROOT));
  const action: Action = parse(readFileSync(path, "utf8"));
  return action;
}

export const ACTION = readAction(".");

/** Values that nobody but the step itself may see. */
export const TOKENS = {
  runtime: "runtime-token-0123456789",
  github: "ghs_github-token-0123456789",
  cache: "https://cache.invalid/runtime-path-0123456789/",
  results: "https://results.invalid/results-path-0123456789/",
} as const;

interface StepOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  /** What the workflow's author has put under `env:`. */
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: string;
}

/** A step that runs, or has run. */
export interface Step {
  readonly child: ChildProcess;
  readonly ended: Promise<EndedStep>;
  /** What it has printed up to now. */
  readonly log: () => string;
}

interface EndedStep {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly path: readonly string[];
}

/** A runner with one job, in a folder of its own. */
export interface Runner {
  readonly workspace: string;
  readonly main: (options?: StepOptions) => Step;
  /** The post step of a main step: with its inputs, and the state that it has written up to now. */
  readonly post: () => Step;
  /** A step of one of the other actions. */
  readonly step: (action: SubAction, options?: StepOptions) => Step;
  /** Processes that steps of this job have started and that are there. */
  readonly left: () => readonly number[];
  /** Comes back when no such process is there any more. */
  readonly deserted: () => Promise<void>;
}

/**
 * The job ends with the test; whatever process it has left by then is a failure of that test, and is ended.
 * A test that runs beside others gives its own `onEnd`.
 */
export function createRunner(
  files: Readonly<Record<string, string>> = {},
  onEnd: (end: () => Promise<void>) => void = onTestFinished,
): Runner {
  const folder = mkdtempSync(join(tmpdir(), "donemark-job-"));
  const tracking = `github_${randomBytes(8).toString("hex")}`;
  const workspace = join(folder, "work", "repo");
  for (const name of ["work/repo", "temp", "commands"])
    mkdirSync(join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), text);
  }
  const job = { folder, workspace, tracking };
  let state: () => Record<string, string> = () => ({});
  let given: StepOptions = {};
  const begun: Step[] = [];
  const startNoted = (...args: Parameters<typeof startStep>): ReturnType<typeof startStep> => {
    const one = startStep(...args);
    begun.push(one.step);
    return one;
  };
  const left = () => findTagged("RUNNER_TRACKING_ID", tracking);
  const deserted = () => eventually(() => left().length === 0, "the job is deserted");
  onEnd(async () => {
    const orphans = await deserted().then(
      () => [],
      () => left(),
    );
    await endProcesses(orphans, { graceMs: 0 });
    // The last words of a step are read from this folder, maybe after its process has gone.
    await Promise.all(begun.map(({ ended }) => ended));
    rmSync(folder, { recursive: true, force: true });
    expect(orphans, "processes that the job left").toEqual([]);
  });
  return {
    workspace,
    main: (options = {}) => {
      given = options;
      const { step, files: written } = startNoted(job, ROOT_MAIN, options, {});
      state = () => keyValues(written.STATE);
      return step;
    },
    post: () =>
      startNoted(job, { folder: ".", entry: ACTION.runs.post ?? "" }, given, state()).step,
    step: (action, options = {}) =>
      startNoted(job, { folder: action, entry: readAction(action).runs.main }, options, {}).step,
    left: () => left().map(({ pid }) => pid),
    deserted,
  };
}

interface Job {
  readonly folder: string;
  readonly workspace: string;
  readonly tracking: string;
}

const COMMAND_FILES = ["OUTPUT", "STATE", "PATH", "ENV", "STEP_SUMMARY"] as const;
type CommandFiles = Record<(typeof COMMAND_FILES)[number], string>;

let serial = 0;

interface Entry {
  readonly folder: "." | SubAction;
  /** As `runs` names it, from the action's own folder. */
  readonly entry: string;
}

const ROOT_MAIN: Entry = { folder: ".", entry: ACTION.runs.main };

function startStep(
  job: Job,
  { folder, entry: named }: Entry,
  options: StepOptions,
  state: Readonly<Record<string, string>>,
): { readonly step: Step; readonly files: CommandFiles } {
  serial += 1;
  const file = (name: string): string => join(job.folder, "commands", `${name}_${serial}`);
  const files: CommandFiles = {
    OUTPUT: file("output"),
    STATE: file("state"),
    PATH: file("path"),
    ENV: file("env"),
    STEP_SUMMARY: file("summary"),
  };
  for (const path of Object.values(files)) writeFileSync(path, "");
  const env = {
    ...runnerEnv(job),
    ...options.env,
    ...Object.fromEntries(COMMAND_FILES.map((name) => [`GITHUB_${name}`, files[name]])),
    ...inputEnv(folder, options.inputs ?? {}),
    ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
  };
  // `runs` names files of the repository; a build elsewhere has the same layout.
  const entry = join(DIST, "..", folder, named);
  const child = spawn(options.node ?? process.execPath, [entry], {
    cwd: job.workspace,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { step: follow(child, files), files };
}

/** What the runner sets for a JavaScript action; the inputs that are not given are empty texts. */
function runnerEnv({ folder, workspace, tracking }: Job): Record<string, string> {
  return {
    ...terminalEnv(folder),
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: "octo/predict",
    GITHUB_REF: "refs/heads/main",
    GITHUB_RUN_ID: "7001",
    GITHUB_RUN_NUMBER: "7",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_JOB: "predict",
    RUNNER_NAME: "gpu-1",
    RUNNER_OS: process.platform === "darwin" ? "macOS" : "Linux",
    RUNNER_TEMP: join(folder, "temp"),
    RUNNER_TRACKING_ID: tracking,
    ACTIONS_RUNTIME_TOKEN: TOKENS.runtime,
    ACTIONS_CACHE_URL: TOKENS.cache,
    ACTIONS_RESULTS_URL: TOKENS.results,
  };
}

function inputEnv(
  folder: Entry["folder"],
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const values = Object.fromEntries(
    Object.entries(readAction(folder).inputs).map(([name, one]) => [name, one.default ?? ""]),
  );
  const all = { ...values, "github-token": TOKENS.github, ...given };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

function follow(child: ChildProcess, files: CommandFiles): Step {
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => pieces.push(text));
  const log = (): string => pieces.join("");
  const ended = new Promise<EndedStep>((done) => {
    child.on("close", (code, signal) => {
      done({
        code,
        signal,
        log: log(),
        outputs: keyValues(files.OUTPUT),
        state: keyValues(files.STATE),
        summary: readFileSync(files.STEP_SUMMARY, "utf8"),
        path: readFileSync(files.PATH, "utf8").split("\n").filter(Boolean),
      });
    });
  });
  return { child, ended, log };
}

/** A command file of the runner's: `name=value` or `name<<delimiter`, lines, `delimiter`. */
function keyValues(path: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = readFileSync(path, "utf8").split("\n");
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter);
      if (end < 0) throw new Error(`${path} has no end of ${name}`);
      values[name] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join("\n");
    } else if (line !== "") {
      const cut = line.indexOf("=");
      if (cut < 1) throw new Error(`${path} holds ${line}`);
      values[line.slice(0, cut)] = line.slice(cut + 1);
    }
  }
  return values;
}

/**
 * What the runner does first to a step that is cancelled: SIGINT to its process alone. Waits until the step has left,
 * however long it takes: that it leaves before the runner sends SIGTERM and SIGKILL stands in test/timing.
 */
export async function cancel(step: Step): Promise<void> {
  step.child.kill("SIGINT");
  await step.ended;
}

/** Waits for a state of the world. @throws where it never comes. */
export function eventually(isSo: () => boolean, what: string): Promise<void> {
  return until(what, isSo);
}

/** Waits until a file of the job holds something, and gives it. */
export async function untilWritten(path: string): Promise<string> {
  await eventually(
    () => existsSync(path) && readFileSync(path, "utf8").endsWith("\n"),
    `${path} is written`,
  );
  return readFileSync(path, "utf8").trim();
}

/** Is the process with this number there, and not dead? */
export function isThere(pid: number): boolean {
  return startTimeOf(pid) !== undefined;
}
