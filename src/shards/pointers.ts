import { basename, join, posix } from "node:path";
import { quote } from "../core/text/text.ts";
import type { Disk } from "../files/disk.ts";

/** A small file or a link that stands for an object which is not on this machine. */
export interface Pointer {
  readonly tool: "Git LFS" | "git-annex" | "DVC";
  /** SHA-256 of the object; absent where the pointer does not name it. */
  readonly sha256?: string;
  /** The command that brings the object. */
  readonly command: string;
}

const LIMIT_BYTES = 1024;

/**
 * The pointer that lies at a path, or at the first path below a folder, in place of an object. `undefined` where the
 * object itself is there, or nothing is known of it. @throws the system error where it cannot be read.
 */
export function pointerAt(disk: Disk, path: string): Pointer | undefined {
  const stat = disk.stat(path);
  if (stat === undefined) return absentObject(disk, path);
  if (stat.kind === "directory") return pointerBelow(disk, path);
  return stat.kind === "file" ? pointerIn(disk, path, stat.sizeBytes) : undefined;
}

/** The pointer that a file of so many bytes is. */
export function pointerIn(disk: Disk, path: string, sizeBytes: number): Pointer | undefined {
  if (sizeBytes >= LIMIT_BYTES || sizeBytes === 0) return undefined;
  return pointerFrom(disk.readText(path, LIMIT_BYTES) ?? "");
}

/** The pointer that the text of a whole file is. */
export function pointerFrom(text: string): Pointer | undefined {
  if (text.length >= LIMIT_BYTES) return undefined;
  const oid = LFS.exec(text)?.[1];
  if (oid !== undefined) return { tool: "Git LFS", sha256: oid, command: "git lfs pull" };
  const key = /^\/annex\/objects\/(\S+)\r?\n/.exec(text)?.[1];
  return key === undefined ? undefined : annexed(key);
}

/** Is it a file of DVC that stands for the file of the same name without `.dvc`? */
export function isDvcFile(disk: Disk, path: string): boolean {
  const text = path.endsWith(".dvc") ? disk.readText(path, LIMIT_BYTES) : undefined;
  const out = text === undefined ? undefined : /^\s+path:\s*(.+?)\s*$/m.exec(text)?.[1];
  const isFile = /^outs:/m.test(text ?? "") && !/\.dir["']?\s*$/m.test(text ?? "");
  return isFile && out !== undefined && unquoted(out) === objectName(path);
}

/** In one sentence: the input that cannot be read yet, and the command that brings it. */
export function sayPointer(path: string, { tool, command }: Pointer): string {
  return `${quote(path)} is a pointer of ${tool}, and the object is not here: bring it (\`${command}\`)`;
}

/** git-lfs/docs/spec.md: `version` comes first, the other keys are sorted. */
const LFS =
  /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\r?\n(?:ext-\S+ \S+\r?\n)*oid sha256:([0-9a-f]{64})\r?\nsize \d+\r?\n?$/;

function absentObject(disk: Disk, path: string): Pointer | undefined {
  const target = disk.exists(path) ? disk.readLink(path) : undefined;
  if (target !== undefined && /(^|[\\/])annex[\\/]objects[\\/]/.test(target))
    return annexed(basename(target));
  if (!isDvcFile(disk, `${path}.dvc`)) return undefined;
  return { tool: "DVC", command: "dvc pull" };
}

/** A key is `BACKEND-sSIZE--DIGEST`, with an extension where the backend ends in E. */
function annexed(key: string): Pointer {
  const sha256 = /^SHA256E?-(?:[a-zA-Z]\d+-)*-([0-9a-f]{64})(?:\.|$)/.exec(key)?.[1];
  return {
    tool: "git-annex",
    command: "git annex get",
    ...(sha256 !== undefined && { sha256 }),
  };
}

function pointerBelow(disk: Disk, folder: string): Pointer | undefined {
  for (const { name, kind } of disk.list(folder) ?? []) {
    const path = join(folder, name);
    // A link may lead to a folder above it.
    const leadsToFolder = kind === "link" && disk.stat(path)?.kind === "directory";
    const pointer = leadsToFolder ? undefined : pointerAt(disk, path);
    if (pointer !== undefined) return pointer;
    const object = path.slice(0, -".dvc".length);
    if (name.endsWith(".dvc") && disk.stat(object) === undefined && isDvcFile(disk, path))
      return { tool: "DVC", command: "dvc pull" };
  }
  return undefined;
}

function objectName(path: string): string {
  return posix.basename(path).slice(0, -".dvc".length);
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}
