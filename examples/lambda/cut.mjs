// Cuts a genome into shards: node cut.mjs <genome.fa> <folder> <count> [overlap]
//
// The shards are shard-00.fa, shard-01.fa, …, each with several records: windows of about 300 bases, named by their
// place in the genome (from 1, both ends included). Without overlap every base is in exactly one window; with it, each
// window goes on that many bases into the next, so that whatever is no longer than this lies whole in a window.
// The same genome and numbers always give the same files.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseFasta } from "./features.mjs";

/** @typedef {{ readonly start: number, readonly end: number }} Stretch Places in the genome, from 0, end excluded. */

const WINDOW = 300;
const LINE = /.{1,70}/g;
const USAGE = "usage: node cut.mjs <genome.fa> <folder> <count> [overlap]";

const [genomeFile, folder, countText = "", overlapText = "0"] = process.argv.slice(2);
if (genomeFile === undefined || folder === undefined) fail(USAGE);
const [genome, ...others] = parseFasta(readFileSync(genomeFile, "utf8"));
if (genome === undefined || others.length > 0) fail(`${genomeFile} must have exactly one record.`);
const { name, sequence } = genome;
const count = wholeNumber("count", countText, 1, sequence.length);
const overlap = wholeNumber("overlap", overlapText, 0, sequence.length);

mkdirSync(folder, { recursive: true });
const width = Math.max(2, String(count - 1).length);
const shards = new Map(
  split({ start: 0, end: sequence.length }, count).map((stretch, index) => [
    `shard-${String(index).padStart(width, "0")}.fa`,
    recordsOf(stretch).join(""),
  ]),
);
removeOlderShards(folder, shards);
for (const [file, text] of shards) writeFileSync(path.join(folder, file), text);
console.log(`${accession()}: ${sequence.length} bases in ${count} shards in ${folder}`);

/**
 * The windows of a shard as FASTA records.
 *
 * @param {Stretch} shard
 */
function recordsOf(shard) {
  const windows = Math.max(1, Math.round((shard.end - shard.start) / WINDOW));
  return split(shard, windows).map(({ start, end }) => {
    const until = Math.min(end + overlap, sequence.length);
    const lines = sequence.slice(start, until).match(LINE) ?? [];
    return `>${accession()}:${start + 1}-${until}\n${lines.join("\n")}\n`;
  });
}

/**
 * Cuts a stretch into `parts` that differ in length by one at most.
 *
 * @param {Stretch} stretch
 * @param {number} parts
 * @returns {Stretch[]}
 */
function split({ start, end }, parts) {
  /** @param {number} index */
  const edge = (index) => start + Math.floor((index * (end - start)) / parts);
  return Array.from({ length: parts }, (_, index) => ({
    start: edge(index),
    end: edge(index + 1),
  }));
}

/** `NC_001416.1` of a name such as `gi|9626243|ref|NC_001416.1|`; any other name as it is. */
function accession() {
  return name.split("|").findLast((word) => word !== "") ?? name;
}

/**
 * Shards of an earlier cut into more pieces would be taken for shards of this one.
 *
 * @param {string} from
 * @param {ReadonlyMap<string, string>} kept
 */
function removeOlderShards(from, kept) {
  const older = readdirSync(from).filter((file) => /^shard-\d+\.fa$/.test(file) && !kept.has(file));
  for (const file of older) rmSync(path.join(from, file));
  if (older.length > 0) console.log(`removed ${older.length} shards of an earlier cut`);
}

/**
 * @param {string} label
 * @param {string} text
 * @param {number} least
 * @param {number} most
 */
function wholeNumber(label, text, least, most) {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  return fail(`${label} must be a whole number from ${least} to ${most}, got "${text}".\n${USAGE}`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(2);
}
