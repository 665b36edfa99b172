import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { realDisk } from "../../src/files/real-disk.ts";
import { fileStore } from "../../src/store/file/file-store.ts";
import { markerOf, token, wantedOf } from "./told.ts";
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";

/**
 * A process that saves shards to a directory store, one after the other, and a snapshot of a growing work directory
 * after each. Arguments: the store's root, a folder of its own, the number of shards. A line for each answer.
 */
const [root = "", folder = "", shards = "0"] = process.argv.slice(2);
const store = fileStore({
  disk: realDisk,
  root,
  name: "test",
  scope: undefined,
  token,
  markers: PLAIN_FORM,
  now: Date.now,
});
const work = path.join(folder, "work");
mkdirSync(work, { recursive: true });

for (let index = 0; index < Number(shards); index += 1) {
  const shard = `shard-${index}`;
  const checkpoint = path.join(folder, shard);
  mkdirSync(checkpoint, { recursive: true });
  for (const name of ["a", "b", "c"]) {
    writeFileSync(path.join(checkpoint, name), `${name} of ${shard}`.repeat(2000));
  }
  const marker = markerOf(checkpoint, { shard });
  console.log(JSON.stringify(await store.save({ wanted: wantedOf(shard), checkpoint, marker })));
  writeFileSync(path.join(work, `part-${index}`), `part ${index}`.repeat(1000));
  writeFileSync(path.join(work, `part-${index}.done`), "");
  writeFileSync(path.join(work, "state"), `${index}`);
  console.log(JSON.stringify(await store.saveWork(wantedOf("the work"), work)));
}
