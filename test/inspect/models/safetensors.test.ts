import { describe, expect, test } from "vitest";
import { uint64 } from "../../helpers/pickle.ts";
import { look } from "../look.ts";
import { END, noise, safetensorsFile } from "../samples.ts";

const withHeader = (header: unknown, data: Uint8Array = noise(100)): Buffer => {
  const bytes = Buffer.from(typeof header === "string" ? header : JSON.stringify(header));
  return Buffer.concat([uint64(bytes.length), bytes, data]);
};
const tensorAt = (...data_offsets: readonly unknown[]) => ({
  dtype: "U8",
  shape: [1],
  data_offsets,
});

describe("a safetensors file", () => {
  test("gives the fields of its metadata", async () => {
    const bytes = safetensorsFile(noise(5000), END);
    for (const name of ["x.safetensors", "x.SAFETENSORS", "weights"])
      expect(await look(name, bytes)).toMatchObject({
        format: "safetensors",
        structure: "sound",
        status: "complete",
        version: "1.0",
      });
  });

  test("without metadata, without tensors or with empty ones is sound", async () => {
    for (const bytes of [
      withHeader({ a: tensorAt(0, 100) }),
      withHeader({}, Buffer.alloc(0)),
      withHeader({ b: tensorAt(100, 100), a: tensorAt(0, 100), c: tensorAt(0, 0) }),
      withHeader(`${JSON.stringify({ a: tensorAt(0, 100) })}      `),
    ])
      expect(await look("x.safetensors", bytes)).toMatchObject({ structure: "sound" });
  });

  test("has only texts as fields, and shows anything else as what it is", async () => {
    const metadata = { status: 1, version: { a: 1 } };
    const found = await look(
      "x.safetensors",
      withHeader({ __metadata__: metadata, a: tensorAt(0, 100) }),
    );
    expect(found).toMatchObject({ status: "1", version: "[object]" });
    for (const other of [null, "complete", ["complete"], 1])
      expect(
        await look("x.safetensors", withHeader({ __metadata__: other, a: tensorAt(0, 100) })),
      ).not.toHaveProperty("status");
  });

  test.each<[string, Buffer]>([
    ["a gap", withHeader({ a: tensorAt(0, 40), b: tensorAt(50, 100) })],
    ["tensors that overlap", withHeader({ a: tensorAt(0, 60), b: tensorAt(50, 100) })],
    ["a first tensor behind the beginning", withHeader({ a: tensorAt(10, 100) })],
    [
      "a tensor that ends before it begins",
      withHeader({ a: tensorAt(0, 100), b: tensorAt(100, 90) }),
    ],
    ["a tensor without place", withHeader({ a: { dtype: "U8", shape: [100] } })],
    ["a place that is no number", withHeader({ a: tensorAt("0", "100") })],
    ["a place that is no whole number", withHeader({ a: tensorAt(0, 99.5) })],
    ["a tensor that is none", withHeader({ a: null })],
    ["a header that is no object", withHeader("[1,2]")],
    ["a header that is no JSON", withHeader(`{"a":${"[".repeat(100_000)}`)],
    ["a header of 16 EB", Buffer.alloc(200, 0xff)],
    ["a header of no bytes", Buffer.concat([Buffer.alloc(8), noise(100)])],
  ])("with %s is damaged", async (_, bytes) => {
    expect(await look("x.safetensors", bytes)).toMatchObject({ structure: "damaged" });
  });

  test("cut anywhere is truncated, and says by how much", async () => {
    const bytes = safetensorsFile(noise(5000), END);
    for (const length of [1, 7, 8, 9, 100, 1000, bytes.length - 1])
      expect(await look("x.safetensors", bytes.subarray(0, length))).toMatchObject({
        structure: "truncated",
      });
    const { why } = await look("x.safetensors", bytes.subarray(0, -1));
    expect(why).toBe("it is 1 byte short");
  });

  test("whose header is longer than half a megabyte is left alone", async () => {
    const bytes = withHeader(`{"a":${JSON.stringify(tensorAt(0, 100))}${" ".repeat(600_000)}}`);
    const found = await look("x.safetensors", bytes);
    expect(found).toMatchObject({ structure: "unknown" });
    expect(found.bytesRead).toBeLessThan(1024);
    expect(await look("x.safetensors", bytes.subarray(0, -101))).toMatchObject({
      structure: "truncated",
    });
  });
});
