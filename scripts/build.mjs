// tsc, then one ncc bundle of lib/index.js; the entries are copied beside it and stay a few lines each.
// `node scripts/build.mjs [folder]` builds lib/ and dist/ in that folder instead of here.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = resolve(process.argv[2] ?? root);
const lib = join(out, "lib");
const dist = join(out, "dist");

/** Runs a tool of node_modules without a shell. */
function tool(script, ...args) {
  execFileSync(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

rmSync(lib, { recursive: true, force: true });
tool("typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", lib);
rmSync(dist, { recursive: true, force: true });
tool(
  "@vercel/ncc/dist/ncc/cli.js",
  "build",
  join(lib, "index.js"),
  "-o",
  dist,
  "--license",
  "licenses.txt",
);
// Every file of the top folder but the bundle's own is an entry.
const entries = readdirSync(lib).filter((name) => name.endsWith(".js") && name !== "index.js");
for (const entry of entries) cpSync(join(lib, entry), join(dist, entry));
chmodSync(join(dist, "cli.js"), 0o755);
