import { execFileSync } from "node:child_process";

/** The kinds of members that tar knows, by the letter of their header. */
const TYPES = {
  file: "0",
  hardLink: "1",
  link: "2",
  characterDevice: "3",
  blockDevice: "4",
  folder: "5",
  fifo: "6",
} as const;

/** One member of an archive, as its header claims it: nothing is checked, all can lie. */
export interface Member {
  readonly name: string;
  readonly type?: keyof typeof TYPES;
  readonly content?: string | Buffer;
  /** Where a link leads. */
  readonly target?: string;
  /** What the header's field of the size holds, where that is not the content's size. */
  readonly sizeField?: string | Buffer;
}

const BLOCK = 512;

/** A tar archive of whatever one likes, which `tar` itself would refuse to make. */
export function tarOf(members: readonly Member[]): Buffer {
  return Buffer.concat([...members.flatMap(blocksOf), Buffer.alloc(2 * BLOCK)]);
}

export function zstd(bytes: Buffer): Buffer {
  return execFileSync("zstd", ["-q", "-c"], { input: bytes, maxBuffer: 64 * 1024 * 1024 });
}

function blocksOf(member: Member): readonly Buffer[] {
  const { name, target = "" } = member;
  const content = Buffer.from(member.content ?? "");
  const long = [
    ...(Buffer.byteLength(name) > 100 ? longBlocks("L", name) : []),
    ...(Buffer.byteLength(target) > 100 ? longBlocks("K", target) : []),
  ];
  return [...long, headerOf(member, content.length), padded(content)];
}

/** GNU's way of a name that is longer than its field. */
function longBlocks(letter: "L" | "K", text: string): readonly Buffer[] {
  const content = Buffer.from(`${text}\0`);
  const header = Buffer.alloc(BLOCK);
  fillHeader(header, { name: "././@LongLink", letter, size: octal(content.length) });
  return [header, padded(content)];
}

function headerOf({ name, type = "file", target = "", sizeField }: Member, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(target, 157, 100);
  header.write("0000001\0", 329);
  header.write("0000003\0", 337);
  fillHeader(header, { name, letter: TYPES[type], size: sizeField ?? octal(size) });
  return header;
}

function fillHeader(
  header: Buffer,
  {
    name,
    letter,
    size,
  }: { readonly name: string; readonly letter: string; readonly size: string | Buffer },
): void {
  header.write(name, 0, 100);
  header.write("0000644\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  Buffer.from(size).copy(header, 124, 0, 12);
  header.write("14000000000\0", 136);
  header.write("        ", 148);
  header.write(letter, 156);
  header.write("ustar  \0", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
}

function octal(value: number): string {
  return `${value.toString(8).padStart(11, "0")}\0`;
}

function padded(content: Buffer): Buffer {
  const rest = content.length % BLOCK;
  return rest === 0 ? content : Buffer.concat([content, Buffer.alloc(BLOCK - rest)]);
}
