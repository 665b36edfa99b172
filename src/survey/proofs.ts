import { join } from "node:path";
import { sha256 } from "../core/digest.ts";
import { PARTS } from "../core/fingerprint.ts";
import { parseJson } from "../core/marker.ts";
import type { Disk, Stat } from "../files/disk.ts";
import { measure, type Measure } from "../files/measure.ts";
import { isSettled, writeCache } from "./cache.ts";
import type { Presence } from "./observe.ts";
import type { Task } from "./survey.ts";

/**
 * What was proven done before, so that ten thousand unchanged markers need not be opened again: a proof is a digest
 * over size, times and inode of marker and checkpoint, and over the fingerprint. Whatever changes undoes it, and the
 * marker is read as ever.
 */
export interface Proofs {
  /** The seconds that the command once took, where the shard's proof still holds. */
  readonly recall: (task: Task, isThere: Presence) => number | undefined;
  /** Notes a shard that was found done by its full marker. */
  readonly note: (task: Task, seconds: number) => void;
  readonly save: (nowMs: number) => Promise<void>;
}

type Row = readonly [proof: string, seconds: number];

const FORM = "donemark-proofs-1";
const LIMIT_BYTES = 256 * 1024 * 1024;

/** Opens the proofs of one workspace. `rules` are the settings that a proof depends on. */
export function openProofs(
  disk: Disk,
  place: { readonly folder: string; readonly workspace: string },
  rules: string,
): Proofs {
  const file = join(place.folder, `proofs-${sha256(place.workspace).slice(0, 16)}.json`);
  const known = load(disk, file);
  const fresh = new Map<string, Row>();
  const ages = new Map<string, Stat>();
  const proofOf = (task: Task): { readonly proof: string; readonly marker: Stat } | undefined => {
    const marker = disk.stat(task.places.marker);
    const found = marker === undefined ? undefined : measure(disk, task.places.checkpoint);
    if (marker === undefined || found?.kind !== "measured") return undefined;
    return { proof: prove(task, rules, { marker, found: found.measure }), marker };
  };
  return {
    recall: (task, isThere) => {
      const { marker, started, checkpoint } = task.places;
      const row = known.get(checkpoint);
      if (row === undefined || !isThere(marker) || isThere(started)) return undefined;
      return proofOf(task)?.proof === row[0] ? row[1] : undefined;
    },
    note: (task, seconds) => {
      const proven = proofOf(task);
      if (proven === undefined) return;
      fresh.set(task.places.checkpoint, [proven.proof, seconds]);
      ages.set(task.places.checkpoint, proven.marker);
    },
    save: async (nowMs) => {
      const settled = [...fresh].filter(([path]) => isSettled(ages.get(path), nowMs));
      if (settled.length === 0) return;
      for (const [path, row] of settled) known.set(path, row);
      const rows = [...known].map(([path, [proof, seconds]]) => [path, proof, seconds]);
      await writeCache(disk, { folder: place.folder, file }, JSON.stringify([FORM, ...rows]));
    },
  };
}

function prove(
  { shard, fingerprint }: Task,
  rules: string,
  { marker, found }: { readonly marker: Stat; readonly found: Measure },
): string {
  let text = `${rules}\n${shard.id}\n${marker.sizeBytes} ${marker.mtimeNs} ${marker.ctimeNs} ${marker.inode}\n`;
  text += `${found.kind} ${found.sizeBytes} ${found.mtimeNs} ${found.inode} ${found.tree ?? ""}\n`;
  for (const part of PARTS) {
    const value = fingerprint[part];
    text += "digest" in value ? `${value.digest}\n` : "?\n";
  }
  return sha256(text).slice(0, 32);
}

function load(disk: Disk, file: string): Map<string, Row> {
  const text = disk.readText(file, LIMIT_BYTES);
  const value = text === undefined ? undefined : parseJson(text);
  const known = new Map<string, Row>();
  if (!Array.isArray(value) || value[0] !== FORM) return known;
  for (const row of value.slice(1)) if (isRow(row)) known.set(row[0], [row[1], row[2]]);
  return known;
}

function isRow(row: unknown): row is readonly [string, string, number] {
  return (
    Array.isArray(row) &&
    typeof row[0] === "string" &&
    typeof row[1] === "string" &&
    typeof row[2] === "number"
  );
}
