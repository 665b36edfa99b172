import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));
export const LAMBDA = path.join(EXAMPLES, "lambda");

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** An empty folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "donemark-examples-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a script of `examples/lambda` to its end. */
export function node(script: string, args: readonly string[], given: Surroundings): Promise<Run> {
  return run(process.execPath, [path.join(LAMBDA, script), ...args], given);
}

/** Runs a program to its end. @throws where there is no such program. */
export function run(program: string, args: readonly string[], given: Surroundings): Promise<Run> {
  const child = spawn(program, args, { env: { ...process.env, ...given.env } });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdin.on("error", () => {}).end(given.stdin ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
