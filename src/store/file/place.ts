import { dirname } from "node:path";
import { hasCode } from "../../core/text/problem.ts";
import { makeFolders } from "../../files/durable.ts";
import type { Source } from "../bucket.ts";
import { newTemporary, type TemporariesOptions } from "./temporaries.ts";

type Made = Exclude<Source, { readonly kind: "folder" }>;

/** Makes an object under a temporary name, flushed; what is left of the name afterwards is removed. */
export async function withObject<T>(
  options: TemporariesOptions,
  source: Source,
  act: (made: string) => Promise<T>,
): Promise<T> {
  const { disk } = options;
  if (source.kind === "folder") throw new Error("a folder has no content");
  const made = isOwn(source) ? source.path : await newTemporary(options);
  try {
    await make(options, source, made);
    return await act(made);
  } finally {
    await disk.unlink(made).catch(() => false);
  }
}

function isOwn(source: Source): source is Extract<Source, { readonly kind: "file" }> {
  return source.kind === "file" && source.isOurs === true;
}

async function make(
  { disk }: Pick<TemporariesOptions, "disk">,
  source: Made,
  path: string,
): Promise<void> {
  if (source.kind === "link") return disk.link(source.target, path);
  if (source.kind === "text") await disk.create(path, source.text);
  else if (path !== source.path) await disk.copyFile(source.path, path);
  return disk.syncFile(path);
}

interface Placing {
  readonly made: string;
  readonly target: string;
  readonly by: "rename" | "hardLink";
}

/** Limit of tries: another process may remove the new folder of an object while it is empty. */
const TRIES = 5;

/** Gives what was made its name, durably. */
export async function place(
  options: TemporariesOptions,
  { made, target, by }: Placing,
): Promise<void> {
  const { disk } = options;
  const inode = disk.stat(made)?.inode;
  for (let tries = 1; ; tries += 1) {
    try {
      await makeFolders(disk, dirname(target));
      await disk[by](made, target);
      break;
    } catch (error) {
      // The answer of a network file system got lost: the name is there.
      if (inode !== undefined && disk.stat(target)?.inode === inode) break;
      if (!hasCode(error, "ENOENT") || tries === TRIES || !disk.exists(made)) throw error;
    }
  }
  await disk.syncDirectory(dirname(target));
}

/** Gives what was made a name that nothing has. @throws where the file system has no hard links. */
export async function linkName(
  options: TemporariesOptions,
  made: string,
  target: string,
): Promise<"stored" | "exists"> {
  try {
    await place(options, { made, target, by: "hardLink" });
    return "stored";
  } catch (error) {
    if (hasCode(error, "EEXIST")) return "exists";
    throw error;
  }
}

/** Errors of a file system without hard links. */
const NO_LINKS = [
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EMLINK",
  "EINVAL",
  "EXDEV",
  "EACCES",
];

/** The same; without hard links a look before the step tells whether something has the name. */
export async function takeName(
  options: TemporariesOptions,
  made: string,
  target: string,
): Promise<"stored" | "exists"> {
  try {
    return await linkName(options, made, target);
  } catch (error) {
    if (!hasCode(error, ...NO_LINKS)) throw error;
  }
  if (options.disk.exists(target)) return "exists";
  await place(options, { made, target, by: "rename" });
  return "stored";
}
