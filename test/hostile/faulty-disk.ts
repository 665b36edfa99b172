import { expect } from "vitest";
import type { Disk } from "../../src/files/disk.ts";
import { systemError, tappedDisk, unflushedDisk, type Operation } from "../store/disks.ts";
import { placesOf } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";

export const CODES = ["ENOSPC", "EACCES", "EROFS", "EMFILE", "EIO"] as const;
export type Code = (typeof CODES)[number];

/** What each code can come from: a full disk hinders no look, a file too many no rename. */
const HINDERED: Readonly<Record<Code, ReadonlySet<Operation>>> = {
  ENOSPC: new Set([
    "create",
    "append",
    "syncFile",
    "syncDirectory",
    "rename",
    "makeDirectory",
    "copyFile",
    "hardLink",
    "link",
  ]),
  EROFS: new Set([
    "create",
    "append",
    "rename",
    "unlink",
    "makeDirectory",
    "removeFolder",
    "removeTree",
    "copyFile",
    "hardLink",
    "link",
  ]),
  EMFILE: new Set([
    "list",
    "names",
    "readText",
    "open",
    "create",
    "append",
    "syncFile",
    "syncDirectory",
    "removeTree",
    "copyFile",
  ]),
  EACCES: new Set(allOperations()),
  EIO: new Set(allOperations()),
};

function allOperations(): readonly Operation[] {
  return [
    ...(["stat", "exists", "list", "names", "readText", "readLink", "realPath", "open"] as const),
    ...([
      "create",
      "append",
      "syncFile",
      "syncDirectory",
      "rename",
      "unlink",
      "makeDirectory",
    ] as const),
    ...(["removeFolder", "removeTree", "copyFile", "hardLink", "link", "freeBytes"] as const),
  ];
}

export function isHindered(code: Code, operation: Operation): boolean {
  return HINDERED[code].has(operation);
}

let cases = 0;
const told = new Map<string, number>();

/** Says at the end of a file how many operations have met a fault. */
export function reportFaults(): void {
  tally("faults of the disk × operations", { all: cases, ...Object.fromEntries(told) });
}

export function tellFaults(title: string, count: number): void {
  cases += count;
  told.set(title, (told.get(title) ?? 0) + count);
}

interface Faulty {
  readonly disk: Disk;
  /** The operation that failed, once it has. */
  readonly failed: () => { readonly operation: Operation; readonly path: string } | undefined;
}

/** A disk on which the n-th operation that the code can hinder fails, and that one only. */
export function faultyDisk(code: Code, n: number): Faulty {
  let count = 0;
  let failed: ReturnType<Faulty["failed"]>;
  const disk = tappedDisk((operation, place) => {
    if (!isHindered(code, operation)) return;
    count += 1;
    if (count !== n) return;
    failed = { operation, path: place };
    throw systemError(code, operation, place);
  }, unflushedDisk);
  return { disk, failed: () => failed };
}

/**
 * Acts with the fault at the first operation, the second, and so on, until it is not met. A sample of a campaign leaves
 * out all but every sixth.
 */
export async function atEveryOperation(
  title: string,
  code: Code,
  act: (faulty: Faulty) => Promise<void>,
): Promise<void> {
  let met = 0;
  for (const n of placesOf(6, { salt: CODES.indexOf(code) })) {
    const faulty = faultyDisk(code, n);
    await act(faulty);
    if (faulty.failed() === undefined) return tellFaults(title, met);
    met += 1;
    expect(n).toBeLessThan(300);
  }
}

/** What went wrong in one line that names the cause. */
export function expectClear(cause: string, code: Code): void {
  expect(cause).toContain(code);
  expect(cause).not.toContain("\n");
}
