/** The reason why the library did not do what it was asked for. */
export type Trouble =
  /** The service refuses more requests for a while. */
  | { readonly kind: "rate"; readonly seconds: number | undefined; readonly cause: string }
  /** Another entry or an upload that never ended has the key. */
  | { readonly kind: "taken"; readonly cause: string }
  /** The download is no archive of ours: nobody can restore it. */
  | { readonly kind: "damaged"; readonly cause: string }
  | { readonly kind: "other"; readonly cause: string };

/** Words for a fault of this machine. They decide even where the archive is blamed too: such a machine makes half archives. */
const HERE =
  /no space left|disk quota|permission denied|read-only file system|not permitted|locate executable|killed|died with|exited with status|input\/output error|too many open files|allocat|(?:enough|much) memory|command not found|(?:cannot|can't|unable to) (?:exec|run|initialize)|(?:unrecognized|invalid|unknown) option|incorrect parameter|usage:/i;

/**
 * Words of tar, zstd and gzip for damaged input; no other words blame the archive. An archive that
 * was cut makes zstd and gzip complain: where only tar misses the end, they were killed.
 */
const DATA =
  /unexpected end of|premature end|not in (?:gzip|zstd) format|unsupported format|unknown frame|does not look like a tar|skipping to next header|unrecognized archive format|truncated (?:zstd|gzip)|damaged tar|checksum|crc error|corrupt|invalid compressed data|not a directory|member name contains|cannot hard link to .*no such file|cannot open: file exists/i;
const TAR_FAILED = /tar"? failed with error/i;

/**
 * The trouble that the library's lines tell of; `undefined` where they tell of none. It answers a refusal, a failure
 * and a miss alike: only what it prints tells them apart.
 */
export function troubleIn(lines: readonly string[]): Trouble | undefined {
  const said = lines.map(readable);
  const text = said.join("\n");
  const told = /^(?:warning|error|debug): /;
  const loud = said.filter((line) => told.test(line) || /^Failed to|cache-mode/.test(line));
  if (loud.length === 0) return undefined;
  if (/\(429\)|rate limit/i.test(text)) return rate(text);
  const denied = /cache (?:write|read) denied:.*/i.exec(text)?.[0];
  if (denied !== undefined)
    return other(
      `the cache service refuses this run: ${short(denied)} (see cache-mode and the run's event)`,
    );
  if (/\(409\)/.test(text)) {
    return { kind: "taken", cause: "its key is taken by an upload that was never finished" };
  }
  if (TAR_FAILED.test(text)) return tarTrouble(said);
  const executable = /Unable to locate executable file: (\S+?)\.? /.exec(`${text} `)?.[1];
  if (executable !== undefined)
    return other(`${executable} is not installed on this runner: install it, the cache needs it`);
  if (/ENOSPC/.test(text))
    return other("no space is left in RUNNER_TEMP: an entry needs room for its archive there");
  return other(short(mostTelling(loud)));
}

function tarTrouble(said: readonly string[]): Trouble {
  const complaints = said.filter((line) => /tar|zstd|gzip|cannot|error/i.test(line));
  const cause = short(complaints.slice(0, 3).join("; "));
  if (said.some((line) => /no space left/i.test(line))) {
    return other(`no space is left on the disk: ${cause}`);
  }
  const isData = said.some((line) => DATA.test(line)) && !said.some((line) => HERE.test(line));
  return isData ? { kind: "damaged", cause } : other(cause);
}

function rate(text: string): Trouble {
  const seconds = /reset in (\d+) seconds/.exec(text)?.[1];
  const until = seconds === undefined ? "" : ` for ${seconds} s`;
  return {
    kind: "rate",
    seconds: seconds === undefined ? undefined : Number(seconds),
    cause: `the cache service answers no more requests${until} (429, rate limit)`,
  };
}

/** The line behind which the library hides the cause comes last. */
function mostTelling(loud: readonly string[]): string {
  const hidden = loud.find((line) => line.startsWith("debug: Failed to"));
  return (hidden ?? loud.at(-1) ?? "").replace(/^\w+: /, "");
}

/** A line without the form of a workflow command, and without the signature in an address. */
function readable(line: string): string {
  return line
    .replace(/^::(\w+)[^:]*::/, "$1: ")
    .replaceAll("%0A", " ")
    .replaceAll("%0D", " ")
    .replaceAll("%25", "%")
    .replaceAll(/(https?:\/\/[^\s?"']+)\?[^\s"']*/g, "$1");
}

function other(cause: string): Trouble {
  return { kind: "other", cause };
}

function short(text: string): string {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  return plain.length > 400 ? `${plain.slice(0, 399)}…` : plain;
}
