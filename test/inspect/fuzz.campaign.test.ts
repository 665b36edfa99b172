// Sample: a fifth of the files that are made by chance, and a tenth of the changes to each real one.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_BYTES } from "../../src/inspect/shared/counting-reader.ts";
import { inspect } from "../../src/inspect/inspect.ts";
import { fuzzed } from "../helpers/campaign.ts";
import { float, pickle, Raw, type Picklable } from "../helpers/pickle.ts";
import { measured } from "../helpers/processor-time.ts";
import { torchFile } from "../helpers/torch-file.ts";
import { memoryDisk, NAMES } from "./look.ts";
import { REAL_SAMPLES } from "./real-files.ts";
import { floats, SAMPLES, type Sample } from "./samples.ts";
import { TABLES } from "./table-samples.ts";

const STRUCTURES = new Set(["sound", "empty", "truncated", "damaged", "unknown"]);

/** Does an inspection give an answer within a second of processor time and within its bytes, and close the file? */
async function answers(fileName: string, bytes: Uint8Array): Promise<boolean> {
  const { disk, seen } = memoryDisk(bytes);
  const { answer, seconds } = await measured(() => inspect(disk, fileName, NAMES));
  const { structure, bytesRead } = answer;
  const isQuick = seconds < 1;
  const isBounded = seen.bytesRead === bytesRead && bytesRead <= MOST_BYTES;
  return isQuick && isBounded && STRUCTURES.has(structure) && seen.closed === seen.opened;
}

const words = fc.constantFrom("status", "version", "complete", "failed", "data", "a", "über");

const fileNames = fc.constantFrom(
  ...["x.pt", "x.npz", "x.safetensors", "x.json", "x.bin", "x"],
  ...["x.parquet", "x.arrow", "x.jsonl", "x.gz", "x.zst", "x.sqlite"],
  ...["x.npy", "x.gguf", "x.h5", "x.onnx"],
);
const beginnings = fc.constantFrom(
  ...[
    "PAR1",
    "ARROW1\0\0",
    "\xff\xff\xff\xff\x10\0\0\0",
    "\x1f\x8b\x08",
    "\x28\xb5\x2f\xfd",
    "SQLite format 3\0",
    "\x93NUMPY\x01\0",
    "GGUF\x03\0\0\0",
    "\x89HDF\r\n\x1a\n",
    "\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19.",
  ],
  "",
  "PK\x03\x04",
  "PK\x05\x06",
  "\x80\x02}q\x00(",
  "{",
  "[",
  "\x02\0\0\0\0\0\0\0{}",
);

test("whatever bytes a file holds, there is an answer", async () => {
  const outcome = fc.assert(
    fc.asyncProperty(
      fileNames,
      beginnings,
      fc.uint8Array({ maxLength: 2000 }),
      (fileName, beginning, bytes) =>
        answers(fileName, Buffer.concat([Buffer.from(beginning, "latin1"), bytes])),
    ),
    fuzzed(60, 300),
  );
  await expect(outcome).resolves.toBeUndefined();
});

test("whatever a data.pkl holds, there is an answer", async () => {
  const letters = fc.constantFrom(
    ...Buffer.from("()}]u.seatNKMXGhqrjbRQ012\x80\x81\x85\x86\x87\x8c\x94\x95\x02\x06\0", "latin1"),
  );
  const operations = fc.array(letters, { maxLength: 400 }).map((codes) => Buffer.from(codes));
  const long = pickle({ data: floats(100_000) }).subarray(0, -1);
  const outcome = fc.assert(
    fc.asyncProperty(operations, fc.boolean(), (bytes, isLong) => {
      const begin = isLong ? long : Buffer.from([0x80, 2]);
      const file = torchFile({
        pickle: Buffer.concat([begin, bytes, Buffer.from(".")]),
        checksums: false,
      });
      return answers("x.pt", file);
    }),
    fuzzed(60, 300),
  );
  await expect(outcome).resolves.toBeUndefined();
});

test("whatever the footer of a table holds, there is an answer", async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    fc.array(fc.constantFrom(0, 1, 2, 4, 8, 0x15, 0x18, 0x19, 0x1b, 0x1c, 0x59, 0xf5, 0xff), {
      maxLength: 600,
    }),
  );
  const outcome = fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom("PAR1", "ARROW1"), (footer, magic) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(footer.length);
      const ends = Buffer.from(magic);
      const file = [ends, Buffer.alloc(2), Buffer.from(footer), length, ends];
      return answers("x", Buffer.concat(file));
    }),
    fuzzed(100, 500),
  );
  await expect(outcome).resolves.toBeUndefined();
});

test.each([...Object.entries<Sample>({ ...SAMPLES, ...TABLES }), ...REAL_SAMPLES])(
  "however %s is changed, there is an answer",
  async (_, sample) => {
    const { fileName, bytes } = sample;
    const place = fc.oneof(
      fc.nat(bytes.length - 1),
      fc.nat(600).map((at) => Math.min(at, bytes.length - 1)),
      fc.nat(600).map((at) => Math.max(0, bytes.length - 1 - at)),
    );
    const change = fc.record({ at: place, bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }) });
    const outcome = fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 6 }),
        fc.option(place),
        async (changes, end) => {
          const changed = Buffer.from(bytes);
          for (const { at, bytes: replaced } of changes)
            changed.set(replaced.subarray(0, changed.length - at), at);
          return answers(fileName, end === null ? changed : changed.subarray(0, end));
        },
      ),
      fuzzed(10, 100),
    );
    await expect(outcome).resolves.toBeUndefined();
  },
);

const { value: nested } = fc.letrec<{ value: Picklable; leaf: Picklable }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(words, tie("value"), { maxKeys: 4 }),
  ),
  leaf: fc.oneof(
    words,
    fc.integer(),
    fc.double({ noInteger: true }),
    fc.boolean(),
    fc.constant(null),
  ),
}));

test("of any dict, a status is read as it is or not at all, and one elsewhere is never taken for it", async () => {
  const long = new Raw("](", ...floats(90_000).map((number) => float(number).bytes), "e");
  const entries = fc.uniqueArray(fc.tuple(words, nested), {
    selector: ([key]) => key,
    maxLength: 6,
  });
  const outcome = fc.assert(
    fc.asyncProperty(
      entries,
      fc.nat(6),
      fc.constantFrom(2 as const, 4 as const),
      fc.boolean(),
      async (pairs, place, protocol, shared) => {
        const dict = new Map<Picklable, Picklable>([
          ...pairs.slice(0, place),
          ["long", long],
          ...pairs.slice(place),
        ]);
        const bytes = torchFile({ pickle: pickle(dict, { protocol, shared }) });
        const { structure, status } = await inspect(memoryDisk(bytes).disk, "x.pt", NAMES);
        const unread = shared ? ["[unread]", undefined] : [];
        return structure === "sound" && [...unread, shown(dict.get("status"))].includes(status);
      },
    ),
    fuzzed(60, 300),
  );
  await expect(outcome).resolves.toBeUndefined();
});

test("of any long JSON object, the fields are read as they are", async () => {
  const long = Array.from({ length: 20_000 }, (_, id) => ({ id }));
  const values = fc.jsonValue({ maxDepth: 3 });
  const entries = fc.uniqueArray(fc.tuple(words, values), {
    selector: ([key]) => key,
    maxLength: 6,
  });
  const outcome = fc.assert(
    fc.asyncProperty(
      entries,
      fc.nat(6),
      fc.constantFrom(undefined, 1, "\t"),
      async (pairs, place, indent) => {
        const object = Object.fromEntries([
          ...pairs.slice(0, place),
          ["long", long],
          ...pairs.slice(place),
        ]);
        const { disk } = memoryDisk(Buffer.from(JSON.stringify(object, null, indent)));
        const { status } = await inspect(disk, "x.json", NAMES);
        return status === shownJson(object["status"]);
      },
    ),
    fuzzed(10, 100),
  );
  await expect(outcome).resolves.toBeUndefined();
});

function shownJson(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? "[object]" : JSON.stringify(value);
}

function shown(value: Picklable | undefined): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === "object" && value !== null ? "[object]" : String(value);
}
