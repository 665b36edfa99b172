import { describe, expect, test } from "vitest";
import type { Inspection } from "../../../src/inspect/inspection.ts";
import { findLastFields, MOST_OPERATIONS } from "../../../src/inspect/pickle/last-fields.ts";
import { readPickleEnds, readWholePickle } from "../../../src/inspect/pickle/pickle.ts";
import { newStack } from "../../../src/inspect/pickle/stack.ts";
import { walkPickle } from "../../../src/inspect/pickle/walk.ts";
import { pickle, Raw, text, uint32, uint64, type Part } from "../../helpers/pickle.ts";
import { torchFile } from "../../helpers/torch-file.ts";
import { measured } from "../../helpers/processor-time.ts";
import { look, NAMES } from "../look.ts";
import { END, floats } from "../samples.ts";

const HEAD = new Raw(0x80, 2).bytes;
const many = (amount: number, ...parts: readonly Part[]): Buffer => {
  const { bytes } = new Raw(...parts);
  return Buffer.alloc(bytes.length * amount, bytes);
};

const BOMBS: Readonly<Record<string, Uint8Array>> = {
  "a million nested lists": new Raw(HEAD, many(1_000_000, "](")).bytes,
  "a million nested lists, closed": new Raw(HEAD, many(500_000, "]("), many(500_000, "e"), ".")
    .bytes,
  "a million marks": new Raw(HEAD, many(1_000_000, "("), ".").bytes,
  "dicts that hold one another": new Raw(
    HEAD,
    "}q",
    0,
    many(100_000, "}q", 1, "h", 0, "h", 1, "s"),
    ".",
  ).bytes,
  "a dict that holds itself": new Raw(HEAD, "}q", 0, text("status"), "h", 0, "s.").bytes,
  "lists of lists of lists, each twice the one before": new Raw(
    HEAD,
    "]",
    many(30_000, "q", 0, "]h", 0, "ah", 0, "a"),
    ".",
  ).bytes,
  "the same value doubled over and over": new Raw(HEAD, "N", many(500_000, "2"), ".").bytes,
  "tuples of three, over and over": new Raw(HEAD, "NNN", many(300_000, "22", 0x87), ".").bytes,
  "a memo of a hundred thousand places": new Raw(
    HEAD,
    "N",
    Buffer.concat(
      Array.from({ length: 100_000 }, (_, n) => new Raw("r", uint32(n * 40_000)).bytes),
    ),
    ".",
  ).bytes,
  "references to what was never written": new Raw(HEAD, many(100_000, "h", 9), ".").bytes,
  "a text said to be 4 GB long": new Raw(HEAD, "}X", uint32(0xffff_ffff), "status.").bytes,
  "a text said to be 16 EB long": new Raw(HEAD, "}", 0x8d, many(8, 0xff), "status.").bytes,
  "a frame said to be 16 EB long": new Raw(0x80, 4, 0x95, many(8, 0xff), "}.").bytes,
  "bytes said to be 9 PB long": new Raw(HEAD, 0x8e, uint64(2 ** 53), ".").bytes,
  "a number of a million digits": new Raw(HEAD, 0x8b, uint32(1_000_000), many(1_000_000, 0x7f), ".")
    .bytes,
  "lines without end": new Raw(HEAD, many(1_000_000, "c")).bytes,
  "texts without end": new Raw(HEAD, "}(", many(100_000, text("status"))).bytes,
};

describe.each(Object.entries(BOMBS))("%s", (_, bytes) => {
  const ends = { head: bytes.subarray(0, 65_536), tail: bytes.subarray(-16_384) };

  test("say nothing of a status, whole or from both ends", async () => {
    const pickles = [readWholePickle(bytes, NAMES), readPickleEnds(ends, NAMES)];
    const words = pickles.map((each) => each.kind === "fields" && each.fields.get("status"));
    expect(words).not.toContain("complete");
    const inspection = await look("x.pt", torchFile({ pickle: bytes }));
    expect(inspection.status).not.toBe("complete");
  });

  test("are walked in one operation for each byte at most, and each adds at most one value", () => {
    const { operations, stack } = walkPickle(bytes, 0, newStack(NAMES));
    expect(operations).toBeLessThanOrEqual(bytes.length);
    const { values, marks, memo, references } = stack;
    for (const kept of [values.length, marks.length, memo.size, references.length])
      expect(kept).toBeLessThanOrEqual(operations + 1);
  });

  test("are searched from their ends in a bounded number of operations", () => {
    const { stack } = walkPickle(ends.head, 0, newStack(NAMES));
    const { operations } = findLastFields(ends.tail, stack);
    expect(operations).toBeLessThanOrEqual(MOST_OPERATIONS + ends.tail.length);
  });

  test("take less than a second of CPU time", async () => {
    const inspectBomb = () => look("x.pt", torchFile({ pickle: bytes }));
    expect((await measured(inspectBomb)).seconds).toBeLessThan(1);
  });
});

test("a pickle that runs a program when it is loaded is an object like any other", async () => {
  const call = new Raw("cos\nsystem\n", text("exit 1"), 0x85, "R");
  const bytes = pickle({ data: call, ...END });
  expect(await look("x.pt", torchFile({ pickle: bytes }))).toMatchObject({ status: "complete" });
  expect(await look("x.pt", torchFile({ pickle: pickle({ status: call }) }))).toMatchObject({
    status: "[object]",
  });
});

/** A long pickle of a dict that ends as the parts say. */
function lookAtTail(...parts: readonly Part[]): Promise<Inspection> {
  const body = pickle({ data: floats(200_000), n: 1 }).subarray(0, -2);
  return look("x.pt", torchFile({ pickle: new Raw(body, ...parts).bytes }));
}

function status(value: string): Buffer {
  return Buffer.concat([text("status"), text(value)]);
}

describe("the last kilobytes of a long pickle", () => {
  test("give the status that ends them", async () => {
    expect(await lookAtTail(status("complete"), "u.")).toMatchObject({ status: "complete" });
  });

  test.each<[string, readonly Part[]]>([
    ["is the value of another key", [text("k"), text("status"), "u."]],
    ["is half of a tuple", [text("k"), status("complete"), 0x86, "u."]],
    ["is an argument of a call", [text("k"), "cx\ny\n", status("complete"), 0x86, "Ru."]],
    ["is the state of an object", [text("k"), "cx\ny\n)R}(", status("complete"), "ubu."]],
    ["is in a dict in a list", [text("k"), "](}", status("complete"), "s}eu."]],
    ["ends a text that holds a pickle", [text("k"), "X", uint32(26), status("complete"), "u.u."]],
    ["belongs to a pickle before the end", [status("complete"), "u.N."]],
    ["is followed by what is no operation", [status("complete"), 0xff, "u."]],
    ["is set in a dict that is thrown away", ["u}(", status("complete"), "u0."]],
  ])("give none where it %s", async (_, parts) => {
    const found = await lookAtTail(...parts);
    expect(found.status).toBeUndefined();
  });

  test("give it behind numbers that look like operations", async () => {
    const lookalike = new Raw("Gh", 1, "(N(NN(");
    const bytes = pickle({ data: [...floats(200_000), lookalike], ...END });
    const found = await look("x.pt", torchFile({ pickle: bytes }));
    expect(found.status).toBe("complete");
  });

  test("give the later one of two", async () => {
    const found = await lookAtTail(status("complete"), status("in_progress"), "u.");
    expect(found.status).toBe("in_progress");
  });
});
