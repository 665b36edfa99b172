// `plain-cache.mjs "save|restore <key> <path>" …`: what a workflow without Donemark does, one call after the other.
import { restoreCache, saveCache } from "@actions/cache";

for (const line of process.argv.slice(2)) {
  const [act, key, path] = line.split(" ");
  const done =
    act === "save"
      ? (await saveCache([path], key)) !== -1
      : (await restoreCache([path], key)) === key;
  if (!done) throw new Error(`${line} failed`);
}
