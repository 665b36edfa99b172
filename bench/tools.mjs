// What the benches share: a folder, an environment, timing of whole processes.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
export const CLI = join(process.env.DONEMARK_DIST ?? join(root, "dist"), "cli.js");
export const folder = mkdtempSync(join(tmpdir(), "donemark-bench-"));
export const env = {
  ...process.env,
  DONEMARK_CACHE_DIR: join(folder, "cache"),
  DONEMARK_LEASE_DIR: join(folder, "leases"),
  XDG_CACHE_HOME: join(folder, "xdg"),
  CUDA_VISIBLE_DEVICES: "",
};
// Node 20 reads it at every start, which would make an empty start dear and every ratio to it look good.
delete env.NODE_EXTRA_CA_CERTS;

/** Wall milliseconds of a whole process. */
export function time(args, cwd = folder) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const ms = performance.now() - started;
  if (status !== 0)
    throw new Error(`${args.join(" ")} ended with ${status}: ${stderr.slice(-500)}`);
  return ms;
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Runs each command in turn, `rounds` times; gives the median of each. */
export function interleave(commands, rounds) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const ms = time(args);
      if (round > 0) times[name].push(ms);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

export function report(name, value, limit, more = "") {
  console.log(
    `${value <= limit ? "ok  " : "OVER"} ${name}: ${value.toFixed(2)} (at most ${limit}) ${more}`,
  );
}

/** Wall milliseconds of a whole process, and what it printed; the event loop goes on meanwhile. */
export async function timeBeside(args, { cwd = folder, more = {}, mayFail = false } = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...env, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"])
    child[stream].on("data", (chunk) => (printed[stream] += chunk));
  const code = await new Promise((done) => child.on("close", done));
  const ms = performance.now() - started;
  if (code !== 0 && !mayFail)
    throw new Error(`${args.join(" ")} ended with ${code}: ${printed.stderr.slice(-800)}`);
  return { ms, ...printed };
}
