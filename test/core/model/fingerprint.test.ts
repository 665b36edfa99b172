import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSha256 } from "../../../src/core/model/digest.ts";
import {
  changedFiles,
  changedParts,
  commandPart,
  countPart,
  filesPart,
  inputPart,
  LISTED_FILES,
  listFiles,
  normalizeText,
  PARTS,
  recordedFingerprint,
  textPart,
  unknownParts,
  type FileFact,
  type Fingerprint,
} from "../../../src/core/model/fingerprint.ts";

const WHOLE: Fingerprint = {
  input: { digest: "i" },
  command: { digest: "c" },
  files: { digest: "f" },
  text: { digest: "t" },
  listedFiles: { "a.py": "111", "b.py": "222" },
};

const BLIND: Fingerprint = { ...WHOLE, command: { unknown: "no command is given" } };

const facts = (...files: readonly (readonly [string, string])[]): readonly FileFact[] =>
  files.map(([path, fact]) => ({ path, fact }));

const someFiles = fc.uniqueArray(fc.record({ path: fc.string(), fact: fc.string() }), {
  selector: ({ path }) => path,
});

describe("the input part", () => {
  const here = facts(["in/a.fa", "11"], ["in/b.fa", "22"]);
  const moved = facts(["elsewhere/a.fa", "11"], ["elsewhere/c.fa", "22"]);

  test("depends in content mode on what the files hold, not on their names", () => {
    expect(inputPart("content", moved)).toBe(inputPart("content", here));
    expect(inputPart("content", facts(["in/a.fa", "11"], ["in/b.fa", "23"]))).not.toBe(
      inputPart("content", here),
    );
  });

  test.each(["stat", "name"] as const)("depends in %s mode on the names too", (mode) => {
    expect(inputPart(mode, moved)).not.toBe(inputPart(mode, here));
  });

  test("depends on the order of the inputs, which the command is given in that order", () => {
    expect(inputPart("content", here.toReversed())).not.toBe(inputPart("content", here));
  });

  test("is another one in every mode, and of every number of inputs", () => {
    const all = [
      inputPart("content", here),
      inputPart("stat", here),
      inputPart("name", here),
      inputPart("content", []),
      inputPart("content", facts(["", ""])),
      inputPart("content", facts(["", "1122"])),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test("of a number of shards depends on the number and on the shard's place in it", () => {
    const all = [countPart(10, 0), countPart(10, 1), countPart(11, 0), countPart(1, 10)];
    expect(new Set(all).size).toBe(4);
    expect(countPart(10, 1)).toBe(all[1]);
  });
});

describe("the command part", () => {
  const command = { text: "python a.py \\\n  --fast\n", shell: "bash", workingDirectory: "." };

  test("is the same with CRLF and with blanks at the end of lines and of the text", () => {
    const windows = "python a.py \\\r\n  --fast \t\r\n\r\n  ";
    expect(commandPart({ ...command, text: windows })).toBe(commandPart(command));
  });

  test.each([
    ["the text", { text: "python a.py \\\n  --faster\n" }],
    ["the indentation, which a here-document needs", { text: "python a.py \\\n --fast\n" }],
    ["a blank line within", { text: "python a.py \\\n\n  --fast\n" }],
    ["the shell", { shell: "sh" }],
    ["the working directory", { workingDirectory: "sub" }],
  ])("changes with %s", (_, change) => {
    expect(commandPart({ ...command, ...change })).not.toBe(commandPart(command));
  });
});

describe("the files part", () => {
  test("is the same whatever order the files were found in", () => {
    fc.assert(
      fc.property(
        someFiles.chain((files) =>
          fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
        ),
        ([files, shuffled]) => {
          expect(filesPart(shuffled)).toBe(filesPart(files));
          expect(listFiles(shuffled)).toEqual(listFiles(files));
        },
      ),
    );
  });

  test("changes with a name, with a content, and with a file more or less", () => {
    const all = [
      filesPart([]),
      filesPart(facts(["a", "1"])),
      filesPart(facts(["b", "1"])),
      filesPart(facts(["a", "2"])),
      filesPart(facts(["a", "1"], ["b", "1"])),
      filesPart(facts(["a", "1b"], ["", "1"])),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test("is listed by file up to the limit, and not at all above it", () => {
    const files = Array.from({ length: LISTED_FILES + 1 }, (_, i) => ({
      path: `${i}.py`,
      fact: "0123456789abcdef",
    }));
    expect(Object.keys(listFiles(files.slice(1)))).toHaveLength(LISTED_FILES);
    expect(Object.values(listFiles(files.slice(1)))).toContain("0123456789ab");
    expect(listFiles(files)).toEqual({});
  });
});

describe("the text part", () => {
  test("changes with the text, but not with line ends and blanks at an end", () => {
    expect(textPart("model: 3\r\nseed: 1  \r\n")).toBe(textPart("model: 3\nseed: 1"));
    expect(textPart("model: 3")).not.toBe(textPart("model: 4"));
    expect(textPart("")).not.toBe(textPart("0"));
  });

  test("tells a backslash that goes on with the next line from one that makes a blank a word", () => {
    const all = ["a \\\nb", "a \\ \nb", "a \\", "a \\ ", "a"];
    expect(new Set(all.map(textPart)).size).toBe(all.length);
    expect(textPart("a \\ \t \r\nb")).toBe(textPart("a \\ \nb"));
    expect(textPart("a \\ \n\n")).toBe(textPart("a \\ "));
  });

  test("is a digest, as every part is", () => {
    const command = { text: "x", shell: "bash", workingDirectory: "." };
    const all = [textPart(""), filesPart([]), inputPart("name", []), countPart(1, 0)];
    expect([...all, commandPart(command)].every(isSha256)).toBe(true);
  });

  test("is compared in a form that normalizing again does not change", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", " ", "\t", "\n", "\r\n") }), (text) => {
        const normal = normalizeText(text);
        expect(normalizeText(normal)).toBe(normal);
        expect(normal).toBe(normalizeText(text.replaceAll(/\r?\n/g, "\r\n")));
        expect(normal).not.toMatch(/\r|[ \t]$/m);
      }),
    );
  });
});

describe("comparing", () => {
  test("finds nothing changed in its own record", () => {
    expect(changedParts(recordedFingerprint(WHOLE), WHOLE, PARTS)).toEqual([]);
  });

  test.each(PARTS)("finds %s changed where it differs, and nothing else", (part) => {
    const now: Fingerprint = { ...WHOLE, [part]: { digest: "other" } };
    expect(changedParts(recordedFingerprint(WHOLE), now, PARTS)).toEqual([part]);
  });

  test.each(PARTS)("counts %s as changed where the record lacks it", (part) => {
    const { [part]: _, ...rest } = recordedFingerprint(WHOLE);
    expect(changedParts(rest, WHOLE, PARTS)).toEqual([part]);
  });

  test.each(PARTS)("counts %s as changed where it is unknown now", (part) => {
    const now: Fingerprint = { ...WHOLE, [part]: { unknown: "why" } };
    expect(changedParts(recordedFingerprint(WHOLE), now, PARTS)).toEqual([part]);
    expect(changedParts(recordedFingerprint(now), now, PARTS)).toEqual([part]);
    expect(unknownParts(now, PARTS)).toEqual([part]);
  });

  test("looks only at the parts that are asked for", () => {
    const now: Fingerprint = { ...BLIND, text: { digest: "other" } };
    expect(changedParts(recordedFingerprint(WHOLE), now, ["input", "files"])).toEqual([]);
    expect(unknownParts(now, ["input", "text"])).toEqual([]);
    expect(changedParts({}, now, [])).toEqual([]);
  });
});

describe("a record", () => {
  test("holds what is known, and nothing for what is not", () => {
    expect(recordedFingerprint(BLIND)).toEqual({
      input: "i",
      files: "f",
      text: "t",
      listedFiles: { "a.py": "111", "b.py": "222" },
    });
  });

  test("holds no empty list of files", () => {
    expect(recordedFingerprint({ ...WHOLE, listedFiles: {} })).not.toHaveProperty("listedFiles");
  });
});

function listed(listedFiles: Readonly<Record<string, string>>): Fingerprint {
  return { ...WHOLE, listedFiles };
}

describe("the files that changed", () => {
  test.each([
    ["changed", { "a.py": "111", "b.py": "333" }, ["b.py"]],
    ["was added", { "a.py": "111", "b.py": "222", "c.py": "1" }, ["c.py"]],
    ["was removed", { "a.py": "111" }, ["b.py"]],
    ["changed beside another", { "a.py": "333", "c.py": "1" }, ["a.py", "b.py", "c.py"]],
    [
      "bears a name that every object has",
      { "a.py": "111", "b.py": "222", constructor: "1" },
      ["constructor"],
    ],
  ])("are named where one %s", (_, now, expected) => {
    expect(changedFiles(recordedFingerprint(WHOLE), listed(now))).toEqual(expected);
  });

  test("are not named where nothing changed", () => {
    expect(changedFiles(recordedFingerprint(WHOLE), WHOLE)).toEqual([]);
  });

  test("are not named where a list is missing: there were or are too many files", () => {
    expect(changedFiles(recordedFingerprint(listed({})), WHOLE)).toEqual([]);
    expect(changedFiles(recordedFingerprint(WHOLE), listed({}))).toEqual([]);
  });
});
