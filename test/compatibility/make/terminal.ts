import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { start, terminalEnv, type Ended, type Running } from "../../helpers/program.ts";

type Environment = Readonly<Record<string, string>>;

/** A folder in which the program whose fixtures are made is used on a terminal. */
export interface Terminal {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly start: (args: readonly string[], env?: Environment) => Running;
  /** @throws where it ends with another exit code than expected. */
  readonly donemark: (
    args: readonly string[],
    options?: { readonly code?: number; readonly env?: Environment },
  ) => Promise<Ended>;
}

/** A new folder with these files. */
export function openTerminal(files: Readonly<Record<string, string | Uint8Array>>): Terminal {
  const folder = mkdtempSync(join(tmpdir(), "donemark-make-"));
  writeFiles(folder, files);
  const begin: Terminal["start"] = (args, env = {}) =>
    start(folder, args, { env: { ...terminalEnv(folder), ...env } });
  return {
    folder,
    path: (name) => join(folder, name),
    start: begin,
    donemark: async (args, { code = 0, env = {} } = {}) => {
      const ended = await begin(args, env).ended;
      if (ended.code !== code)
        throw new Error(
          `expected ${args.join(" ")} to end with ${code}, got ${ended.code}: ${ended.stderr}`,
        );
      return ended;
    },
  };
}

export function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Kills a run once its commands have written these files, and waits until the commands have ended. */
export async function killAt(running: Running, pidFiles: readonly string[]): Promise<void> {
  await waitFor(() => pidFiles.every(isWhole), `${pidFiles.join(", ")} to be written`);
  running.child.kill("SIGKILL");
  await running.ended;
  const pids = pidFiles.map((path) => readFileSync(path, "utf8").trim());
  await waitFor(() => !pids.some((pid) => existsSync(`/proc/${pid}`)), "the commands to end");
}

export async function waitFor(isSo: () => boolean, what: string): Promise<void> {
  for (let round = 0; !isSo(); round += 1) {
    if (round > 1500) throw new Error(`expected ${what} within 30 s`);
    await sleep(20);
  }
}

function isWhole(path: string): boolean {
  return existsSync(path) && readFileSync(path, "utf8").endsWith("\n");
}
