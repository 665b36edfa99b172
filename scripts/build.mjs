// tsc, then one ncc bundle of lib/index.js; the entries are copied beside it and stay a few lines each.
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const ENTRIES = ["cli.js", "main.js", "post.js", "digest.js"];

/** Runs a tool of node_modules/.bin without a shell. */
function tool(name, script, ...args) {
  execFileSync(process.execPath, [`node_modules/${name}/${script}`, ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

rmSync(`${root}/lib`, { recursive: true, force: true });
rmSync(`${root}/dist`, { recursive: true, force: true });
tool("typescript", "bin/tsc", "-p", "tsconfig.build.json");
tool("@vercel/ncc", "dist/ncc/cli.js", "build", "lib/index.js", "-o", "dist", "--license", "licenses.txt");
for (const entry of ENTRIES) cpSync(`${root}/lib/${entry}`, `${root}/dist/${entry}`);
console.log(readdirSync(`${root}/dist`).join(" "));
