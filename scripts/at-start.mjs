// Writes scripts/bundle/at-start.json: what the everyday commands call in dist/. The next build compiles it with the files.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { calledFunctions } from "./bundle/called.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const called = calledFunctions(join(root, "dist"));
const list = join(root, "scripts/bundle/at-start.json");
writeFileSync(list, `${JSON.stringify(called, undefined, 2)}\n`);
for (const [file, names] of Object.entries(called)) console.log(`${file}.js: ${names.length}`);
