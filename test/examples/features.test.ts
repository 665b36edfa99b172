import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LAMBDA } from "./script.ts";

const features: unknown = await import(pathToFileURL(path.join(LAMBDA, "features.mjs")).href);
const parseFasta = exported("parseFasta");
const reverseComplement = exported("reverseComplement");
const countCanonicalKmers = exported("countCanonicalKmers");
const findOrfs = exported("findOrfs");
const predict = exported("predict");

const dna = fc.string({ unit: fc.constantFrom("A", "C", "G", "T", "N"), maxLength: 200 });
const genome = readFileSync(path.join(LAMBDA, "lambda.fa"), "utf8");

describe("FASTA", () => {
  test("a record's name is the first word of its header and its sequence is joined in upper case", () => {
    expect(parseFasta(">one two\nacg\nTTn\n>b\r\nAC\r\nGT\r\n>empty\n")).toEqual([
      { name: "one", sequence: "ACGTTN" },
      { name: "b", sequence: "ACGT" },
      { name: "empty", sequence: "" },
    ]);
  });
});

describe("the reverse complement", () => {
  test("is the other strand read in its own direction, with N for what is unknown", () => {
    expect(reverseComplement("AACGTR")).toBe("NACGTT");
  });

  test("of the reverse complement is the sequence", () => {
    fc.assert(
      fc.property(dna, (sequence) => {
        expect(reverseComplement(reverseComplement(sequence))).toBe(sequence);
      }),
    );
  });
});

describe("k-mers", () => {
  test.each([
    // AAAA AAAT AATT ATTT TTTT
    ["AAAATTTT", 4, { AAAA: 2, AAAT: 2, AATT: 1 }],
    // GATT ATTA TTAC TACA; the first is AATC, the second TAAT, the third GTAA on the other strand
    ["GATTACA", 4, { AATC: 1, ATTA: 1, GTAA: 1, TACA: 1 }],
    // AA AC CG GT TT
    ["AACGTT", 2, { AA: 2, AC: 2, CG: 1 }],
    ["AAAANAAA", 4, { AAAA: 1 }],
    ["ACG", 4, {}],
  ])("of %s, %i long, are counted with those of the other strand", (sequence, k, expected) => {
    expect(countCanonicalKmers(sequence, k)).toEqual(new Map(Object.entries(expected)));
  });

  test("are the same for both strands", () => {
    fc.assert(
      fc.property(dna, (sequence) => {
        expect(countCanonicalKmers(reverseComplement(sequence), 4)).toEqual(
          countCanonicalKmers(sequence, 4),
        );
      }),
    );
  });
});

describe("open reading frames", () => {
  test("run from the first ATG after a stop up to and with the next stop", () => {
    const whole = { frame: 0, start: 3, end: 18, hasStart: true, hasStop: true };
    const sequence = "TAGATGAAAATGCCCTAATAG";
    expect(findOrfs(sequence)).toContainEqual({ ...whole, strand: "+" });
    expect(findOrfs(reverseComplement(sequence))).toContainEqual({ ...whole, strand: "-" });
  });

  test("are cut by the edges of the sequence and by unknown bases", () => {
    const cut = { strand: "+", hasStart: false, hasStop: false };
    expect(findOrfs("CCCCCCCC")).toEqual([
      { ...cut, frame: 0, start: 0, end: 6 },
      { ...cut, frame: 1, start: 1, end: 7 },
      { ...cut, frame: 2, start: 2, end: 8 },
      { ...cut, strand: "-", frame: 0, start: 0, end: 6 },
      { ...cut, strand: "-", frame: 1, start: 1, end: 7 },
      { ...cut, strand: "-", frame: 2, start: 2, end: 8 },
    ]);
    expect(findOrfs("CCCNCCATGCCC")).toEqual(
      expect.arrayContaining([
        { ...cut, frame: 0, start: 0, end: 3 },
        { ...cut, frame: 0, start: 6, end: 12, hasStart: true },
      ]),
    );
  });

  test("of the lambda genome hold the genes cro and cI where GenBank has them", () => {
    const [lambda] = listOf(parseFasta(genome));
    const orfs = findOrfs(fieldOf(lambda, "sequence"));
    const whole = { hasStart: true, hasStop: true };
    // CDS 38041..38241, and complement(37227..37940), of 48,502 bases.
    expect(orfs).toContainEqual(
      expect.objectContaining({ ...whole, strand: "+", start: 38_040, end: 38_241 }),
    );
    expect(orfs).toContainEqual(
      expect.objectContaining({ ...whole, strand: "-", start: 10_562, end: 11_276 }),
    );
  });
});

describe("a prediction", () => {
  const names = listOf(fieldOf(features, "FEATURE_NAMES"));
  const featuresOf = (sequence: string): unknown => {
    const values = listOf(fieldOf(predict(sequence), "features"));
    return Object.fromEntries(names.map((name, place) => [String(name), values[place]]));
  };

  test("has 136 canonical 4-mers and nine features more", () => {
    expect(names).toHaveLength(145);
    expect(new Set(names).size).toBe(145);
    expect(listOf(fieldOf(predict("ACGT"), "features"))).toHaveLength(145);
  });

  test("has the features that are counted by hand", () => {
    // One gene from edge to edge: ATG, 29 times GCC, ATC, TAA.
    expect(featuresOf(`ATG${"GCC".repeat(29)}ATCTAA`)).toMatchObject({
      gc: 89 / 96,
      gc_skew: (30 - 59) / 89,
      orf_longest: 1,
      orf_has_start: 1,
      orf_has_stop: 1,
      coding_density: 1,
      gc1: 29 / 32,
      gc2: 29 / 32,
      gc3: 31 / 32,
      // 28 times GCCG, which is CGGC on the other strand; once GCCA, and once TGGC, which is GCCA there.
      kmer_CGGC: 28 / 93,
      kmer_GCCA: 2 / 93,
    });
  });

  test("follows the stated formula", () => {
    // z = 4 * 0.5 + 2 * 0.5 + 2 * (31/32 - 29/32) = 3.125
    expect(predict(`ATG${"GCC".repeat(29)}ATCTAA`)).toHaveProperty(
      "score",
      (1 + 3.125 / 4.125) / 2,
    );
  });

  test("is finite with a score between 0 and 1 for every sequence, even an empty one", () => {
    fc.assert(
      fc.property(dna, (sequence) => {
        const { score, values } = parts(predict(sequence));
        expect(values.every((value) => Number.isFinite(value))).toBe(true);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThan(1);
      }),
    );
  });

  function parts(prediction: unknown): { score: number; values: readonly unknown[] } {
    return {
      score: Number(fieldOf(prediction, "score")),
      values: listOf(fieldOf(prediction, "features")),
    };
  }
});

function exported(name: string): (...args: readonly unknown[]) => unknown {
  const value = fieldOf(features, name);
  if (typeof value !== "function") throw new TypeError(`features.mjs exports no function ${name}.`);
  return (...args): unknown => Reflect.apply(value, undefined, args);
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) throw new TypeError(`no object with ${name}`);
  return Reflect.get(value, name);
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError("no list");
  return value;
}
