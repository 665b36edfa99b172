import { describe, expect, test } from "vitest";
import { pickle, Raw, tensor, text, uint64, type Picklable } from "../../helpers/pickle.ts";
import { MOST, HUGE, lookIntoHole } from "../damages.ts";
import { describeDamages, fixture, type Verdicts } from "../real-files.ts";
import { look } from "../look.ts";
import { END, floats, noise } from "../samples.ts";

const MAGIC = new Raw(0x8a, 10, Buffer.from("6cfc9c46f9206aa85019", "hex"));

/** A file as `torch.save` laid it out before PyTorch 1.6, with floats in the storages 0, 1, … */
function legacyFile(
  saved: Picklable,
  storages: readonly Uint8Array[] = [],
  protocol: Picklable = 1001,
): Buffer {
  const keys = storages.map((_, key) => String(key));
  return Buffer.concat([
    ...[MAGIC, protocol, { little_endian: true }, saved, keys].map((part) => pickle(part)),
    ...storages.flatMap((numbers) => [uint64(numbers.length / 4), numbers]),
  ]);
}

/** A reference to something outside of the pickle. */
const reference = (...parts: readonly (string | Uint8Array)[]) => new Raw("(", ...parts, "tQ");
const FLOATS = "ctorch\nFloatStorage\n";

describe("a file of PyTorch's old layout", () => {
  test.each([
    ["legacy.pt", { status: "complete", version: "1.0" }],
    ["legacy-4.pt", { status: "complete", version: "1.0" }],
    ["legacy-numbers.pt", { status: "complete", version: "1.0" }],
    ["legacy-bare.pt", {}],
  ])("%s that PyTorch wrote is sound and gives its fields", async (name, fields) => {
    const bytes = fixture(name);
    const found = await look(name, bytes);
    expect(found).toEqual({
      format: "pytorch-legacy",
      structure: "sound",
      bytesRead: found.bytesRead,
      ...fields,
    });
    expect(await look("x", bytes.subarray(0, -1))).toMatchObject({ structure: "truncated" });
    expect((await look("x", Buffer.concat([bytes, noise(1)]))).structure).toBe("damaged");
  });

  test("is as long as its storages, each of which counts once", async () => {
    const saved = { a: tensor(0, 100), b: tensor(1, 50), again: tensor(0, 100), ...END };
    const bytes = legacyFile(saved, [noise(400), noise(200)]);
    expect(await look("x", bytes)).toMatchObject({ structure: "sound", status: "complete" });
    expect(await look("x", bytes.subarray(0, -3))).toMatchObject({
      structure: "truncated",
      why: "it is 3 bytes short",
    });
    expect(await look("x", Buffer.concat([bytes, noise(3)]))).toMatchObject({
      structure: "damaged",
      why: "after its end there is more: 3 bytes",
    });
    const exchanged = legacyFile(saved, [noise(200), noise(400)]);
    expect(await look("x", exchanged)).toMatchObject({
      structure: "damaged",
      why: "its tensors are not in their places",
    });
  });

  test("may refer to a module, which has no numbers", async () => {
    const module = reference(text("module"), "ca\nB\n", text("b.py"), text("source"));
    expect(await look("x", legacyFile({ module, ...END }))).toMatchObject({
      structure: "sound",
      status: "complete",
    });
  });

  test.each([
    [
      "of a type that is not known",
      reference(text("storage"), "ctorch\nNewStorage\n", text("0"), text("cpu"), "K\x05"),
    ],
    [
      "of a size that is no number",
      reference(text("storage"), FLOATS, text("0"), text("cpu"), text("5")),
    ],
    [
      "of half a number",
      reference(text("storage"), FLOATS, text("0"), text("cpu"), "G\x3f\xe0\0\0\0\0\0\0"),
    ],
    [
      "of a size below zero",
      reference(text("storage"), FLOATS, text("0"), text("cpu"), "J\xff\xff\xff\xff"),
    ],
    ["without a name", reference(text("storage"), FLOATS, "K\x05", text("cpu"), "K\x05")],
    ["of no kind", reference("K\x05", "K\x05", "K\x05", "K\x05")],
  ])("with a storage %s says that its size cannot be told", async (_, storage) => {
    const found = await look("x", legacyFile({ storage, ...END }, [noise(20)]));
    expect(found).toMatchObject({
      structure: "unknown",
      why: "the size of its tensors cannot be told",
      status: "complete",
    });
  });

  test.each([
    ["another protocol", legacyFile(END, [], 1002)],
    ["a protocol that is a word", legacyFile(END, [], "1001 ")],
    ["half a megabyte of numbers", legacyFile({ data: floats(600_000), ...END })],
    ["a later pickle", Buffer.concat([pickle(MAGIC), Buffer.from([0x80, 6]), noise(100)])],
  ])("with %s is left alone", async (_, bytes) => {
    const found = await look("x", bytes);
    expect(found).toMatchObject({ format: "pytorch-legacy", structure: "unknown" });
    expect(found).not.toHaveProperty("status");
  });

  test("with a hundred thousand references is inspected at once", async () => {
    const many = Buffer.from("2Q0".repeat(100_000));
    const storage = new Raw("(", text("storage"), FLOATS, text("0"), text("cpu"), "K\x05t", many);
    const found = await look("x", legacyFile({ storage, ...END }, [noise(20)]));
    expect(found).toMatchObject({ structure: "sound", status: "complete" });
  });

  test("with 100 KB of numbers in its pickle is read whole", async () => {
    const found = await look("x", legacyFile({ data: floats(100_000), ...END }));
    expect(found).toMatchObject({ structure: "sound", status: "complete" });
  });

  test("cut inside of its pickles is truncated, and without one of them damaged", async () => {
    const bytes = fixture("legacy.pt");
    for (const length of [15, 16, 17, 25, 100, 400])
      expect(await look("x", bytes.subarray(0, length))).toMatchObject({ structure: "truncated" });
    expect(await look("x", Buffer.concat([pickle(MAGIC), pickle(1001), noise(50)]))).toMatchObject({
      structure: "damaged",
    });
  });

  test("of 5 GB is inspected in kilobytes", async () => {
    const numbers = HUGE / 4;
    const pickles = legacyFile({ data: tensor(0, numbers), ...END });
    const keys = pickle(["0"]);
    const head = Buffer.concat([pickles.subarray(0, -pickle([]).length), keys, uint64(numbers)]);
    const size = head.length + HUGE;
    const found = await lookIntoHole("x.pt", size, [
      [0, head],
      [size - 4096, noise(4096)],
    ]);
    expect(found).toMatchObject({
      format: "pytorch-legacy",
      structure: "sound",
      status: "complete",
    });
    expect(found.bytesRead).toBeLessThan(MOST);
    expect(await lookIntoHole("x.pt", size, [[0, head]])).toMatchObject({
      structure: "unknown",
      why: expect.stringContaining("zeros"),
      status: "complete",
    });
  });
});

const VERDICTS: Verdicts = {
  none: "sound",
  "last byte gone": "truncated",
  "second half gone": "truncated",
  "last 4 KB zero": "unknown",
  "4 KB in the middle zero": "sound",
  "all zero": "damaged",
  "100 bytes more": "damaged",
  "no bytes": "empty",
  "a bit in the middle turned": "sound",
};

describeDamages("legacy-4.pt", VERDICTS);
// Of less than 4 KB, all of it pickles, so that the zeros in its middle reach its end.
describeDamages("legacy-numbers.pt", {
  ...VERDICTS,
  "last 4 KB zero": "damaged",
  "4 KB in the middle zero": "damaged",
});
