import path from "node:path";
import { realDisk } from "../../src/files/real-disk.ts";
import { readText, type Bucket } from "../../src/store/bucket.ts";
import { fileBucket } from "../../src/store/file/bucket.ts";
import { token } from "./told.ts";

/**
 * A process that takes part in races on a directory bucket: in each round it tries to be the first to put an object, and
 * adds one to a count. Arguments: the bucket's root, the number of rounds. It prints the rounds that it has won.
 */
const [root = "", rounds = "0"] = process.argv.slice(2);
const incoming = path.join(root, "incoming");
const bucket = fileBucket({
  disk: realDisk,
  root,
  incoming,
  token,
  now: Date.now,
  isOrphaned: () => false,
});

const won: number[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const source = { kind: "text", text: String(process.pid) } as const;
  if ((await bucket.putIfAbsent(`race/${round}`, source)) === "stored") won.push(round);
  await addOne(bucket);
}
process.stdout.write(JSON.stringify(won));

async function addOne(one: Bucket): Promise<void> {
  for (;;) {
    const seen = await one.head("count");
    const value = Number(await readText(one, "count", 10));
    if ((await one.head("count"))?.tag !== seen?.tag) continue;
    const source = { kind: "text", text: String(value + 1) } as const;
    if ((await one.putIfMatch("count", source, seen?.tag ?? "")) === "stored") return;
  }
}
