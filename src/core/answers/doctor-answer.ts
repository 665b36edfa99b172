/** What one look has found. */
export interface Check {
  /** What was looked at, in a word or two. */
  readonly name: string;
  readonly level: "ok" | "warning" | "fault";
  readonly text: string;
  /** What mends it, as a sentence or a command; absent where nothing has to be mended. */
  readonly fix?: string;
}

/** The answer of `doctor`. */
export interface DoctorAnswer {
  readonly faults: number;
  readonly warnings: number;
  readonly checks: readonly Check[];
}

export function answerDoctor(checks: readonly Check[]): DoctorAnswer {
  const count = (wanted: Check["level"]): number =>
    checks.filter(({ level }) => level === wanted).length;
  return { faults: count("fault"), warnings: count("warning"), checks };
}

export const ok = (name: string, text: string): Check => ({ name, level: "ok", text });

export const warning = (name: string, text: string, fix: string): Check => ({
  ...{ name, level: "warning", text, fix },
});

export const fault = (name: string, text: string, fix: string): Check => ({
  ...{ name, level: "fault", text, fix },
});
