import { basename, resolve } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { messageOf } from "../../core/text/problem.ts";
import { plural } from "../../core/text/text.ts";
import type { Disk } from "../../files/disk.ts";
import type { Invocation } from "../../job/invocation.ts";
import { matchPaths } from "../../shards/globs.ts";
import { parseEventLine, type LoggedEvent } from "../../ui/report/logged-event.ts";
import type { Report } from "../../ui/report/model.ts";
import { createReport } from "../../ui/report/report.ts";

/** A log of 10,000 shards has some 30 MB; what is far above it is none. */
const MOST_BYTES = 1_000_000_000;
const PIECE_BYTES = 1024 * 1024;
const LONGEST_LINE = 1024 * 1024;

/**
 * The report of the event logs that patterns name; `undefined` where they name none. A log that is broken or too long is
 * warned of, and read as far as it goes.
 */
export async function readEvents(
  { disk, workspace, reporter }: Invocation,
  patterns: readonly string[],
): Promise<Report | undefined> {
  const paths = new Set<string>();
  for (const pattern of patterns)
    for (const path of (await matchPaths(workspace, pattern)) ?? [pattern])
      paths.add(resolve(workspace, path));
  const builder = createReport();
  let jobs = 0;
  for (const path of [...paths].sort()) {
    if (disk.stamp(path) === undefined) continue;
    const take = builder.addJob(nameOf(path));
    jobs += 1;
    try {
      const passed = readLog(disk, path, take);
      if (passed > 0)
        reporter.warn(
          `The event log ${basename(path)} has ${plural(passed, "line")} without an event.`,
        );
    } catch (error) {
      reporter.warn(`The event log ${basename(path)} was not read to its end: ${messageOf(error)}`);
    }
  }
  return jobs === 0 ? undefined : builder.report();
}

/** `donemark-events-03 of 12-4711.jsonl` is `03 of 12`. */
function nameOf(path: string): string {
  const name = basename(path).replace(/\.jsonl$/, "");
  return /^donemark-events-(.+)-\d+$/.exec(name)?.[1] ?? name;
}

/** Gives how many lines were no events. The last one may be cut: its run may have been killed. */
function readLog(disk: Disk, path: string, take: (event: LoggedEvent) => void): number {
  const reader = disk.open(path);
  const decoder = new StringDecoder("utf8");
  let passed = 0;
  let rest = "";
  const line = (text: string): void => {
    if (text.trim() === "") return;
    const event = text.length > LONGEST_LINE ? undefined : parseEventLine(text);
    if (event === undefined) passed += 1;
    else take(event);
  };
  try {
    for (let offset = 0; offset < Math.min(reader.sizeBytes, MOST_BYTES);) {
      const piece = reader.read(offset, PIECE_BYTES);
      if (piece.length === 0) break;
      offset += piece.length;
      const lines = (rest + decoder.write(Buffer.from(piece))).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > LONGEST_LINE * 2) rest = rest.slice(0, LONGEST_LINE + 1);
      for (const one of lines) line(one);
    }
    if (reader.sizeBytes > MOST_BYTES) throw new Error("it has more than a gigabyte");
    const last = parseEventLine(rest);
    if (last !== undefined) take(last);
    return passed;
  } finally {
    reader.close();
  }
}
