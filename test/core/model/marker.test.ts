import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_FENCE } from "../../../src/core/ownership/fence.ts";
import { sha256 } from "../../../src/core/model/digest.ts";
import { LISTED_FILES, listFiles } from "../../../src/core/model/fingerprint.ts";
import {
  formatMarker,
  isAmount,
  parseJson,
  parseMarker,
  readAuthor,
  readFingerprint,
  RECORD_LIMIT_BYTES,
  type Marker,
} from "../../../src/core/model/marker.ts";

const DIGEST = sha256("something");

const MARKER: Marker = {
  shard: "esm2/0007",
  checkpoint: {
    kind: "file",
    sizeBytes: 4096,
    mtimeNs: "1764000000000000001",
    inode: "18446744073709551615",
    sha256: DIGEST,
    sample: sha256("sample"),
    format: "pytorch",
    status: "complete",
    version: "1.2",
  },
  fingerprint: { input: sha256("i"), command: sha256("c"), files: sha256("f"), text: sha256("t") },
  seconds: 12.5,
  finishedAt: "2026-11-22T12:00:00.000Z",
  by: { run: "42", attempt: 2, ref: "refs/heads/main", host: "gpu-1", gpu: "GPU-1" },
};

const digest = fc.string().map(sha256);
const amount = fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }));
const decimal = fc.bigInt({ min: 0n, max: 2n ** 64n }).map(String);
const anyText = fc.string({ unit: "binary" });

const checkpoint = fc.record(
  {
    kind: fc.constantFrom("file", "directory"),
    // Above 2^53 a size is the nearest number that JSON gives.
    sizeBytes: fc.oneof(fc.maxSafeNat(), fc.double({ min: 2 ** 53, max: 2 ** 63, noNaN: true })),
    mtimeNs: decimal,
    inode: decimal,
    files: fc.nat(),
    tree: digest,
    sha256: digest,
    sample: digest,
    format: anyText,
    status: anyText,
    version: anyText,
  },
  { requiredKeys: ["kind", "sizeBytes", "mtimeNs", "inode", "tree", "sample", "format"] },
);

const fingerprint = fc.record(
  {
    input: digest,
    command: digest,
    files: digest,
    text: digest,
    listedFiles: fc.dictionary(anyText, anyText, { maxKeys: 4 }),
  },
  { requiredKeys: [] },
);

const author = fc.record(
  { run: anyText, attempt: fc.nat(), ref: anyText, host: anyText, gpu: anyText },
  { requiredKeys: [] },
);

const marker: fc.Arbitrary<Marker> = fc.record(
  {
    shard: anyText,
    checkpoint,
    fingerprint,
    seconds: amount.map((value) => value + 0),
    finishedAt: anyText,
    by: author,
    adopted: fc.constant(true),
    fence: fc.nat({ max: MOST_FENCE }),
  },
  { requiredKeys: ["shard", "checkpoint", "fingerprint", "seconds", "finishedAt", "by"] },
);

/** The marker as JSON with one thing changed. */
function withChange(path: string, value: unknown): string {
  const whole: Record<string, unknown> = JSON.parse(formatMarker(MARKER));
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let place: object = whole;
  for (const key of keys) place = Reflect.get(place, key);
  if (value === undefined) Reflect.deleteProperty(place, last);
  else Reflect.set(place, last, value);
  return JSON.stringify(whole);
}

describe("a marker's text", () => {
  test("is one line of JSON with the form, the status and every field of the design", () => {
    const text = formatMarker({ ...MARKER, adopted: true });
    expect(text.indexOf("\n")).toBe(text.length - 1);
    expect(JSON.parse(text)).toEqual({ donemark: 1, status: "complete", ...MARKER, adopted: true });
  });

  test("gives the same marker back", () => {
    fc.assert(
      fc.property(marker, (given) => {
        expect(parseMarker(formatMarker(given))).toEqual({ kind: "full", marker: given });
      }),
    );
  });

  test("keeps unknown fields of a later writer out, and is still read", () => {
    const parsed = parseMarker(withChange("checkpoint.later", { a: 1 }));
    expect(parsed).toEqual({ kind: "full", marker: MARKER });
  });

  test.each([
    ["nothing", ""],
    ["a line end", "\n"],
    ["blanks", " \r\n\t "],
    ["a byte order mark", "\uFEFF"],
  ])("that is %s is the old, empty form", (_, text) => {
    expect(parseMarker(text)).toEqual({ kind: "empty" });
  });

  test("of the longest list of files that a marker takes is within the limit of a record", () => {
    const files = Array.from({ length: LISTED_FILES }, (_, i) => ({
      path: `${"long-folder-name/".repeat(200)}${i}.py`,
      fact: sha256(String(i)),
    }));
    const listed: Marker = {
      ...MARKER,
      fingerprint: { ...MARKER.fingerprint, listedFiles: listFiles(files) },
    };
    expect(Buffer.byteLength(formatMarker(listed))).toBeLessThan(RECORD_LIMIT_BYTES);
  });
});

describe("a marker that does not fit is corrupt", () => {
  test.each<readonly [string, unknown]>([
    ["donemark", undefined],
    ["donemark", 2],
    ["donemark", "1"],
    ["status", undefined],
    ["status", "started"],
    ["status", "Complete"],
    ["shard", undefined],
    ["shard", 7],
    ["seconds", undefined],
    ["seconds", -1],
    ["seconds", "12"],
    ["seconds", null],
    ["finishedAt", undefined],
    ["finishedAt", 5],
    ["checkpoint", undefined],
    ["checkpoint", []],
    ["checkpoint.kind", "link"],
    ["checkpoint.kind", undefined],
    ["checkpoint.kind", "directory"],
    ["checkpoint.sizeBytes", -1],
    ["checkpoint.sizeBytes", 1.5],
    ["checkpoint.sizeBytes", "4096"],
    ["checkpoint.mtimeNs", 1_764_000_000],
    ["checkpoint.mtimeNs", "--1"],
    ["checkpoint.mtimeNs", "1e9"],
    ["checkpoint.inode", undefined],
    ["checkpoint.inode", "0x1"],
    ["checkpoint.sample", undefined],
    ["checkpoint.sample", DIGEST.slice(1)],
    ["checkpoint.sample", DIGEST.toUpperCase()],
    ["checkpoint.sha256", "x"],
    ["checkpoint.sha256", null],
    ["checkpoint.format", undefined],
    ["checkpoint.files", "3"],
    ["checkpoint.files", -3],
    ["checkpoint.tree", "no digest"],
    ["checkpoint.status", 5],
    ["checkpoint.version", 1.2],
    ["fingerprint", undefined],
    ["fingerprint", null],
    ["fingerprint.input", "no digest"],
    ["fingerprint.text", 5],
    ["fingerprint.listedFiles", ["a.py"]],
    ["fingerprint.listedFiles", { "a.py": 5 }],
  ])("with %s as %j", (path, value) => {
    const parsed = parseMarker(withChange(path, value));
    expect(parsed).toEqual({ kind: "corrupt", why: expect.stringMatching(/\S/) });
  });

  test.each(["{", "null", "[]", "1", '"complete"', "done", "0".repeat(9), "\0\0\0\0", "{}"])(
    "as the text %j",
    (text) => {
      expect(parseMarker(text).kind).toBe("corrupt");
    },
  );

  test("wherever it is cut off", () => {
    const text = formatMarker(MARKER).trimEnd();
    for (let length = 1; length < text.length; length += 1)
      expect(parseMarker(text.slice(0, length)).kind).toBe("corrupt");
  });

  test("with a reason that fits a line", () => {
    const parsed = parseMarker(JSON.stringify({ donemark: "x".repeat(20_000) }));
    expect(parsed.kind === "corrupt" && parsed.why.length).toBeLessThan(200);
  });

  test("also where it is nested deeper than a program's stack", () => {
    const depth = RECORD_LIMIT_BYTES / 2 - 10;
    const nested = `{"donemark":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(parseMarker(nested).kind).toBe("corrupt");
  });
});

describe("reading never throws", () => {
  test("whatever the text is", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.json()), (given) => {
        expect(["empty", "corrupt"]).toContain(parseMarker(given).kind);
      }),
    );
  });

  test("whatever the values in it are", () => {
    const paths = ["shard", "seconds", "by", "fingerprint", "checkpoint", "checkpoint.files"];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        expect(["full", "corrupt"]).toContain(parseMarker(withChange(path, value)).kind);
      }),
    );
  });
});

describe("what is only told, not proven,", () => {
  test("is left out where it is strange: the author", () => {
    expect(readAuthor({ run: 5, attempt: "2", ref: null, host: "h", other: 1 })).toEqual({
      host: "h",
    });
    expect(readAuthor("nobody")).toEqual({});
    expect(parseMarker(withChange("by", 5))).toMatchObject({ kind: "full", marker: { by: {} } });
  });

  test.each([-1, 1.5, "5", null, MOST_FENCE + 1])(
    "is left out where it is strange: the fence %s",
    (fence) => {
      expect(parseMarker(withChange("fence", fence))).toEqual({ kind: "full", marker: MARKER });
    },
  );

  test("is left out where it is strange: the adoption", () => {
    const parsed = parseMarker(withChange("adopted", "yes"));
    expect(parsed).toEqual({ kind: "full", marker: MARKER });
  });
});

describe("the readers that other records share", () => {
  test("a fingerprint may lack parts, but holds no wrong one", () => {
    expect(readFingerprint({})).toEqual({});
    expect(readFingerprint({ input: DIGEST, strange: 1 })).toEqual({ input: DIGEST });
    expect(readFingerprint({ input: DIGEST, text: "" })).toBeUndefined();
    expect(readFingerprint([])).toBeUndefined();
  });

  test("an amount is a finite number from 0 up", () => {
    expect([0, 1.5, 2 ** 53].every(isAmount)).toBe(true);
    expect([-1, Number.NaN, Number.POSITIVE_INFINITY, "1", null, undefined].some(isAmount)).toBe(
      false,
    );
  });

  test("text that is no JSON is nothing", () => {
    expect(parseJson("{")).toBeUndefined();
    expect(parseJson(" [1] ")).toEqual([1]);
  });
});
