// Uses @actions/cache itself: each line of standard input is a call with the environment of its step, each line of
// standard output what came of it, with all that the package has printed meanwhile.
import { createInterface } from "node:readline";
import { restoreCache, saveCache } from "@actions/cache";

const answer = process.stdout.write.bind(process.stdout);
let log = "";
process.stdout.write = (text) => {
  log += String(text);
  return true;
};

for await (const line of createInterface({ input: process.stdin })) {
  const { call, paths, key, restoreKeys, env, folder } = JSON.parse(line);
  for (const name of Object.keys(process.env)) {
    if (/^(ACTIONS|GITHUB)_/.test(name)) delete process.env[name];
  }
  Object.assign(process.env, env);
  process.chdir(folder);
  log = "";
  const result =
    call === "save"
      ? await saveCache(paths, key)
      : await restoreCache(paths, key, restoreKeys, { lookupOnly: call === "lookup" });
  answer(`${JSON.stringify({ result: result ?? "nothing", log })}\n`);
}
// Idle connections would hold the process for minutes.
process.exit(0);
