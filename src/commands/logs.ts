import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { setTimeout as sleep } from "node:timers/promises";
import { readStart } from "../checkpoint/records.ts";
import { logFolder, shardPaths, shownPath, type ShardPaths } from "../core/model/shard-paths.ts";
import type { Shard } from "../core/model/shard.ts";
import { isOver } from "../core/model/start-record.ts";
import type { Definition } from "../core/definition/fields.ts";
import { harmlessLine, jobLogPattern, logFolderName, logPattern } from "../core/text/log-line.ts";
import { EXIT, UserError } from "../core/text/problem.ts";
import { quoteForShell } from "../core/text/shell-quote.ts";
import { quote } from "../core/text/text.ts";
import { BEGINNING, readOn, type Place } from "../files/growing.ts";
import type { Invocation } from "../job/invocation.ts";
import { ownerLooks } from "../job/owners.ts";
import { shardNamed } from "../job/targets.ts";
import { lastingStream } from "../ui/terminal/streams.ts";
import { isTerminal } from "../ui/terminal/terminal.ts";
import { printBytes } from "./cli/call.ts";
import type { Command } from "./cli/command.ts";

const LOOK_EVERY_MS = 250;
/** Of a longer line a terminal gets the end. */
const LONGEST_LINE = 64 * 1024;

/** The log that was printed last, and how far. */
interface Shown {
  readonly path: string;
  readonly place: Place;
}

/** A shard, and where its logs are. */
interface Logged {
  readonly shard: Shard;
  readonly definition: Definition;
  readonly paths: ShardPaths;
  readonly folder: string;
}

/**
 * Prints the log of a shard's latest attempt on this machine. With `follows` it prints on while the log grows, goes on with
 * the next attempt, and ends when the shard's command has ended.
 * @throws {UserError} where no shard has this name, or no log of it is here.
 */
async function logs(invocation: Invocation, name: string, follows: boolean): Promise<void> {
  const { workspace } = invocation;
  const { definition, shard } = await shardNamed(invocation, name);
  const folder = join(logFolder(workspace), logFolderName(definition));
  const logged: Logged = { shard, definition, paths: shardPaths(workspace, shard), folder };
  const output = openOutput();
  let shown: Shown | undefined;
  for (;;) {
    // First, so that nothing that was printed before the end is missed.
    const isOpen = follows && (await isAtWork(invocation, logged));
    const paths = logsFrom(logsOf(invocation, logged), shown?.path);
    if (paths.length === 0 && !isOpen)
      throw new UserError([noLog(invocation, logged)], EXIT.checkpoint);
    for (const path of paths) {
      if (path !== shown?.path) sayPath(shownPath(workspace, path));
      const from = path === shown?.path ? shown.place : BEGINNING;
      const { place, isWanted } = await readOn(invocation.disk, { path, from }, output.take);
      if (!isWanted) return;
      shown = { path, place };
    }
    if (!isOpen) break;
    await sleep(LOOK_EVERY_MS);
  }
  await output.end();
}

/** Where nothing but the log itself may be printed, a person still sees which one it is. */
function sayPath(path: string): void {
  if (isTerminal("stderr")) lastingStream("stderr").write(`${harmlessLine(path)}\n`);
}

/** Has the shard been started by a run that may live? One that was never started is waited for. */
async function isAtWork(invocation: Invocation, { paths }: Logged): Promise<boolean> {
  const { disk } = invocation;
  const { started, startRecord } = readStart(disk, paths.checkpoint);
  if (!started) return !disk.exists(paths.marker);
  if (startRecord === undefined || isOver(startRecord)) return false;
  const { liveness } = await ownerLooks(invocation)(startRecord, paths.started);
  return liveness !== "gone";
}

/** The logs of all attempts that are here, the one that was written last as the last. */
function logsOf({ disk }: Invocation, logged: Logged): readonly string[] {
  const { folder, shard, definition } = logged;
  const pattern = definition.runPer === "job" ? jobLogPattern() : logPattern(shard.id);
  return disk
    .names(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, atMs: disk.stamp(path)?.[1] ?? 0 }))
    .toSorted((a, b) => a.atMs - b.atMs || compareNumbered(a.path, b.path))
    .map(({ path }) => path);
}

function compareNumbered(one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map((path) => Number(/\.(\d+)\.log$/.exec(path)?.[1]));
  return a - b;
}

/** The one that is shown and all after it: its end may have come with the next attempt. Else the latest alone. */
function logsFrom(paths: readonly string[], shown: string | undefined): readonly string[] {
  const place = shown === undefined ? -1 : paths.indexOf(shown);
  return paths.slice(place);
}

function noLog({ disk, workspace }: Invocation, { shard, paths, folder }: Logged): string {
  const where = quote(shownPath(workspace, folder));
  const why = disk.exists(paths.marker)
    ? "it is done, and was made on another machine or its log was removed"
    : readStart(disk, paths.checkpoint).started
      ? "it was started, on another machine or its log was removed"
      : "it has not run on this machine";
  return `There is no log of shard ${quote(shard.id)} in ${where}: ${why}. \`donemark status --only=${quoteForShell(shard.id)}\` says what is known of it.`;
}

interface Output {
  readonly take: (piece: Uint8Array) => Promise<boolean>;
  /** Prints a last line that has no end. */
  readonly end: () => Promise<void>;
}

/** A terminal gets lines that cannot take it over, anything else the bytes. */
function openOutput(): Output {
  if (!isTerminal("stdout")) return { take: printBytes, end: () => Promise.resolve() };
  const decoder = new StringDecoder("utf8");
  let rest = "";
  const show = (line: string): string => harmlessLine(lastShown(line.trimEnd()));
  return {
    take: (piece) => {
      const lines = (rest + decoder.write(Buffer.from(piece))).split("\n");
      rest = shortened(lines.pop() ?? "");
      return printBytes(Buffer.from(lines.map((line) => `${show(line)}\n`).join("")));
    },
    end: async () => {
      if (rest !== "") await printBytes(Buffer.from(`${show(rest)}\n`));
    },
  };
}

/** A progress bar draws its line anew: what stands there at last. */
function lastShown(line: string): string {
  return line.slice(line.lastIndexOf("\r") + 1);
}

/** What is kept of a line that has no end yet: not each of the states that a progress bar had, and no gigabyte without one. */
function shortened(line: string): string {
  const isDrawnAnew = line.endsWith("\r");
  const last = lastShown(isDrawnAnew ? line.slice(0, -1) : line).slice(-LONGEST_LINE);
  return isDrawnAnew ? `${last}\r` : last;
}

export const logsCommand: Command = {
  name: "logs",
  about: "what the command of a shard printed, the latest attempt on this machine",
  positionals: { kind: "one", word: "ID" },
  switches: ["follow"],
  takesInputs: true,
  example: [
    "donemark logs genome-3 --follow",
    "prints its log, and goes on while its command runs",
  ],
  run: async ({ invocation, args }) => {
    const [name, ...more] = args.positionals;
    if (name === undefined || more.length > 0)
      throw new UserError(["Name one shard by its id: donemark logs genome-3."]);
    await logs(invocation, name, args.switches.has("follow"));
    return EXIT.done;
  },
};
