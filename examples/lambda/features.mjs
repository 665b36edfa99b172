// What is measured of one DNA sequence, and the score made of it.
//
// The weights of the score are illustrative: chosen by hand, trained on nothing. The features are real, the score is
// only something to compute; do not draw biology from it.
//
// Only + - * / and the rounding to float32 are used, which IEEE 754 defines to the last bit: no exp, no log. So the
// results are the same bytes on every machine and with every version of Node.

/**
 * @typedef {{ readonly name: string, readonly sequence: string }} FastaRecord
 *
 * @typedef {object} Orf An open reading frame, in bases of the strand that it is on.
 * @property {"+" | "-"} strand
 * @property {0 | 1 | 2} frame Bases before the first codon of its frame.
 * @property {number} start Of its first base, from 0.
 * @property {number} end After its last base; the stop codon belongs to it.
 * @property {boolean} hasStart It begins with ATG; otherwise it is cut by the edge of the sequence or by unknown bases.
 * @property {boolean} hasStop
 *
 * @typedef {{ readonly features: readonly number[], readonly score: number }} Prediction
 */

const K = 4;
/** An open reading frame shorter than this counts for no coding density: chance makes many of them. */
const SHORTEST_ORF = 90;
const START = "ATG";
const STOPS = new Set(["TAA", "TAG", "TGA"]);
const BASES = ["A", "C", "G", "T"];
const COMPLEMENT = new Map(BASES.map((base, place) => [base, BASES[3 - place] ?? "N"]));

const KMERS = canonicalKmers(K);

/** The name of each feature, in the order of `predict().features`. */
export const FEATURE_NAMES = [
  ...KMERS.map((kmer) => `kmer_${kmer}`),
  "gc",
  "gc_skew",
  "orf_longest",
  "orf_has_start",
  "orf_has_stop",
  "coding_density",
  "gc1",
  "gc2",
  "gc3",
];

/**
 * All features of a sequence and its score between 0 and 1:
 *
 *     z     = 4 (orf_longest - 0.5) + 2 (coding_density - 0.5) + 2 (max(gc1, gc2, gc3) - min(gc1, gc2, gc3))
 *     score = (1 + z / (1 + |z|)) / 2
 *
 * @param {string} sequence
 * @returns {Prediction}
 */
export function predict(sequence) {
  const kmers = countCanonicalKmers(sequence, K);
  const total = [...kmers.values()].reduce((sum, count) => sum + count, 0);
  const { gc, skew } = baseComposition(sequence);
  const orfs = findOrfs(sequence);
  const longest = longestOf(orfs);
  const span = longest === undefined ? 0 : longest.end - longest.start;
  const orfLongest = ratio(span, sequence.length);
  const density = codingDensity(orfs, sequence.length);
  const periodic = codonGc(longest === undefined ? "" : textOf(longest, sequence));
  const z =
    4 * (orfLongest - 0.5) +
    2 * (density - 0.5) +
    2 * (Math.max(...periodic) - Math.min(...periodic));
  return {
    features: [
      ...KMERS.map((kmer) => ratio(kmers.get(kmer) ?? 0, total)),
      gc,
      skew,
      orfLongest,
      Number(longest?.hasStart ?? false),
      Number(longest?.hasStop ?? false),
      density,
      ...periodic,
    ],
    score: (1 + z / (1 + Math.abs(z))) / 2,
  };
}

/**
 * The records of a FASTA text: the name is the first word of the header line, the sequence is in upper case.
 *
 * @param {string} text
 * @returns {FastaRecord[]}
 */
export function parseFasta(text) {
  return text
    .split(/^>/m)
    .slice(1)
    .map((record) => {
      const [header = "", ...lines] = record.split("\n");
      return {
        name: header.trim().split(/\s/, 1)[0] ?? "",
        sequence: lines.join("").replaceAll(/\s/g, "").toUpperCase(),
      };
    });
}

/**
 * The other strand, read in its own direction. What is not A, C, G or T becomes N.
 *
 * @param {string} sequence
 */
export function reverseComplement(sequence) {
  let reversed = "";
  for (let place = sequence.length - 1; place >= 0; place -= 1) {
    reversed += COMPLEMENT.get(sequence.charAt(place)) ?? "N";
  }
  return reversed;
}

/**
 * How often each k-mer occurs, where a k-mer and its reverse complement are one, named by the lesser of the two in
 * the order of the alphabet. K-mers with an unknown base are left out.
 *
 * @param {string} sequence
 * @param {number} k
 * @returns {Map<string, number>}
 */
export function countCanonicalKmers(sequence, k) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let place = 0; place + k <= sequence.length; place += 1) {
    const kmer = sequence.slice(place, place + k);
    if (/[^ACGT]/.test(kmer)) continue;
    const other = reverseComplement(kmer);
    const canonical = kmer < other ? kmer : other;
    counts.set(canonical, (counts.get(canonical) ?? 0) + 1);
  }
  return counts;
}

/**
 * Every open reading frame of the six frames: from the first ATG after a stop, or from the edge of the sequence, up to
 * and with the next stop, or to the edge. An unknown base ends one without a stop.
 *
 * @param {string} sequence
 * @returns {Orf[]}
 */
export function findOrfs(sequence) {
  const other = reverseComplement(sequence);
  const frames = /** @type {const} */ ([0, 1, 2]);
  return [
    ...frames.flatMap((frame) => orfsOfFrame(sequence, "+", frame)),
    ...frames.flatMap((frame) => orfsOfFrame(other, "-", frame)),
  ];
}

/**
 * @param {string} bases
 * @param {Orf["strand"]} strand
 * @param {Orf["frame"]} frame
 */
function orfsOfFrame(bases, strand, frame) {
  /** @type {Orf[]} */
  const orfs = [];
  /** @type {number} */
  let start = frame;
  /** @type {number} */
  let place = frame;
  /** @param {number} end @param {boolean} hasStop */
  const close = (end, hasStop) => {
    if (start >= 0 && end > start) {
      orfs.push({ strand, frame, start, end, hasStart: bases.startsWith(START, start), hasStop });
    }
    start = -1;
  };
  for (; place + 3 <= bases.length; place += 3) {
    const codon = bases.slice(place, place + 3);
    if (STOPS.has(codon)) close(place + 3, true);
    else if (/[^ACGT]/.test(codon)) close(place, false);
    else if (codon === START && start < 0) start = place;
  }
  close(place, false);
  return orfs;
}

/**
 * The first of the longest, so that a tie always has the same winner.
 *
 * @param {readonly Orf[]} orfs
 * @returns {Orf | undefined}
 */
function longestOf(orfs) {
  return orfs.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
}

/**
 * @param {Orf} orf
 * @param {string} sequence
 */
function textOf(orf, sequence) {
  const bases = orf.strand === "+" ? sequence : reverseComplement(sequence);
  return bases.slice(orf.start, orf.end);
}

/**
 * The part of a sequence that at least one open reading frame of some length covers, on either strand.
 *
 * @param {readonly Orf[]} orfs
 * @param {number} length Of the sequence.
 */
function codingDensity(orfs, length) {
  const covered = new Uint8Array(length);
  for (const { strand, start, end } of orfs) {
    if (end - start < SHORTEST_ORF) continue;
    if (strand === "+") covered.fill(1, start, end);
    else covered.fill(1, length - end, length - start);
  }
  return ratio(
    covered.reduce((sum, one) => sum + one, 0),
    length,
  );
}

/**
 * The part of G and C at the first, second and third place of the codons: in genes the three differ.
 *
 * @param {string} orf
 */
function codonGc(orf) {
  return [0, 1, 2].map((phase) => {
    let strong = 0;
    for (let place = phase; place < orf.length; place += 3) {
      if ("GC".includes(orf.charAt(place))) strong += 1;
    }
    return ratio(strong, orf.length / 3);
  });
}

/** @param {string} sequence */
function baseComposition(sequence) {
  const [a = 0, c = 0, g = 0, t = 0] = BASES.map((base) => sequence.split(base).length - 1);
  return { gc: ratio(g + c, a + c + g + t), skew: ratio(g - c, g + c) };
}

/** @param {number} k */
function canonicalKmers(k) {
  let kmers = [""];
  for (let length = 0; length < k; length += 1) {
    kmers = kmers.flatMap((kmer) => BASES.map((base) => kmer + base));
  }
  return kmers.filter((kmer) => kmer <= reverseComplement(kmer));
}

/**
 * @param {number} part
 * @param {number} whole
 */
function ratio(part, whole) {
  return whole === 0 ? 0 : part / whole;
}
