import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { dirname } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { mask } from "../core/definition/environment.ts";
import { harmlessLine } from "../core/text/log-line.ts";

/** The output of one command: it goes to the log file and to the job's log, and its last lines are kept for a failure. */
export interface ShardLog {
  readonly path: string;
  /** Takes a piece of standard output or standard error. */
  readonly take: (stream: "out" | "err", chunk: Buffer) => void;
  /** A promise while too much waits to be written, which settles when it is written; else `undefined`. */
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
  /** Called with a value that a command asks to be masked. */
  readonly maskEverywhere: (value: string) => void;
  /** Called when the file cannot be written, as on a full disk: that ends no run, and the job's log has the lines. */
  readonly lost?: (path: string, why: string) => void;
  /** A promise while the job's log has too much to take, which settles when it has taken it. */
  readonly ready?: () => Promise<void> | undefined;
}

const TAIL_CHARACTERS = 2000;
const LONGEST_LINE = 64 * 1024;
const MOST_WAITING_BYTES = 1024 * 1024;

/** Opens the log of one attempt; `label` goes in front of each line in the job's log. */
export function openShardLog(path: string, label: string, rules: LogRules): ShardLog {
  const file = openFile(path, rules);
  let tail = "";
  const line = (text: string): void => {
    const shown = withoutMasks(text, rules);
    if (shown === undefined) return;
    const masked = mask(shown, rules.secrets);
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

function openFile(path: string, { lost }: LogRules): WriteStream {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    // The file cannot be opened then, which tells.
  }
  const file = createWriteStream(path, { flags: "w" });
  file.on("error", (error) => lost?.(path, error.message));
  return file;
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

/** The last state of a line that was overwritten with carriage returns, as a terminal shows it. */
function lastState(line: string): string {
  const text = line.trimEnd();
  return text.slice(text.lastIndexOf("\r") + 1);
}

/**
 * Obeys each `add-mask` of a line, and leaves it out; `undefined` where nothing else is left. The runner takes a carriage
 * return for the end of a line, reads names in any case, and reads both forms of commands (actions/runner, ActionCommand.cs).
 */
function withoutMasks(text: string, rules: LogRules): string | undefined {
  const pieces = text.split("\r");
  const shown = pieces.filter((piece) => {
    const value = maskedBy(piece);
    if (value !== undefined) addMask(value, rules);
    return value === undefined;
  });
  if (shown.length === pieces.length) return text;
  return shown.some((piece) => piece.trim() !== "") ? shown.join("\r") : undefined;
}

/** `::add-mask properties::value`, first in its line. */
const MASK = /^\s*::add-mask(?:\s(?:(?!::)[^])*)?::([^]*)$/i;
/** `##[add-mask properties]value`, anywhere in its line. */
const OLD_MASK = /##\[add-mask(?:\s[^\]]*)?\]([^]*)$/i;

/** The value that a line asks to be masked; `undefined` for a line that asks for none. */
function maskedBy(line: string): string | undefined {
  const [, value] = MASK.exec(line) ?? [];
  const [, oldValue] = OLD_MASK.exec(line) ?? [];
  const found = value === undefined ? oldValue && unescapeOld(oldValue) : unescape(value);
  return found === undefined || found.trim() === "" ? undefined : found;
}

/** The data of a workflow command, as the runner reads it. */
function unescape(data: string): string {
  return data.replaceAll(/%0D/gi, "\r").replaceAll(/%0A/gi, "\n").replaceAll("%25", "%");
}

/** The data of a command in the old form. */
function unescapeOld(data: string): string {
  return unescape(data).replaceAll(/%3B/gi, ";").replaceAll(/%5D/gi, "]");
}

/** Masks a value of several lines line by line, as it would be printed. The longest comes first: none hides in another. */
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
      // The end of the piece may be the beginning of a secret, which only the next piece can tell.
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
