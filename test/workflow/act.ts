import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { findTagged } from "../../src/machine/processes.ts";
import { DIST } from "../helpers/program.ts";
import { ROOT } from "./files.ts";
import { installed } from "./tools.ts";

/** nektos/act, which runs workflows on this machine; `undefined` where it is not installed. */
export const ACT = installed("act", /^act /);

/** Marks every process of a run, as GitHub's runner does by another name. */
const TAG = "WORKFLOW_TEST_RUN";

/**
 * Stands in for actions/upload-artifact, which needs GitHub: it keeps the files of the folder that it is told, and what is
 * uploaded unzipped beside them.
 */
const KEEP_FILES = `
import { cpSync } from "node:fs";
import { basename, join } from "node:path";
const { INPUT_PATH: path, INPUT_ARCHIVE: archive, KEPT_FILES: kept } = process.env;
cpSync(path, archive === "false" ? join(kept, "../reports", basename(path)) : kept, { recursive: true });
`;

/** Stands in for actions/download-artifact: it gives the files of this run that were uploaded unzipped. */
const GIVE_FILES = `
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
const { INPUT_PATH: path, INPUT_PATTERN: pattern, KEPT_FILES: kept } = process.env;
const reports = join(kept, "../reports");
mkdirSync(path, { recursive: true });
for (const name of existsSync(reports) ? readdirSync(reports) : [])
  if (name.startsWith(pattern.replace("*", ""))) cpSync(join(reports, name), join(path, name));
`;

/** A repository of a user's, this one beside it, and a place for what its workflow uploads. */
export interface Place {
  readonly user: string;
  readonly donemark: string;
  readonly kept: string;
  readonly folder: string;
}

/** Lays out a user's repository that holds the examples and runs one of their workflows. */
export function preparePlace(folder: string, workflow: string): Place {
  const place = {
    user: join(folder, "user"),
    donemark: join(folder, "donemark"),
    kept: join(folder, "kept"),
    folder,
  };
  mkdirSync(place.kept);
  layOutDonemark(place.donemark);
  layOutUser(place.user, workflow);
  writeIn(join(folder, "upload/action.yml"), UPLOAD_YML);
  writeIn(join(folder, "upload/keep.mjs"), KEEP_FILES);
  writeIn(join(folder, "download/action.yml"), DOWNLOAD_YML);
  writeIn(join(folder, "download/give.mjs"), GIVE_FILES);
  // Else act asks which image to take for other runners.
  writeIn(join(folder, "home/.config/act/actrc"), "");
  return place;
}

function layOutDonemark(folder: string): void {
  for (const name of ["action.yml", "plan", "run", "collect"])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  cpSync(DIST, join(folder, "dist"), { recursive: true });
  // act knows no references of a repository to itself, no expression for max-parallel, and refuses keys of 2026.
  const known = CALLED.replaceAll(/uses: \$\/(\w+)/g, "uses: donemark/donemark/$1@v0")
    .replace("${{ inputs.max-parallel || 256 }}", "3")
    .replaceAll(/^ +(?:queue: max|cache-mode: read)\n/gm, "");
  writeIn(join(folder, ".github/workflows/predict.yml"), known);
}

function layOutUser(folder: string, workflow: string): void {
  cpSync(join(ROOT, "examples"), join(folder, "examples"), { recursive: true });
  cpSync(join(ROOT, "examples/workflows", workflow), join(folder, ".github/workflows", workflow));
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", "--all");
  git(
    folder,
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@example.com",
    "commit",
    "--quiet",
    "-mfirst",
  );
}

const CALLED = readFileSync(join(ROOT, ".github/workflows/predict.yml"), "utf8");

const UPLOAD_YML = `
name: keep
inputs: { name: {}, path: {}, include-hidden-files: {}, if-no-files-found: {}, overwrite: {}, archive: {} }
runs: { using: node24, main: keep.mjs }
`;

const DOWNLOAD_YML = `
name: give
inputs: { path: {}, pattern: {}, merge-multiple: {} }
runs: { using: node24, main: give.mjs }
`;

function writeIn(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function git(folder: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
}

interface EndedAttempt {
  readonly code: number | null;
  readonly log: string;
}

/** One attempt of a workflow. */
export interface Attempt {
  readonly ended: Promise<EndedAttempt>;
  /** What has been logged up to now. */
  readonly log: () => string;
  /** SIGKILL for the main step of one job, as when its machine runs out of memory. */
  readonly killOneMain: () => void;
  /** The machines vanish: act and every process of every job are killed, and no step follows. */
  readonly vanish: () => Promise<void>;
}

export interface AttemptOptions {
  readonly workflow: string;
  /** The environment of its steps. A GITHUB_TOKEN in it is known to the workflow alone, as on GitHub. */
  readonly env: Readonly<Record<string, string>>;
}

/** How many attempts this process has started: each has a tag of its own. */
let serial = 0;

/** Starts a workflow as a user does by hand; it ends with the test at the latest. Each of its jobs has a workspace of its own, made of the repository. */
export function startAttempt(place: Place, options: AttemptOptions): Attempt {
  if (ACT === undefined) throw new Error("expected act to be installed: .ci/run does it with Go");
  serial += 1;
  const tag = `${process.pid}.${serial}`;
  const { GITHUB_TOKEN: token = "", GH_TOKEN: _, ...env } = options.env;
  const steps = { ...env, KEPT_FILES: place.kept, CUDA_VISIBLE_DEVICES: "", [TAG]: tag };
  writeFileSync(join(place.folder, "env"), dotenv(steps));
  writeFileSync(join(place.folder, "secrets"), dotenv({ GITHUB_TOKEN: token }));
  const child = spawn(ACT, argsOf(place, options.workflow), {
    cwd: place.user,
    env: {
      PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
      HOME: join(place.folder, "home"),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => pieces.push(text));
  const log = (): string => pieces.join("");
  const ended = new Promise<EndedAttempt>((done) => {
    child.on("close", (code) => done({ code, log: log() }));
  });
  const vanish = async (): Promise<void> => {
    child.kill("SIGKILL");
    for (let left = tagged(tag); left.length > 0; left = tagged(tag)) {
      for (const pid of left) killHard(pid);
      await sleep(5);
    }
    await ended;
  };
  const killOneMain = (): void => {
    const pid = tagged(tag).find(isMain);
    if (pid === undefined) throw new Error("expected a job that runs shards, found none");
    killHard(pid);
  };
  onTestFinished(vanish);
  return { ended, log, killOneMain, vanish };
}

function dotenv(values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  return lines.join("");
}

function tagged(tag: string): readonly number[] {
  return findTagged(TAG, tag).map(({ pid }) => pid);
}

function argsOf(place: Place, workflow: string): readonly string[] {
  const uploads = /actions\/upload-artifact@[0-9a-f]+/.exec(CALLED)?.[0];
  const downloads = /actions\/download-artifact@[0-9a-f]+/.exec(CALLED)?.[0];
  return [
    "workflow_dispatch",
    ...["--workflows", join(".github/workflows", workflow)],
    ...["--platform", "self-hosted=-self-hosted", "--platform", "ubuntu-latest=-self-hosted"],
    ...["--local-repository", `donemark/donemark@v0=${place.donemark}`],
    ...["--local-repository", `${uploads ?? ""}=${join(place.folder, "upload")}`],
    ...["--local-repository", `${downloads ?? ""}=${join(place.folder, "download")}`],
    ...["--action-cache-path", join(place.folder, "act")],
    ...["--env-file", join(place.folder, "env"), "--secret-file", join(place.folder, "secrets")],
    ...["--concurrent-jobs", "4"],
    ...["--pull=false", "--no-cache-server", "--artifact-server-addr", "127.0.0.1"],
  ];
}

function isMain(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").endsWith("dist/main.js\0");
}

function killHard(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended since it was seen.
  }
}

/** The jobs that a matrix was made into, by their `job`. */
export function jobsOf(log: string): readonly string[] {
  const names = log.matchAll(/Matrix: map\[job:(\d+ of \d+) /g);
  return [...new Set([...names].map(([, name = ""]) => name))].toSorted();
}

/** The values of an output, of every step that has put it out. */
export function outputsIn(log: string, name: string): readonly string[] {
  const found = log.matchAll(new RegExp(`::set-output:: ${name}=(.*)`, "g"));
  return [...found].map(([, value = ""]) => value);
}

interface Entry<T> {
  readonly job: string;
  readonly only: T;
}

/** The matrix that plan has put out; `undefined` where it has put out none. */
export function matrixOf(log: string): readonly Entry<readonly string[]>[] | undefined {
  const [text] = outputsIn(log, "matrix");
  if (text === undefined) return undefined;
  const matrix: { readonly include: readonly Entry<string>[] } = JSON.parse(text);
  return matrix.include.map(({ job, only }) => {
    const ids: readonly string[] = only === "none" ? [] : JSON.parse(only);
    return { job, only: ids };
  });
}
