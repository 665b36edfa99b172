#!/usr/bin/env node
import module from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
const VERSION = "0.1.0";
/**
 * The compiled program is kept in the user's cache folder, which saves a fifth of a short command's time (not by
 * Node 20). On a terminal only: where jobs of different trust share a runner, a cache of code would be a door.
 */
function keepCompiled() {
    const caches = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
    if (process.env["GITHUB_ACTIONS"] !== "true")
        module.enableCompileCache?.(join(caches, "donemark", "compiled"));
}
const argv = process.argv.slice(2);
if (argv[0] === "--version") {
    console.log(VERSION);
}
else {
    keepCompiled();
    const { leave, terminal } = await import("./index.js");
    leave(await terminal(argv, new URL(".", import.meta.url)));
}
