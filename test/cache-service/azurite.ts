import { spawn, type ChildProcess } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const MAIN = require.resolve("azurite/dist/src/blob/main.js");
const WITH_PARENT = fileURLToPath(new URL("with-parent.mjs", import.meta.url));

const ACCOUNT = "devstoreaccount1";
/** Azurite's own published key: it guards nothing. */
const KEY = Buffer.from(
  "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
  "base64",
);
const SAS_VERSION = "2021-10-04";

/** A real Azurite in a process and a folder of its own. */
interface Azurite {
  readonly port: number;
  /** Ends the process and removes the folder. */
  readonly close: () => Promise<void>;
}

/** A container of an Azurite. */
export interface BlobStore extends Azurite {
  /** Path and query of a blob with a signature that holds for an hour. */
  readonly sign: (name: string, permissions: "r" | "rcw" | "rcwd") => string;
}

/**
 * Opens an empty container: on the Azurite that all tests of a run share, where there is one, else on an Azurite that
 * is started for it.
 */
export async function openBlobStore(inMemory = false): Promise<BlobStore> {
  const shared = process.env[SHARED_BLOB_STORE];
  const { port, close } =
    shared === undefined ? await startAzurite(inMemory) : await askForPort(shared);
  const container = `c${randomBytes(12).toString("hex")}`;
  await createContainer(port, container);
  return { port, close, sign: (name, permissions) => sign(container, name, permissions) };
}

/** Address that answers with the port of the shared Azurite; the first question starts it. */
export const SHARED_BLOB_STORE = "DONEMARK_TEST_BLOB_STORE";

async function askForPort(address: string): Promise<Azurite> {
  const answer = await fetch(address);
  return { port: Number(await answer.text()), close: () => Promise.resolve() };
}

/**
 * Starts Azurite on a port of its own choice; it ends with this process, however that dies.
 * In memory it is faster and holds no more than half of the machine's memory.
 */
export async function startAzurite(inMemory: boolean): Promise<Azurite> {
  const folder = mkdtempSync(join(tmpdir(), "cache-service-"));
  const child = launch(folder, inMemory);
  return { port: await portOf(child), close: () => end(child, folder) };
}

function launch(folder: string, inMemory: boolean): ChildProcess {
  const options = ["--silent", "--skipApiVersionCheck", "--disableTelemetry"];
  const address = ["--blobHost", "127.0.0.1", "--blobPort", "0"];
  const place = inMemory ? ["--inMemoryPersistence"] : ["--location", folder];
  const preload = ["--import", `file://${WITH_PARENT}`];
  return spawn(process.execPath, [...preload, MAIN, ...address, ...place, ...options], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", BLOB_STORE_FOLDER: folder },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

function portOf(child: ChildProcess): Promise<number> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("expected the pipes of Azurite");
  return new Promise((found, failed) => {
    const complaints: string[] = [];
    stderr.setEncoding("utf8").on("data", (text: string) => complaints.push(text));
    child.once("exit", (code) =>
      failed(new Error(`Azurite ended with ${String(code)} at its start: ${complaints.join("")}`)),
    );
    createInterface(stdout).on("line", (line) => {
      const port = /successfully listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (port !== undefined) found(Number(port));
    });
  });
}

async function createContainer(port: number, container: string): Promise<void> {
  const path = `/${ACCOUNT}/${container}?restype=container&${accountSignature()}`;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: "PUT" });
  if (answer.status !== 201) {
    throw new Error(`expected Azurite to create a container, got ${answer.status}`);
  }
}

function end(child: ChildProcess, folder: string): Promise<void> {
  return new Promise((done) => {
    const finish = (): void => {
      rmSync(folder, { recursive: true, force: true });
      done();
    };
    if (child.exitCode !== null || child.signalCode !== null) return finish();
    child.once("exit", finish);
    child.kill("SIGKILL");
  });
}

/** Azure's service signature for one blob. */
function sign(container: string, name: string, permissions: string): string {
  const expiry = inAnHour();
  const resource = `/blob/${ACCOUNT}/${container}/${name}`;
  const blank = (count: number): string[] => Array.from({ length: count }, () => "");
  const lines = [permissions, "", expiry, resource, ...blank(3), SAS_VERSION, "b", ...blank(7)];
  const query = new URLSearchParams({
    sv: SAS_VERSION,
    se: expiry,
    sr: "b",
    sp: permissions,
    sig: signature(lines.join("\n")),
  });
  return `/${ACCOUNT}/${container}/${name}?${query.toString()}`;
}

/** Azure's account signature: what creates the container. */
function accountSignature(): string {
  const expiry = inAnHour();
  const lines = [ACCOUNT, "rwc", "b", "co", "", expiry, "", "", SAS_VERSION, "", ""];
  const query = new URLSearchParams({
    sv: SAS_VERSION,
    ss: "b",
    srt: "co",
    sp: "rwc",
    se: expiry,
    sig: signature(lines.join("\n")),
  });
  return query.toString();
}

function signature(text: string): string {
  return createHmac("sha256", KEY).update(text, "utf8").digest("base64");
}

function inAnHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z$/, "Z");
}
