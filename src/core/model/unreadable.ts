import { quoteForShell } from "../text/shell-quote.ts";

/** Something that is there, or may be there, and that the system does not give. */
export interface Unreadable {
  /** The role of what was to be read: `the marker`, `the input`, … */
  readonly what: string;
  /** The path that refuses: what was to be read, or a folder above it. */
  readonly path: string;
  /** The system's code: `EACCES`, `EIO`, … */
  readonly code: string;
  /** The owner and the rights of that path, where the system gives them. */
  readonly access?: Access;
  /** It is no shard's present result: where it is moved away, its shard is made again. */
  readonly isSpare?: true;
}

export interface Access {
  readonly kind: "file" | "directory" | "other";
  readonly owner: number;
  /** The rights, as `chmod` takes them. */
  readonly mode: number;
  /** The user of this process; absent where the system knows none. */
  readonly self?: number;
}

/** In one clause: what cannot be read, whose it is, and what helps. */
export function unreadableClause({ what, path, code, access, isSpare }: Unreadable): string {
  const away =
    isSpare === true && !NO_HANDLE.has(code)
      ? ", or move it away to have its shard made again"
      : "";
  return `${what} cannot be read (${code} at ${path}${ownedBy(access)}): ${remedyFor(code, { path, access })}${away}; nothing is changed until then`;
}

function ownedBy(access: Access | undefined): string {
  return access === undefined ? "" : `, ${ownerClause(access)}${userClause(access)}`;
}

/** Whose it is, in words that complete "it is …". */
export function ownerClause({ owner, mode }: Access): string {
  return `owned by ${userName(owner)} with mode ${mode.toString(8).padStart(3, "0")}`;
}

/** Who this process is, where that is not the owner. */
export function userClause({ owner, self }: Access): string {
  return self === undefined || self === owner ? "" : `; this is ${userName(self)}`;
}

export function userName(id: number): string {
  return id === 0 ? "root" : `user ${id}`;
}

const NO_HANDLE = new Set(["EMFILE", "ENFILE"]);

interface Place {
  readonly path: string;
  readonly access: Access | undefined;
}

function remedyFor(code: string, { path, access }: Place): string {
  if (code === "ELOOP") return "its link leads in a circle; point it at the file";
  if (NO_HANDLE.has(code))
    return "too many files are open; raise the limit (`ulimit -n 4096`), and run again";
  if (code !== "EACCES" && code !== "EPERM")
    return "its disk or server does not give it; mend that, and run again";
  const rights = access?.kind === "directory" ? "a+rx" : "a+r";
  const line = `\`chmod ${rights} ${quoteForShell(path)}\``;
  if (access?.owner === access?.self && access !== undefined) return `run ${line}`;
  return `let ${access === undefined ? "its owner" : userName(access.owner)} run ${line}`;
}
