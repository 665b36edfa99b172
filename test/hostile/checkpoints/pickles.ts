import { constants, deflateRawSync } from "node:zlib";
import { pickle, Raw, text, uint32, uint64, type Part } from "../../helpers/pickle.ts";
import { forgedZip } from "./forged-zip.ts";

/** The same parts so many times. */
function many(amount: number, ...parts: readonly Part[]): Buffer {
  const { bytes } = new Raw(...parts);
  return Buffer.alloc(bytes.length * amount, bytes);
}

const short = (value: string): Buffer => new Raw(0x8c, value.length, value).bytes;
const whole = (...parts: readonly Part[]): Buffer => new Raw(0x80, 4, ...parts, ".").bytes;

/** Pickles that call a program (most make `canary`) when they are loaded, by every operation that can call something. */
export function callers(canary: string): Readonly<Record<string, Buffer>> {
  const shell = text(`touch '${canary}'`);
  const python = text(`open(${JSON.stringify(canary)}, "w").close()`);
  const system = "cos\nsystem\n";
  return {
    "GLOBAL and REDUCE": whole(system, shell, 0x85, "R"),
    "STACK_GLOBAL and REDUCE": whole(short("builtins"), short("exec"), 0x93, python, 0x85, "R"),
    "STACK_GLOBAL from the memo": whole(
      ...[short("os"), "q", 0, "0", short("system"), "q", 1, "0"],
      ...["h", 0, "h", 1, 0x93, shell, 0x85, "R"],
    ),
    INST: whole("(", shell, "ios\nsystem\n"),
    OBJ: whole("(", system, shell, "o"),
    NEWOBJ: whole("csubprocess\nPopen\n", short("touch"), short(canary), 0x86, 0x85, 0x81),
    NEWOBJ_EX: whole("csubprocess\nPopen\n", ")}", short("args"), shell, "s", 0x92),
    BUILD: whole("cos\n_Environ\n)", 0x81, "}", short("x"), system, shell, 0x85, "R", "sb"),
    "a call in a list in a tuple": whole("](", system, shell, 0x85, "R", "e", 0x85),
    "a call as a key": whole("}", system, shell, 0x85, "R", "Ns"),
    "a call that is thrown away": whole(system, shell, 0x85, "R", "0N"),
    "a call behind the end": Buffer.concat([whole("N"), whole(system, shell, 0x85, "R")]),
  };
}

/** A dict that says `complete`, and calls something on the way. */
export function callerWithStatus(canary: string): Buffer {
  const call = new Raw("cos\nsystem\n", text(`touch '${canary}'`), 0x85, "R");
  return pickle({ data: call, status: "complete" });
}

/** A dict whose status is what a call gives. */
export function callerAsStatus(canary: string): Buffer {
  return pickle({ status: new Raw("cos\nsystem\n", text(`touch '${canary}'`), 0x85, "R") });
}

const HEAD = new Raw(0x80, 2).bytes;

/** Pickles that are small and would take much, and such as are large. */
export const BOMBS: Readonly<Record<string, Buffer>> = {
  "a million marks": new Raw(HEAD, many(1_000_000, "("), ".").bytes,
  "70,000 nested lists, closed": new Raw(HEAD, many(35_000, "]("), many(5_000, "e"), ".").bytes,
  "texts of 16 EB": new Raw(HEAD, many(7000, 0x8d, many(8, 0xff)), ".").bytes,
  "bytes of 9 PB": new Raw(HEAD, 0x8e, uint64(2 ** 53), ".").bytes,
  "a number of 2 GB": new Raw(HEAD, 0x8b, uint32(0x7fff_ffff), ".").bytes,
  "a number of less than nothing": new Raw(HEAD, 0x8b, uint32(0xffff_ffff), ".").bytes,
  "a number of a million bytes": new Raw(HEAD, 0x8b, uint32(1e6), many(1e6, 0x7f), ".").bytes,
  "a memo of 16,000 places far apart": new Raw(
    ...[HEAD, "N"],
    ...Array.from({ length: 16_000 }, (_, n) => new Raw("r", uint32(n * 260_000)).bytes),
    ".",
  ).bytes,
  "a billion laughs": laughs(60),
  "a million operations": new Raw(HEAD, many(1_000_000, "N0"), "N.").bytes,
  "a million appends to itself": new Raw(HEAD, "]q", 0, many(330_000, "h", 0, "a"), ".").bytes,
};

/** Lists of ten references to the list before, as often as said: 10^n texts for whoever builds it. */
function laughs(levels: number): Buffer {
  const level = (n: number): Buffer => new Raw("](", many(10, "h", n), "eq", n + 1, "0").bytes;
  const all = Array.from({ length: levels }, (_, n) => level(n));
  return new Raw(HEAD, text("lol"), "q", 0, "0", ...all, "h", levels, ".").bytes;
}

const TAIL_BYTES = 16 * 1024;

/**
 * Pickles too long to be read whole, whose last kilobytes begin with all the places that are tried, and go on with
 * operations that cost much: every try would walk them all.
 */
export const LONG_BOMBS: Readonly<Record<string, Buffer>> = Object.fromEntries(
  Object.entries<readonly Part[]>({
    "nothing but dicts": ["}"],
    "nothing but empty numbers": [0x8a, 0],
    "nothing but empty texts": [0x8c, 0],
    "nothing but entries of dicts": ["}", 0x8c, 0, "Ns"],
    "nothing but places of a memo": ["p9\n"],
    "nothing but closed dicts": ["(d"],
  }).map(([name, parts]) => [name, longPickle(parts)]),
);

function longPickle(parts: readonly Part[]): Buffer {
  const tries = many(256, 0x8c, 1, "a");
  const { length } = new Raw(...parts).bytes;
  const rest = many(Math.floor((TAIL_BYTES - tries.length - 1) / length), ...parts);
  const filling = new Raw("}(X", uint32(100_000), many(100_000, "a"), many(8000, "N")).bytes;
  return new Raw(HEAD, filling, tries, rest, ".").bytes;
}

/** A PyTorch file whose `data.pkl` is deflated, and unpacks to 2 GB of a pickle. */
export function packedPickle(): Buffer {
  const pieceBytes = 32 * 1024 ** 2;
  const piece = deflateRawSync(Buffer.alloc(pieceBytes, "N0"), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const pieces = Array.from({ length: 64 }, () => piece);
  const end = deflateRawSync(Buffer.from("N."));
  return forgedZip([
    {
      name: "archive/data.pkl",
      content: Buffer.concat([...pieces, end]),
      method: 8,
      unpackedBytes: 64 * pieceBytes + 2,
    },
    { name: "archive/version", content: Buffer.from("3\n") },
  ]);
}

/** A PyTorch file whose `data.pkl` is said to be encrypted. */
export function encryptedPickle(): Buffer {
  return forgedZip([
    { name: "archive/data.pkl", content: pickle({ status: "complete" }), flags: 1 },
    { name: "archive/version", content: Buffer.from("3\n") },
  ]);
}
