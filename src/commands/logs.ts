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
  let shown: string | undefined;
  let from: Place = BEGINNING;
  for (;;) {
    // First, so that nothing that was printed before the end is missed.
    const isOpen = follows && (await isAtWork(invocation, logged));
    const latest = latestLog(invocation, logged);
    if (latest === undefined && !isOpen)
      throw new UserError([noLog(invocation, logged)], EXIT.checkpoint);
    if (latest !== undefined) {
      if (latest !== shown) {
        from = BEGINNING;
        sayPath(shownPath(workspace, latest));
      }
      shown = latest;
      const read = await readOn(invocation.disk, { path: latest, from }, output.take);
      if (!read.isWanted) return;
      from = read.place;
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

/** The log that was written last. */
function latestLog({ disk }: Invocation, logged: Logged): string | undefined {
  const { folder, shard, definition } = logged;
  const pattern = definition.runPer === "job" ? jobLogPattern() : logPattern(shard.id);
  let latest: { readonly path: string; readonly atMs: number } | undefined;
  for (const name of disk.names(folder)) {
    if (!pattern.test(name)) continue;
    const path = join(folder, name);
    const atMs = disk.stamp(path)?.[1] ?? 0;
    if (latest === undefined || atMs >= latest.atMs) latest = { path, atMs };
  }
  return latest?.path;
}

function noLog({ disk, workspace }: Invocation, { shard, paths, folder }: Logged): string {
  const where = quote(shownPath(workspace, folder));
  const isDone = disk.exists(paths.marker);
  const why = isDone
    ? "it is done, and was made on another machine or its log was removed"
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
  const show = (line: string): string => harmlessLine(line.trimEnd().split("\r").at(-1) ?? "");
  return {
    take: (piece) => {
      const lines = (rest + decoder.write(Buffer.from(piece))).split("\n");
      rest = lines.pop() ?? "";
      return printBytes(Buffer.from(lines.map((line) => `${show(line)}\n`).join("")));
    },
    end: async () => {
      if (rest !== "") await printBytes(Buffer.from(`${show(rest)}\n`));
    },
  };
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
