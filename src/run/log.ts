import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { dirname } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { mask } from "../core/environment.ts";
import { harmlessLine } from "../core/log-name.ts";

/** Where the output of one command goes: its log file, the job's log, and a tail for the report of a failure. */
export interface ShardLog {
  readonly path: string;
  /** Takes a piece of standard output or standard error. */
  readonly take: (stream: "out" | "err", chunk: Buffer) => void;
  /** Where too much waits to be written, settles when it is written; else `undefined`. */
  readonly ready: () => Promise<void> | undefined;
  /** The last lines, masked, at most 2,000 characters. */
  readonly tail: () => string;
  readonly close: () => Promise<void>;
}

export interface LogRules {
  /** Values that are replaced by `***`; `add-mask` of a command adds to them. */
  readonly secrets: string[];
  /** Takes a line for the job's log, without a line end. */
  readonly emit: (line: string) => void;
  /** Called for a value that a command asks to be masked. */
  readonly maskEverywhere: (value: string) => void;
  /** Where the job's log has too much to take, settles when it has taken it. */
  readonly ready?: () => Promise<void> | undefined;
}

const TAIL_CHARACTERS = 2000;
const LONGEST_LINE = 64 * 1024;
const MOST_WAITING_BYTES = 1024 * 1024;

/** Opens the log of one attempt; `label` goes in front of each line in the job's log. */
export function openShardLog(path: string, label: string, rules: LogRules): ShardLog {
  mkdirSync(dirname(path), { recursive: true });
  const file = createWriteStream(path, { flags: "w" });
  // A full disk must not end the run for the sake of a log: the job's log still has the lines.
  file.on("error", () => undefined);
  let tail = "";
  const line = (text: string): void => {
    const command = /^\s*::add-mask::(.*\S.*)$/.exec(text)?.[1];
    if (command !== undefined) return addMask(unescape(command), rules);
    const masked = mask(text, rules.secrets);
    file.write(`${masked}\n`);
    tail = `${tail}${masked}\n`.slice(-TAIL_CHARACTERS);
    rules.emit(harmlessLine(`[${label}] ${lastState(masked)}`));
  };
  const streams = { out: lineReader(line, rules.secrets), err: lineReader(line, rules.secrets) };
  return {
    path,
    take: (stream, chunk) => streams[stream].take(chunk),
    ready: () => written(file) ?? rules.ready?.(),
    tail: () => tail.trimEnd(),
    close: () => {
      streams.out.end();
      streams.err.end();
      return new Promise((done) => {
        if (file.closed) return done();
        file.on("close", done);
        file.end();
      });
    },
  };
}

function written(file: WriteStream): Promise<void> | undefined {
  if (file.destroyed || file.writableLength < MOST_WAITING_BYTES) return undefined;
  return new Promise((done) => {
    const settle = (): void => {
      file.off("drain", settle).off("close", settle);
      done();
    };
    file.on("drain", settle).on("close", settle);
  });
}

/** What a terminal would show of a line that was drawn over with carriage returns: its last state. */
function lastState(line: string): string {
  const text = line.trimEnd();
  return text.slice(text.lastIndexOf("\r") + 1);
}

/** The data of a workflow command, as the runner reads it. */
function unescape(data: string): string {
  return data.replaceAll(/%0D/gi, "\r").replaceAll(/%0A/gi, "\n").replaceAll("%25", "%");
}

/** A value of several lines is masked line by line, as it would be printed. Longest first: none hides inside another. */
function addMask(value: string, rules: LogRules): void {
  for (const line of value.split(/[\r\n]+/)) {
    if (line.trim() !== "" && !rules.secrets.includes(line)) rules.secrets.push(line);
  }
  rules.secrets.sort((a, b) => b.length - a.length);
  rules.maskEverywhere(value);
}

interface LineReader {
  readonly take: (chunk: Buffer) => void;
  readonly end: () => void;
}

function lineReader(line: (text: string) => void, secrets: readonly string[]): LineReader {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  return {
    take: (chunk) => {
      const pieces = (rest + decoder.write(chunk)).split("\n");
      rest = pieces.pop() ?? "";
      for (const piece of pieces) line(piece);
      if (rest.length < LONGEST_LINE) return;
      // Its end may be the beginning of a secret, which is known only when the rest of it has come.
      const masked = mask(rest, secrets);
      const longest = Math.max(0, ...secrets.map(({ length }) => length - 1));
      const cut = masked.length - Math.min(longest, masked.length / 2);
      line(masked.slice(0, cut));
      rest = masked.slice(cut);
    },
    end: () => {
      rest += decoder.end();
      if (rest !== "") line(rest);
      rest = "";
    },
  };
}
