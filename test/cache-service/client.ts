import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const CLIENT = fileURLToPath(new URL("client.mjs", import.meta.url));

type Environment = Readonly<Record<string, string>>;

/** What came of a call: @actions/cache's own result (`nothing` for undefined) and what it printed. */
interface Came {
  readonly result: unknown;
  readonly log: string;
}

/** A workspace and a process in which the real @actions/cache saves and restores its files. */
export interface Client {
  /** Saves one file of the workspace, with these bytes, under a key. */
  readonly save: (env: Environment, key: string, bytes?: Buffer) => Promise<Came>;
  /** Empties the workspace and restores that file. */
  readonly restore: (env: Environment, key: string) => Promise<Came>;
  readonly look: (env: Environment, key: string, restoreKeys?: readonly string[]) => Promise<Came>;
  /** The bytes that lie in the workspace. */
  readonly bytes: () => Buffer;
  readonly close: () => Promise<void>;
}

const PATHS = ["ck/one.bin"];

/** Starts the process; the workspace goes with it. */
export function startClient(): Client {
  const root = mkdtempSync(join(tmpdir(), "cache-client-"));
  const folder = join(root, "workspace");
  const temporary = join(root, "temporary");
  const file = join(folder, "ck/one.bin");
  for (const path of [folder, temporary]) mkdirSync(path);
  const child = spawn(process.execPath, [CLIENT], {
    env: { PATH: process.env["PATH"] ?? "", GITHUB_WORKSPACE: folder, RUNNER_TEMP: temporary },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<void>((done) => void child.once("exit", () => done()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (env: Environment, call: object): Promise<Came> => {
    const own = { ...env, GITHUB_WORKSPACE: folder };
    child.stdin.write(`${JSON.stringify({ ...call, paths: PATHS, env: own, folder })}\n`);
    const { value, done } = await lines.next();
    if (done === true) throw new Error("expected an answer of the client, got its end");
    return JSON.parse(value);
  };

  return {
    save: (env, key, bytes = Buffer.from("one")) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
      return ask(env, { call: "save", key });
    },
    restore: (env, key) => {
      rmSync(dirname(file), { recursive: true, force: true });
      return ask(env, { call: "restore", key });
    },
    look: (env, key, restoreKeys = []) => ask(env, { call: "lookup", key, restoreKeys }),
    bytes: () => readFileSync(file),
    close: async () => {
      child.stdin.end();
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}
