// Makes one generation of fixtures: what a version of Donemark leaves on disks, in stores and in its answers.
//
// test/compatibility/fixtures/fb90092 was made with the program of commit fb90092, by
//   git worktree add --detach ../old fb90092
//   DONEMARK_DIST=../old/dist node test/compatibility/make.mjs fb90092
//
// A later version adds a generation beside it: build it, leave out DONEMARK_DIST, and give the generation's name.
// The files of an old generation are never made again: no later program is what wrote them.
// After the name may follow the parts that are to be made. Needs Linux, Node 24 and zstd, and takes two minutes.
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { answers } from "./make/answers.ts";
import { caches } from "./make/caches.ts";
import { generationFolder } from "./make/keep.ts";
import { github } from "./make/github.ts";
import { halves } from "./make/halves.ts";
import { numbers } from "./make/numbers.ts";
import { project } from "./make/project.ts";
import { ranges } from "./make/ranges.ts";
import { signed } from "./make/signed.ts";
import { store } from "./make/store.ts";
import { unfinished } from "./make/unfinished.ts";
import { variants } from "./make/variants.ts";

const PARTS = {
  project,
  variants,
  numbers,
  unfinished,
  signed,
  caches,
  halves,
  store,
  github,
  answers,
  ranges,
};

const HOST = "gpu-1";
const BOOT = "00000000-0000-4000-8000-000000000001";
const ENTER = `hostname ${HOST} && mount --bind "$0" /proc/sys/kernel/random/boot_id && exec "$@"`;

// Markers and start records name the machine and its boot: the fixtures are made on one that is not there.
if (hostname() === HOST) await makeAll(process.argv.slice(2));
else process.exitCode = runElsewhere();

function runElsewhere() {
  const boot = join(tmpdir(), "donemark-make-boot");
  writeFileSync(boot, `${BOOT}\n`);
  const again = [process.execPath, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const namespaces = ["--uts", "--mount", "--map-root-user"];
  const inside = ["sh", "-c", ENTER, boot, ...again];
  return spawnSync("unshare", [...namespaces, ...inside], { stdio: "inherit" }).status ?? 1;
}

async function makeAll([generation, ...names]) {
  if (generation === undefined) throw new Error("expected the name of the generation");
  const folder = generationFolder(generation);
  for (const [name, make] of Object.entries(PARTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
    await make(folder);
    console.log(`made ${name}`);
  }
}
