import { describe, expect, test } from "vitest";
import type { Structure } from "../../src/inspect/inspection.ts";
import { look } from "./look.ts";
import { MUTATIONS, SAMPLES } from "./samples.ts";

type Mutation = keyof typeof MUTATIONS;

/** What a cut, a zeroed tail or junk make of every format that knows its end. */
const CAUGHT = {
  none: "sound",
  "last byte gone": "truncated",
  "second half gone": "truncated",
  "last 4 KB zero": "damaged",
  "all zero": "damaged",
  "100 bytes more": "damaged",
  "no bytes": "empty",
} as const;

/** Kilobytes cannot show what happened in the middle of the data: the digest of the marker does. */
const UNSEEN = {
  "4 KB in the middle zero": "sound",
  "a bit in the middle turned": "sound",
} as const;

const EXPECTED: Readonly<Record<keyof typeof SAMPLES, Readonly<Record<Mutation, Structure>>>> = {
  "torch, one tensor": { ...CAUGHT, ...UNSEEN },
  // The zeros hit one of the headers that are looked at.
  "torch, many tensors": { ...CAUGHT, ...UNSEEN, "4 KB in the middle zero": "damaged" },
  "torch, long pickle": { ...CAUGHT, ...UNSEEN },
  "torch, a real list of tensors": { ...CAUGHT, ...UNSEEN, "4 KB in the middle zero": "damaged" },
  // All of the data is in a pickle that is read whole, and has a checksum.
  "torch, real lists of numbers": {
    ...CAUGHT,
    "4 KB in the middle zero": "damaged",
    "a bit in the middle turned": "damaged",
  },
  "torch, a real tensor": { ...CAUGHT, ...UNSEEN },
  zip: { ...CAUGHT, ...UNSEEN, "4 KB in the middle zero": "damaged" },
  safetensors: { ...CAUGHT, ...UNSEEN, "last 4 KB zero": "unknown" },
  json: { ...CAUGHT, ...UNSEEN, "4 KB in the middle zero": "damaged" },
  "json, long and indented": {
    ...CAUGHT,
    ...UNSEEN,
    // The last byte is the end of the line.
    "last byte gone": "sound",
    "100 bytes more": "truncated",
  },
  "json, long and on one line": {
    ...CAUGHT,
    none: "unknown",
    "4 KB in the middle zero": "unknown",
    "a bit in the middle turned": "unknown",
    "100 bytes more": "truncated",
  },
  plain: {
    none: "unknown",
    "last byte gone": "unknown",
    "second half gone": "unknown",
    "last 4 KB zero": "unknown",
    "4 KB in the middle zero": "unknown",
    "all zero": "damaged",
    "100 bytes more": "unknown",
    "no bytes": "empty",
    "a bit in the middle turned": "unknown",
  },
};

const MOST = 128 * 1024;
/** Documents up to 256 KB are read whole, behind the 512 bytes that tell the format. */
const MOST_OF_JSON = 256 * 1024 + 512;
const NAMED_MUTATIONS = Object.entries(MUTATIONS);

describe.each(Object.entries(SAMPLES))("%s", (name, { fileName, bytes }) => {
  const expected = Object.entries(EXPECTED).find(([sample]) => sample === name)?.[1];

  test.each(NAMED_MUTATIONS)("%s", async (mutation, mutate) => {
    const found = await look(fileName, mutate(bytes));
    expect([mutation, found.structure]).toEqual(
      Object.entries(expected ?? {}).find(([key]) => key === mutation),
    );
    expect(found.bytesRead).toBeLessThanOrEqual(found.format === "json" ? MOST_OF_JSON : MOST);
    expect(found.why === undefined).toBe(found.structure === "sound");
    const speaks = found.structure === "sound" || found.structure === "unknown";
    expect(speaks || found.status === undefined).toBe(true);
  });
});
