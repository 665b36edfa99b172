import { randomUUID } from "node:crypto";
import type { ProcessId } from "./processes.ts";

/*
 * The names of the files in the folder of a lease: each names a process.
 */

export function isHolderFile(name: string): boolean {
  return name.includes("~") && !isNote(name);
}

export function isNote(name: string): boolean {
  return name.startsWith("+");
}

/** Counts the noted processes in the order in which they were noted. */
export function serialOf(note: string): number {
  return Number.parseInt(note, 10);
}

/** `<boot>~<pid>,<start time>~<unique>`; without a holder it names no process. */
export function holderFileName(holder?: ProcessId): string {
  const unique = randomUUID().slice(0, 13);
  return holder === undefined ? `~~${unique}` : `${nameOf(holder)}~${unique}`;
}

/** `+<number>~<boot>~<pid>,<start time>~` */
export function noteOf(serial: number, process: ProcessId): string {
  return `+${serial}~${nameOf(process)}~`;
}

export function nameOf({ boot, pid, startTime }: ProcessId): string {
  return `${encoded(boot)}~${pid},${encoded(startTime)}`;
}

/** A text as a part of a name between `~`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("~", "%7E");
}

/** The process that a holder file or a note names; `undefined` for one that names nobody, whoever put it there. */
export function processOf(name: string): ProcessId | undefined {
  const [, boot = "", pid = "", startTime = ""] =
    /^(?:\+\d+~)?([^~]*)~(\d+),([^~]*)~/.exec(name) ?? [];
  if (pid === "") return undefined;
  try {
    const [start, bootName] = [decodeURIComponent(startTime), decodeURIComponent(boot)];
    return { pid: Number(pid), startTime: start, boot: bootName };
  } catch {
    return undefined;
  }
}
