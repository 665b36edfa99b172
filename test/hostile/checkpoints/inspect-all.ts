import { readdirSync } from "node:fs";
import { join } from "node:path";
import { realDisk } from "../../../src/files/real-disk.ts";
import { inspect } from "../../../src/inspect/inspect.ts";

/** A process that inspects every file of a folder, and prints by how many bytes its memory has grown at most. */
const [folder = ""] = process.argv.slice(2);
const names = { statusField: "status", versionField: "version" };
const before = process.resourceUsage().maxRSS;
for (const name of readdirSync(folder)) await inspect(realDisk, join(folder, name), names);
console.log((process.resourceUsage().maxRSS - before) * 1024);
