// Loaded before Azurite: standard input is a pipe that its parent holds, so its end is the parent's end, however that died.
import { rmSync } from "node:fs";

const folder = process.env["BLOB_STORE_FOLDER"];

function leave() {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

process.stdin.resume().once("end", leave).once("error", leave);
process.stdin.unref();
