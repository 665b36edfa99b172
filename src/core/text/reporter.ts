/** Where a run says what it does. */
export interface Reporter {
  readonly info: (line: string) => void;
  readonly warn: (line: string) => void;
  readonly error: (line: string) => void;
  /** Steps within a shard, for those who look for a fault. */
  readonly debug: (line: string) => void;
  /** A line that a command printed. */
  readonly output: (line: string) => void;
  /** A value that no log may show from now on. */
  readonly mask: (value: string) => void;
}

/** The same reporter, which writes each line inside of `around`; what is said for debugging is left as it is. */
export function writingInside(reporter: Reporter, around: (write: () => void) => void): Reporter {
  const inside =
    (say: (text: string) => void) =>
    (text: string): void =>
      around(() => say(text));
  return {
    ...reporter,
    info: inside(reporter.info),
    warn: inside(reporter.warn),
    error: inside(reporter.error),
    output: inside(reporter.output),
  };
}
