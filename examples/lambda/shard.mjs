// One shard from its inputs to its checkpoint: what predict.mjs, worker.mjs and batch.mjs share.

import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from "node:fs";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { FEATURE_NAMES, parseFasta, predict } from "./features.mjs";
import { encodeSafetensors } from "./safetensors.mjs";

/**
 * @typedef {object} Shard As Donemark describes one, in a JSON line or in the environment.
 * @property {string} id
 * @property {readonly string[]} inputs FASTA files.
 * @property {string} checkpoint
 * @property {string | undefined} [work] Where progress may be kept.
 * @property {boolean} [resume] The parts in `work` are of these very inputs and this very code.
 *
 * @typedef {import("./features.mjs").FastaRecord} FastaRecord
 * @typedef {import("./features.mjs").Prediction & { readonly name: string }} Row
 */

const RECORDS_PER_PART = 2;

/** Stands for the slow start of a real model: PREDICT_LOAD_SECONDS (0). */
export async function loadModel() {
  await sleep(secondsOf("PREDICT_LOAD_SECONDS") * 1000);
}

/**
 * Predicts every record of a shard and writes its checkpoint. Killed at any moment, it leaves either no checkpoint or
 * a whole one. PREDICT_SECONDS (0) stands for the GPU's time, spread over the records.
 *
 * @param {Shard} shard
 */
export async function predictShard(shard) {
  const records = shard.inputs.flatMap((input) => parseFasta(readFileSync(input, "utf8")));
  const pauseMs = (secondsOf("PREDICT_SECONDS") * 1000) / Math.max(1, records.length);
  /** @type {Row[]} */
  const rows = [];
  for (let first = 0; first < records.length; first += RECORDS_PER_PART) {
    const group = records.slice(first, first + RECORDS_PER_PART);
    const part = partPath(shard, first / RECORDS_PER_PART);
    const kept = part !== undefined && shard.resume === true ? readPart(part, group) : undefined;
    if (kept !== undefined) console.log(`${shard.id}: ${path.basename(part ?? "")} is reused`);
    const made = kept ?? (await predictGroup(shard.id, group, pauseMs));
    if (kept === undefined && part !== undefined) writePart(part, made);
    rows.push(...made);
  }
  writeWhole(shard.checkpoint, encodeCheckpoint(shard.id, rows));
}

/**
 * Says that a file is complete: to Donemark, and to the next run.
 *
 * @param {string} file
 */
export function markDone(file) {
  writeFileSync(`${file}.done`, "");
}

/**
 * @param {string} id
 * @param {readonly FastaRecord[]} group
 * @param {number} pauseMs
 */
async function predictGroup(id, group, pauseMs) {
  /** @type {Row[]} */
  const rows = [];
  for (const { name, sequence } of group) {
    if (pauseMs > 0) await sleep(pauseMs);
    const row = { name, ...predict(sequence) };
    console.log(`${id}: ${name} ${sequence.length} bases, score ${row.score.toFixed(4)}`);
    rows.push(row);
  }
  return rows;
}

/**
 * @param {string} id
 * @param {readonly Row[]} rows
 */
function encodeCheckpoint(id, rows) {
  const features = rows.flatMap((row) => row.features);
  const scores = rows.map((row) => row.score);
  return encodeSafetensors(
    [
      { name: "features", shape: [rows.length, FEATURE_NAMES.length], values: features },
      { name: "scores", shape: [rows.length], values: scores },
    ],
    // No time, no host, no attempt: the same inputs must give the same bytes.
    {
      status: "complete",
      version: "1.0",
      shard: id,
      records: JSON.stringify(rows.map((row) => row.name)),
      features: JSON.stringify(FEATURE_NAMES),
    },
  );
}

/**
 * @param {Shard} shard
 * @param {number} place
 */
function partPath({ work, checkpoint }, place) {
  // Without a work directory of its own there is nowhere to keep parts.
  if (!work || path.resolve(work) === path.resolve(checkpoint)) return undefined;
  return path.join(work, `part-${String(place).padStart(2, "0")}.json`);
}

/**
 * The rows of a part that is marked and holds these very records.
 *
 * @param {string} part
 * @param {readonly FastaRecord[]} group
 * @returns {Row[] | undefined}
 */
function readPart(part, group) {
  if (!existsSync(`${part}.done`) || !existsSync(part)) return undefined;
  /** @type {Row[]} */
  const rows = JSON.parse(readFileSync(part, "utf8"));
  const same = rows.length === group.length && rows.every((row, i) => row.name === group[i]?.name);
  return same ? rows : undefined;
}

/**
 * @param {string} part
 * @param {readonly Row[]} rows
 */
function writePart(part, rows) {
  mkdirSync(path.dirname(part), { recursive: true });
  // The marker of an older part must not stand beside the new one before that is whole.
  rmSync(`${part}.done`, { force: true });
  writeWhole(part, JSON.stringify(rows));
  markDone(part);
}

/**
 * Under its own name the file appears all at once, and only after its bytes are on the disk.
 *
 * @param {string} file
 * @param {string | Uint8Array} content
 */
function writeWhole(file, content) {
  const temporary = `${file}.tmp`;
  const handle = openSync(temporary, "w");
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
}

/** @param {string} name */
function secondsOf(name) {
  const seconds = Number(process.env[name] ?? 0);
  if (seconds >= 0) return seconds;
  throw new Error(`${name} must be a number of seconds, got ${process.env[name]}.`);
}
