import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The folder of the built program under test. */
export const DIST = resolve(root, process.env["DONEMARK_DIST"] ?? "dist");
export const CLI = join(DIST, "cli.js");
/** The Node that runs it: the tests' own, or another that is supported too. */
export const NODE = process.env["DONEMARK_TEST_NODE"] ?? process.execPath;

/** A new folder that is removed when the test ends. */
export function temporaryFolder(name = "donemark-test-"): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** An environment of a terminal: nothing of a runner, caches and leases in the test's own folder. */
export function terminalEnv(
  folder: string,
  more: Record<string, string> = {},
): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined && !/^(GITHUB_|INPUT_|ACTIONS_|RUNNER_|STATE_|DONEMARK_|CI$)/.test(name),
  );
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? ""])),
    DONEMARK_CACHE_DIR: join(folder, ".cache"),
    DONEMARK_LEASE_DIR: join(folder, ".leases"),
    // A run that another namespace or boot has left counts as gone after six beats.
    DONEMARK_HEARTBEAT_MS: "500",
    CUDA_VISIBLE_DEVICES: "",
    NO_COLOR: "1",
    ...more,
  };
}

/** Starts an entry of the program in a folder. */
export function start(
  folder: string,
  args: readonly string[],
  options: { readonly env?: Record<string, string>; readonly entry?: string } = {},
): Running {
  const entry = join(DIST, options.entry ?? "cli.js");
  const env = options.env ?? terminalEnv(folder);
  const child = spawn(NODE, [entry, ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => out.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => err.push(text));
  const ended = new Promise<Ended>((done) => {
    child.on("close", (code, signal) =>
      done({ code, signal, stdout: out.join(""), stderr: err.join("") }),
    );
  });
  return { child, ended };
}

/** Runs the command line to its end. */
export function donemark(folder: string, ...args: readonly string[]): Promise<Ended> {
  return start(folder, args).ended;
}
