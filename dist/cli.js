#!/usr/bin/env node
import module from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
/** The build puts the version of package.json here. */
const VERSION = "0.1.0";
/**
 * Keeps the compiled program in the user's cache folder, which saves a fifth of a short command's time (Node 20 has no such
 * cache). On a terminal only: where jobs of different trust share a runner, one could place code there for another.
 */
function keepCompiled() {
    if (process.env["GITHUB_ACTIONS"] === "true")
        return;
    try {
        const given = process.env["XDG_CACHE_HOME"];
        const caches = given !== undefined && isAbsolute(given) ? given : join(homedir(), ".cache");
        if (!isAbsolute(caches))
            return;
        module.enableCompileCache?.(join(caches, "donemark", "compiled"));
    }
    catch {
        // A user without a home, as in many containers, has no cache.
    }
}
const argv = process.argv.slice(2);
if (argv[0] === "--version") {
    console.log(VERSION);
}
else {
    keepCompiled();
    const { dispatch, leave } = await import("./index.js");
    leave(await dispatch(argv, new URL(".", import.meta.url)));
}
