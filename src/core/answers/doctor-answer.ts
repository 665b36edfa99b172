/** What `doctor` found about one thing. */
export interface Check {
  /** One word for each thing that is looked at, such as `gpus`. */
  readonly name: string;
  readonly verdict: "ok" | "warning" | "fault";
  /** What was found, as a clause. */
  readonly says: string;
  /** What to do, as one sentence or a command; `null` where nothing is to be done. */
  readonly fix: string | null;
}

/** The answer of `doctor`, as `--json` prints it. */
export interface DoctorAnswer {
  /** No check found a fault. */
  readonly ok: boolean;
  readonly faults: number;
  readonly warnings: number;
  readonly checks: readonly Check[];
}

export function ok(name: string, says: string): Check {
  return { name, verdict: "ok", says, fix: null };
}

export function warning(name: string, says: string, fix: string): Check {
  return { name, verdict: "warning", says, fix };
}

export function fault(name: string, says: string, fix: string): Check {
  return { name, verdict: "fault", says, fix };
}

export function answerDoctor(checks: readonly Check[]): DoctorAnswer {
  const amountOf = (verdict: Check["verdict"]): number =>
    checks.filter((check) => check.verdict === verdict).length;
  const faults = amountOf("fault");
  return { ok: faults === 0, faults, warnings: amountOf("warning"), checks };
}
