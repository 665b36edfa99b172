import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { canIsolate, container } from "../fixtures/cli/container.ts";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import type { Chance } from "../helpers/random.ts";
import { filesBelow, fullMarkerOf, namesBelow } from "./disk-look.ts";
import { killTree, living, TAG } from "./tree.ts";

const IDS = ["a", "b", "c", "d"] as const;
const VERSIONS = ["v1", "v2"] as const;
type Version = (typeof VERSIONS)[number];

/** The shell ends well before what it has started: the last line comes from a process that outlives it. */
const COMMAND = `
echo "$SHARD_ID $VERSION" >> starts.txt
cat "$SHARD_INPUT" > "$SHARD_CHECKPOINT"; sleep 0.03
echo "$VERSION" >> "$SHARD_CHECKPOINT"
(sleep 0.1; echo "by what outlived its shell" >> "$SHARD_CHECKPOINT") >/dev/null 2>&1 &
`;

/** Files that are not Donemark's, at and beside the paths of shards: their texts must be somewhere at the end. */
const FOREIGN: Readonly<Record<string, string>> = {
  "out/notes": "notes beside the results\n",
  "out/a.txt": "somebody's file at the path of a shard\n",
  "out/.b.txt.mine.stale": "somebody's hidden file\n",
  "out/c.txt.note": "a note about c\n",
};

export interface OwnersRound {
  readonly kills: number;
  readonly runs: number;
  readonly starts: number;
  readonly violations: readonly string[];
}

interface Scene {
  readonly here: Workspace;
  readonly chance: Chance;
  readonly violations: string[];
  kills: number;
  runs: number;
}

/**
 * Runs of two owners at once on one disk, each in this process namespace or in one of its own, are taken away at moments
 * of chance, while the definition goes back and forth between two versions. Then each version runs to its end, and the
 * edit is taken back.
 */
export async function playOwners(chance: Chance): Promise<OwnersRound> {
  const here = workspace();
  here.define({ shards: "in/*.in", checkpoint: "out/{id}.txt", command: COMMAND, shell: "sh" });
  for (const id of IDS) here.write(`in/${id}.in`, `the input ${id}\n`);
  for (const [name, text] of Object.entries(FOREIGN)) here.write(name, text);
  const scene: Scene = { here, chance, violations: [], kills: 0, runs: 0 };
  for (let time = 0; time < 3; time += 1) await killOwners(scene, pickVersion(chance));
  await runTogether(scene, "v1");
  for (const version of ["v1", "v2"] as const) await runToEnd(scene, version);
  const before = here.lines("starts.txt").length;
  await runToEnd(scene, "v1");
  if (here.lines("starts.txt").length > before)
    scene.violations.push("lost: the edit was taken back, and something was made again");
  lookAtTheEnd(scene);
  const { violations, kills, runs } = scene;
  return { kills, runs, starts: before, violations };
}

function pickVersion(chance: Chance): Version {
  return chance.pick<Version>([...VERSIONS]);
}

interface Owner {
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
  readonly tag: string;
  readonly pid: number | undefined;
}

function startOwner(scene: Scene, version: Version): Owner {
  const { here, chance } = scene;
  const tag = randomUUID();
  const args = ["run", "--json", "--fingerprint-text", version];
  // Nobody waits for minutes, and a busy machine misses none of six beats.
  const env = { VERSION: version, [TAG]: tag, DONEMARK_HEARTBEAT_MS: "1000" };
  scene.runs += 1;
  if (canIsolate && chance.unit() < 0.5) {
    const { ended } = container(here, args, env);
    return { ended, tag, pid: undefined };
  }
  const { ended, child } = here.start(args, env);
  return { ended, tag, pid: child.pid };
}

async function killOwners(scene: Scene, version: Version): Promise<void> {
  const done = doneOf(scene.here, version);
  const seen = scene.here.lines("starts.txt").length;
  const owners = [startOwner(scene, version), startOwner(scene, version)];
  await sleep(300 + scene.chance.below(2500));
  for (const { tag, pid } of owners) {
    if (living(tag).length > 0) scene.kills += 1;
    killTree(tag, pid);
  }
  await Promise.all(owners.map(({ ended }) => ended));
  lookAfter(scene, version, { done, seen });
}

/** Two owners come to their end; what one has in hand the other leaves alone. */
async function runTogether(scene: Scene, version: Version): Promise<void> {
  const done = doneOf(scene.here, version);
  const seen = scene.here.lines("starts.txt").length;
  const owners = [startOwner(scene, version), startOwner(scene, version)];
  const ends = await Promise.all(owners.map(({ ended }) => ended));
  for (const { code, stderr } of ends)
    if (code !== 0 && code !== 4) scene.violations.push(`did not go on: ${code}\n${stderr}`);
  lookAfter(scene, version, { done, seen });
}

async function runToEnd(scene: Scene, version: Version): Promise<void> {
  const { here, violations } = scene;
  const done = doneOf(here, version);
  const seen = here.lines("starts.txt").length;
  const args = ["run", "--json", "--fingerprint-text", version];
  const { code, stderr } = await here.start(args, { VERSION: version }).ended;
  scene.runs += 1;
  if (code !== 0) violations.push(`did not go on: ${code}\n${stderr}`);
  lookAfter(scene, version, { done, seen });
  for (const id of IDS)
    if (!doneOf(here, version).has(id)) violations.push(`lost: ${id} is not done with ${version}`);
}

/** Shards with a full marker whose content is that of a version. */
function doneOf(here: Workspace, version: Version): ReadonlySet<string> {
  const marked = IDS.filter((id) => fullMarkerOf(here.path("out", `${id}.txt`)) !== undefined);
  return new Set(marked.filter((id) => contentAt(here, id) === contentOf(id, version)));
}

function contentAt(here: Workspace, id: string): string {
  return here.has(`out/${id}.txt`) ? here.read(`out/${id}.txt`) : "";
}

function contentOf(id: string, version: Version): string {
  return `the input ${id}\n${version}\nby what outlived its shell\n`;
}

interface Before {
  readonly done: ReadonlySet<string>;
  readonly seen: number;
}

/** What was done was not started again, and whatever is marked is whole. */
function lookAfter({ here, violations }: Scene, version: Version, { done, seen }: Before): void {
  for (const line of here.lines("starts.txt").slice(seen)) {
    const [id = ""] = line.split(" ");
    if (done.has(id)) violations.push(`lost: ${id} was done with ${version} and was made again`);
  }
  for (const id of IDS) {
    const isMarked = fullMarkerOf(here.path("out", `${id}.txt`)) !== undefined;
    const found = contentAt(here, id);
    const isWhole = found === "" || VERSIONS.some((one) => found === contentOf(id, one));
    if (isMarked && !isWhole)
      violations.push(
        `wrongly skipped: the marker of ${id} stands beside ${JSON.stringify(found)}`,
      );
  }
}

const LEFT_OVER = /\.started$|\.attempt(?:-\d+)?\.stale$/;

function lookAtTheEnd({ here, violations }: Scene): void {
  const files = filesBelow(here.path("out"));
  const texts = new Set(files.map((file) => readFileSync(file, "utf8")));
  for (const [name, text] of Object.entries(FOREIGN))
    if (!texts.has(text)) violations.push(`deleted: ${name} is nowhere`);
  for (const name of namesBelow(here.path("out"), LEFT_OVER))
    violations.push(`left behind: ${name}`);
}
