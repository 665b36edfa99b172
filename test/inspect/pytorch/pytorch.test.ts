import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { realDisk } from "../../../src/files/real-disk.ts";
import { inspect } from "../../../src/inspect/inspect.ts";
import { float, pickle, Raw, tensor, text, type Picklable } from "../../helpers/pickle.ts";
import { torchFile, writeTorchFile, zipFile } from "../../helpers/torch-file.ts";
import { measured } from "../../helpers/processor-time.ts";
import { look, NAMES } from "../look.ts";
import { END, floats, noise } from "../samples.ts";

/** Longer than what is read of a pickle. */
const LONG = floats(200_000);
const COMPLETE = { structure: "sound", status: "complete", version: "1.0" };

const lookAtDict = (value: Picklable, options = {}) =>
  look("x.pt", torchFile({ pickle: pickle(value, options) }));

describe.each([2, 4] as const)("a dict pickled with protocol %i", (protocol) => {
  const lookAt = (value: Picklable, shared = false) => lookAtDict(value, { protocol, shared });

  test.each<[string, Picklable]>([
    ["last", { data: tensor(0, 4), ...END }],
    ["first", { ...END, data: tensor(0, 4) }],
    ["last in a long pickle", { data: LONG, ...END }],
    ["first in a long pickle", { ...END, data: LONG }],
    ["first in a long pickle that goes on", { ...END, data: LONG, more: 1, last: "x" }],
    ["before a nested dict", { data: LONG, ...END, meta: { a: [1, { status: "no" }] } }],
    ["before a nested list", { data: LONG, ...END, meta: ["status", "failed"] }],
    ["between thousands of keys", { ...wide(2500), ...END }],
    ["in the dict, after one nested in it", { meta: { status: "failed", version: 2 }, ...END }],
    ["as the only long entry's neighbour", { data: LONG, ...END, n: 1 }],
  ])("gives the fields that stand %s", async (_, value) => {
    expect(await lookAt(value)).toMatchObject(COMPLETE);
  });

  test.each<[string, Picklable]>([
    ["a nested dict", { meta: { status: "complete", version: "1.0" }, n: 1 }],
    ["a nested dict that is last", { n: 1, meta: { status: "complete", version: "1.0" } }],
    ["a nested dict at the end of a long pickle", { data: LONG, meta: { ...END } }],
    ["a nested dict near the end of a long pickle", { data: LONG, meta: { ...END }, n: 1 }],
    ["a nested dict of one entry at the end", { data: LONG, meta: { status: "complete" } }],
    ["a list near the end", { data: LONG, words: ["status", "complete"], n: 1 }],
    ["a list at the end", { data: LONG, words: ["status", "complete"] }],
    ["a dict in a list", [{ data: LONG, ...END }]],
    ["dicts in a long list", { batches: Array.from({ length: 9000 }, () => ({ ...END })) }],
    ["the values of a dict", { data: LONG, a: "status", complete: 1 }],
    ["a nested dict at the beginning", { meta: { ...END }, data: LONG }],
  ])("has no field of its own in %s", async (_, value) => {
    const { structure, status, version } = await lookAt(value);
    expect({ structure, status, version }).toEqual({ structure: "sound" });
  });

  test.each<[string, Picklable, string]>([
    ["text", "in_progress", "in_progress"],
    ["whole number", 2, "2"],
    ["large number", 70_000, "70000"],
    ["negative number", -5, "-5"],
    ["long number", -(2n ** 40n), "-1099511627776"],
    ["float", float(1.5), "1.5"],
    ["whole float", float(2), "2.0"],
    ["none", null, "null"],
    ["truth", true, "true"],
    ["list", ["complete"], "[object]"],
    ["dict", { complete: "complete" }, "[object]"],
    ["tensor", tensor(0, 1), "[object]"],
    ["empty text", "", ""],
    ["text in another script", "完了", "完了"],
  ])("gives a %s as text", async (_, value, expected) => {
    for (const data of [1, LONG]) {
      const found = await lookAt({ data, status: value, version: value });
      expect([found.status, found.version]).toEqual([expected, expected]);
    }
  });

  test("that holds a status of a million letters gives its beginning", async () => {
    const { status } = await lookAt({ status: "a".repeat(1_000_000) });
    expect(status).toBeUndefined();
    const short = await lookAt({ status: "a".repeat(10_000) });
    expect(short.status).toBe(`${"a".repeat(200)}…`);
  });

  test("whose texts were written before gives them all the same", async () => {
    const value = { early: ["complete", "status"], data: LONG, ...END };
    expect(await lookAt(value, true)).toMatchObject(COMPLETE);
    const batches = Array.from({ length: 9000 }, (_, n) => ({ n, status: "complete" }));
    expect(await lookAt({ batches, ...END }, true)).toMatchObject(COMPLETE);
  });

  test("whose status was written where nobody looks never reads as complete", async () => {
    const middle = [...LONG.slice(0, 15_000), "complete", ...LONG.slice(0, 15_000)];
    const { status } = await lookAt({ data: middle, status: "complete" }, true);
    expect(status).toBe("[unread]");
  });
});

test("a text of protocol 2 that was written in the last kilobytes is found again", async () => {
  const value = {
    data: LONG,
    stages: { one: "complete" },
    status: "complete",
    version: "complete",
  };
  const found = await lookAtDict(value, { shared: true });
  expect([found.status, found.version]).toEqual(["complete", "complete"]);
});

test("when a key is set twice the last value counts", async () => {
  const twice: Picklable = new Map<Picklable, Picklable>([
    ["status", "complete"],
    [1, 2],
    [new Raw(text("status")), "in_progress"],
  ]);
  expect(await lookAtDict(twice)).toMatchObject({ status: "in_progress" });
});

test("keys that are no texts are passed over", async () => {
  const value = new Map<Picklable, Picklable>([
    [1, "a"],
    [null, "b"],
    ["status", "complete"],
    [true, "c"],
  ]);
  expect(await lookAtDict(value)).toMatchObject({ status: "complete" });
});

test("a key out of sight does not shift the pairs that follow it", async () => {
  const value = new Map<Picklable, Picklable>([
    ["data", LONG],
    [5, "status"],
    ...Object.entries(END),
  ]);
  expect(await lookAtDict(value)).toMatchObject(COMPLETE);
});

test("a status that is the beginning of a tuple is no text", async () => {
  const numbers = LONG.map((number) => float(number).bytes);
  const tuple = new Raw(text("complete"), "](", ...numbers, "e", 0x86);
  expect(await lookAtDict({ status: tuple, n: 1 })).not.toMatchObject({ status: "complete" });
});

test("an ordered dict and one with defaults are dicts", async () => {
  const items = pickle(END).subarray(6, -2);
  for (const begin of [
    "ccollections\nOrderedDict\n)R",
    "ccollections\ndefaultdict\nc__builtin__\nint\n\x85R",
  ]) {
    const bytes = new Raw(0x80, 2, begin, "(", items, "u.").bytes;
    expect(await look("x.pt", torchFile({ pickle: bytes }))).toMatchObject(COMPLETE);
  }
});

test("other names of the fields are those that are read", async () => {
  const bytes = torchFile({ pickle: pickle({ state: "done", ...END, schema: 4 }) });
  const names = { statusField: "state", versionField: "schema" };
  expect(await look("x.pt", bytes, names)).toMatchObject({ status: "done", version: "4" });
  const odd = { statusField: "__proto__", versionField: "constructor" };
  expect(await look("x.pt", bytes, odd)).not.toHaveProperty("status");
});

describe("an archive", () => {
  const body = pickle({ data: tensor(0, 100), ...END });
  const tensors = [noise(400)];

  test.each([
    ["without ZIP64 end", { zip64: false }],
    ["without checksums", { checksums: false }],
    ["under a long name", { prefix: "output of a prediction, the 12th" }],
    ["with an empty tensor", { tensors: [noise(400), Buffer.alloc(0)] }],
    ["with ten thousand tensors", { tensors: Array.from({ length: 10_000 }, () => noise(8)) }],
  ])("%s is sound", async (_, options) => {
    const found = await look("x.pt", torchFile({ pickle: body, tensors, ...options }));
    expect(found).toMatchObject(COMPLETE);
    expect(found.bytesRead).toBeLessThan(128 * 1024);
  });

  test("is known by its first entry, whatever its name", async () => {
    const bytes = torchFile({ pickle: body, tensors });
    for (const name of ["x.pt", "x.PTH", "model.bin", "checkpoint", "last.ckpt"])
      expect(await look(name, bytes)).toMatchObject({ format: "pytorch", ...COMPLETE });
  });

  test("cut anywhere is truncated", async () => {
    const bytes = torchFile({ pickle: body, tensors });
    for (const length of [
      1,
      2,
      3,
      4,
      10,
      30,
      50,
      64,
      100,
      1000,
      bytes.length - 23,
      bytes.length - 1,
    ])
      expect(await look("x.pt", bytes.subarray(0, length))).toMatchObject({
        format: "pytorch",
        structure: "truncated",
      });
  });

  test("with a comment at its end is sound, and with one that is cut it is not", async () => {
    const bytes = Buffer.concat([torchFile({ pickle: body }), noise(5000)]);
    bytes.writeUInt16LE(5000, bytes.length - 5002);
    expect(await look("x.pt", bytes)).toMatchObject(COMPLETE);
    expect(await look("x.pt", bytes.subarray(0, -1))).toMatchObject({ structure: "truncated" });
  });

  test("with bytes between its directory and its end is damaged", async () => {
    const bytes = torchFile({ pickle: body, tensors, zip64: false });
    const shifted = Buffer.concat([bytes.subarray(0, -22), noise(100), bytes.subarray(-22)]);
    expect(await look("x.pt", shifted)).toMatchObject({ structure: "damaged" });
  });

  test("with an entry that runs into its directory is damaged", async () => {
    const bytes = torchFile({ pickle: body, tensors });
    const entry = bytes.lastIndexOf("archive/data/0") - 46;
    for (const at of [entry + 20, entry + 42]) {
      const lying = Buffer.from(bytes);
      lying.writeUInt32LE(bytes.length, at);
      expect(await look("x.pt", lying)).toMatchObject({
        structure: "damaged",
        why: "its entry archive/data/0 reaches into what follows it",
      });
    }
  });

  test("whose pickle is not what its checksum says is damaged", async () => {
    const bytes = torchFile({ pickle: body, tensors });
    const at = bytes.indexOf("complete");
    bytes.write("c0mplete", at);
    expect(await look("x.pt", bytes)).toMatchObject({
      structure: "damaged",
      why: "its data.pkl is not what its checksum says",
    });
  });

  test.each([
    ["of zeros", Buffer.alloc(200)],
    ["of zeros, and long", Buffer.alloc(200_000)],
    ["that ends early", body.subarray(0, -1)],
    ["that goes on behind its end", Buffer.concat([body, body])],
    ["of text", Buffer.from("status: complete.")],
    ["that takes what is not there", new Raw(0x80, 2, "}u.").bytes],
    ["with a hole in its beginning", withHole(pickle({ data: LONG, ...END }), 1000)],
    ["with a hole at its end", withHole(pickle({ data: LONG, ...END }), -500)],
  ])("with a data.pkl %s is damaged", async (_, bytes) => {
    const file = torchFile({ pickle: bytes, checksums: false });
    expect(await look("x.pt", file)).toMatchObject({ structure: "damaged" });
  });

  test("with a pickle of a later protocol is left alone", async () => {
    const file = torchFile({ pickle: new Raw(0x80, 6, 0xff, ".").bytes });
    expect(await look("x.pt", file)).toMatchObject({ structure: "unknown" });
  });

  test("whose data.pkl is compressed is sound, and its fields are not known", async () => {
    const bytes = torchFile({ pickle: body, tensors });
    bytes.writeUInt16LE(8, bytes.indexOf("PK\x01\x02") + 10);
    const { structure, status } = await look("x.pt", bytes);
    expect({ structure, status }).toEqual({ structure: "sound" });
  });

  test("of something else under a name of PyTorch is left alone", async () => {
    expect(await look("x.pt", zipFile({ "a.npy": noise(100) }))).toMatchObject({
      format: "pytorch",
      structure: "unknown",
    });
  });
});

test("a file of 4.6 GB is read in less than 128 KB and 20 ms of processor time", async () => {
  const folder = mkdtempSync(join(tmpdir(), "donemark-huge-"));
  try {
    const path = join(folder, "huge.pt");
    writeTorchFile(path, {
      pickle: pickle({ data: tensor(0, 1_235_000_000), more: LONG, ...END }),
      tensors: [4_600_000_000, noise(400)],
    });
    const rounds: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const { answer, seconds } = await measured(() => inspect(realDisk, path, NAMES));
      rounds.push(seconds);
      expect(answer).toMatchObject({ format: "pytorch", ...COMPLETE });
      expect(answer.bytesRead).toBeLessThan(128 * 1024);
    }
    expect(Math.min(...rounds)).toBeLessThan(0.02);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a zip that lies about its places is damaged, however large they are", async () => {
  const bytes = torchFile({ pickle: pickle(END) });
  const end64 = bytes.lastIndexOf("PK\x06\x06");
  const locator = bytes.lastIndexOf("PK\x06\x07");
  for (const at of [end64 + 4, end64 + 40, end64 + 48, locator + 8]) {
    for (const value of [0n, 2n ** 63n, 2n ** 64n - 1n]) {
      const lying = Buffer.from(bytes);
      lying.writeBigUInt64LE(value, at);
      expect(await look("x.pt", lying)).toMatchObject({ structure: "damaged" });
    }
  }
});

function wide(amount: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Array.from({ length: amount }, (_, n) => [`key ${n}`, n]));
}

function withHole(bytes: Buffer, at: number): Buffer {
  const start = at < 0 ? bytes.length + at : at;
  return Buffer.from(bytes).fill(0, start, start + 500);
}
