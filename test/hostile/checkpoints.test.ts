import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { compiled } from "../store/compiled.ts";
import { measured } from "../helpers/processor-time.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { MOST_BYTES } from "../../src/inspect/shared/counting-reader.ts";
import { inspect } from "../../src/inspect/inspect.ts";
import type { Inspection } from "../../src/inspect/inspection.ts";
import { workspace } from "../fixtures/cli/workspace.ts";
import { temporaryFolder } from "../helpers/program.ts";
import { tally } from "../helpers/tally.ts";
import { torchFile } from "../helpers/torch-file.ts";
import { NAMES } from "../inspect/look.ts";
import { DOCUMENTS, HEADERS } from "./checkpoints/headers.ts";
import {
  BOMBS,
  callerAsStatus,
  callers,
  callerWithStatus,
  encryptedPickle,
  LONG_BOMBS,
  packedPickle,
} from "./checkpoints/pickles.ts";
import { LYING_ZIPS } from "./checkpoints/zips.ts";

const REPORT = fileURLToPath(new URL("../helpers/processor-report.mjs", import.meta.url));

let cases = 0;
afterAll(() => tally("hostile input", { checkpoints: cases }));

/** Inspects a real file, which must take less than a second of processor time and a megabyte. */
async function look(fileName: string, bytes: Uint8Array): Promise<Inspection> {
  cases += 1;
  const path = join(temporaryFolder(), fileName);
  writeFileSync(path, bytes);
  const { answer: found, seconds } = await measured(() => inspect(realDisk, path, NAMES));
  expect(seconds).toBeLessThan(1);
  expect(found.bytesRead).toBeLessThanOrEqual(MOST_BYTES);
  expect(found.why?.length ?? 0).toBeLessThan(400);
  return found;
}

const inZip = (pickle: Uint8Array): Buffer => torchFile({ pickle });

describe("a pickle that calls a program by", () => {
  test.each(Object.keys(callers("x")))("%s is looked at, and calls nothing", async (name) => {
    const canary = join(temporaryFolder(), "canary");
    const bytes = callers(canary)[name] ?? Buffer.alloc(0);
    const structure = name === "a call behind the end" ? "damaged" : "sound";
    const found = await look("x.pt", inZip(bytes));
    expect(found).toMatchObject({ format: "pytorch", structure });
    expect(found.status).toBeUndefined();
    for (const fileName of ["x.pkl", "x.pt", "x.json", "x"]) {
      const plain = await look(fileName, bytes);
      expect(plain).toMatchObject({ format: "plain", structure: "unknown" });
    }
    expect(existsSync(canary)).toBe(false);
  });

  test("the way to its status says the status, and as its status says none", async () => {
    const canary = join(temporaryFolder(), "canary");
    expect((await look("x.pt", inZip(callerWithStatus(canary)))).status).toBe("complete");
    expect((await look("x.pt", inZip(callerAsStatus(canary)))).status).toBe("[object]");
    expect(existsSync(canary)).toBe(false);
  });

  test("whatever way is not run by any command, as a file or in one", async () => {
    const here = workspace();
    const ids = Object.values(callers(here.path("canary"))).flatMap((bytes, n) => {
      here.write(`in/${n}.pt`, inZip(bytes));
      here.write(`in/${n}.pkl`, bytes);
      return [`${n}.pt`, `${n}.pkl`];
    });
    cases += ids.length;
    const damaged = `${Object.keys(callers("x")).indexOf("a call behind the end")}.pt`;
    for (const id of ids) here.write(`out/${id}`, readFileSync(here.path("in", id)));
    here.define({
      shards: ids.map((id) => ({ id })),
      checkpoint: "out/{id}",
      shell: "sh",
      command: 'cp "in/$SHARD_ID" "$SHARD_CHECKPOINT"',
      "max-failures": "0",
    });
    const reasons = async (): Promise<Record<string, string>> => {
      const { shards } = await here.status();
      return Object.fromEntries(shards.map(({ id, reason }) => [id, reason]));
    };
    const all = (reason: string): Record<string, string> =>
      Object.fromEntries(ids.map((id) => [id, reason]));
    expect((await here.donemark("plan")).code).toBe(0);
    expect(await reasons()).toEqual({ ...all("no-marker"), [damaged]: "damaged" });
    const { code, ran } = await here.run();
    expect([code, ran]).toEqual([1, ids.length - 1]);
    // A checkpoint that its command left damaged is taken away.
    expect(await reasons()).toEqual({ ...all("done"), [damaged]: "new" });
    expect((await here.donemark("collect")).code).toBe(3);
    expect((await here.unmark("--all")).code).toBe(0);
    expect((await here.mark("--all")).changed).toHaveLength(ids.length - 1);
    expect(here.has("canary")).toBe(false);
  });
});

test.each(Object.entries(BOMBS))(
  "a pickle of %s has an answer with little work",
  async (_, bytes) => {
    expect(await look("x.pkl", bytes)).toMatchObject({ format: "plain", structure: "unknown" });
    const { format, structure, status } = await look("x.pt", inZip(bytes));
    expect([format, status]).toEqual(["pytorch", undefined]);
    expect(["sound", "damaged"]).toContain(structure);
  },
);

test.each(Object.entries(LONG_BOMBS))(
  "a long pickle that ends in %s has an answer with little work",
  async (_, bytes) => {
    const found = await look("x.pt", inZip(bytes));
    expect(found).toMatchObject({ format: "pytorch", structure: "sound" });
    expect(found.status).toBeUndefined();
  },
);

describe("of a PyTorch file", () => {
  // The zip is whole; what is in it is not looked at.
  test("whose data.pkl unpacks to 2 GB nothing is unpacked", async () => {
    const { structure, status, bytesRead } = await look("x.pt", packedPickle());
    expect([structure, status]).toEqual(["sound", undefined]);
    expect(bytesRead).toBeLessThan(8192);
  });

  test("whose data.pkl is encrypted nothing is deciphered", async () => {
    const { structure, status } = await look("x.pt", encryptedPickle());
    expect([structure, status]).toEqual(["sound", undefined]);
  });

  test.each(Object.entries(LYING_ZIPS))("that holds %s it is told", async (_, bytes) => {
    expect(await look("x.pt", bytes)).toMatchObject({ structure: "damaged" });
  });
});

test.each(Object.entries(HEADERS))("safetensors with %s", async (_, [structure, bytes]) => {
  const found = await look("x.safetensors", bytes);
  expect(found).toMatchObject({ format: "safetensors", structure });
  expect(found.status).toBeUndefined();
});

test.each(Object.entries(DOCUMENTS))("JSON with %s", async (name, [structure, bytes]) => {
  const found = await look("x.json", bytes);
  expect(found).toMatchObject({ format: "json", structure });
  if (!name.includes("status") && !name.includes("escapes")) expect(found.status).toBeUndefined();
  expect(found.status?.length ?? 0).toBeLessThanOrEqual(201);
});

/** All of them by the name of their file. */
function allBombs(): ReadonlyMap<string, Uint8Array> {
  const inZips = Object.entries({ ...BOMBS, ...LONG_BOMBS }).map(([, bytes]) => inZip(bytes));
  const kinds: Readonly<Record<string, readonly Uint8Array[]>> = {
    pkl: Object.values(BOMBS),
    pt: [...inZips, ...Object.values(LYING_ZIPS), packedPickle()],
    safetensors: Object.values(HEADERS).map(([, bytes]) => bytes),
    json: Object.values(DOCUMENTS).map(([, bytes]) => bytes),
  };
  return new Map(
    Object.entries(kinds).flatMap(([kind, all]) =>
      all.map((bytes, n) => [`${n}.${kind}`, bytes] as const),
    ),
  );
}

describe("all bombs together", () => {
  test("take no more memory than 200 MB of whoever inspects them", () => {
    const folder = temporaryFolder();
    for (const [name, bytes] of allBombs()) writeFileSync(join(folder, name), bytes);
    const script = compiled("test/hostile/checkpoints/inspect-all.ts");
    const grown = execFileSync(process.execPath, ["--no-warnings", script, folder]);
    expect(Number(grown)).toBeLessThan(200 * 1024 ** 2);
  });

  test("are planned by a program that has a heap of 48 MB, in seconds of processor time", async () => {
    const here = workspace();
    const bombs = allBombs();
    for (const [name, bytes] of bombs) here.write(`out/${name}`, bytes);
    const shards = [...bombs.keys()].map((id) => ({ id }));
    here.define({ shards, checkpoint: "out/{id}", command: "true", shell: "sh" });
    const env = {
      NODE_OPTIONS: `--max-old-space-size=48 --import=${REPORT}`,
      PROCESSOR_REPORT: here.path("seconds"),
    };
    const { code, stdout, stderr } = await here.start(["plan"], env).ended;
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`0 of ${bombs.size} shards complete`);
    expect(Number(here.read("seconds"))).toBeLessThan(10);
  });
});
