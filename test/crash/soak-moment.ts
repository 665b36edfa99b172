import { watch } from "node:fs";
import type { Chance } from "../helpers/random.ts";
import type { Begun, Phase } from "./soak-machine.ts";
import { killTree } from "./tree.ts";

/**
 * When a step is taken away: so long after its start, or after it has said a step of a shard for the n-th time, or after
 * the n-th change in the folder of the checkpoints.
 */
type Moment =
  | { readonly kind: "time"; readonly delayMs: number }
  | {
      readonly kind: "said";
      readonly what: string;
      readonly time: number;
      readonly delayMs: number;
    }
  | { readonly kind: "change"; readonly time: number; readonly delayMs: number };

const SAID = [
  "starting",
  "executing",
  "executed",
  "committing",
  "marked",
  "saving",
  "saved",
] as const;

export function momentOf(phase: Phase, usualMs: number, chance: Chance): Moment {
  const kind = chance.pick<Moment["kind"]>(["time", "change", phase === "run" ? "said" : "time"]);
  const time = 1 + chance.below(phase === "run" ? 4 : 12);
  const delayMs = Math.max(0, chance.below(30) - 15);
  if (kind === "said") return { kind, what: chance.pick(SAID), time, delayMs };
  if (kind === "change") return { kind, time, delayMs };
  return { kind, delayMs: Math.round(usualMs * (0.15 + 0.75 * chance.unit())) };
}

/** Takes the whole tree away at this moment. `false` where the step had ended before. */
export async function killAt(moment: Moment, { step, tag }: Begun, out: string): Promise<boolean> {
  let isKilled = false;
  let timer: NodeJS.Timeout | undefined;
  const kill = (): void => {
    if (isKilled || step.child.exitCode !== null) return;
    isKilled = true;
    killTree(tag, step.child.pid);
  };
  const come = (): void => {
    // The windows that matter are shorter than the shortest timer.
    if (moment.delayMs === 0) kill();
    else timer ??= setTimeout(kill, moment.delayMs);
  };
  const watching = waitFor(moment, { step, out }, come);
  await step.ended;
  clearTimeout(timer);
  watching?.close();
  return isKilled;
}

/** Calls `come` when what the moment waits for has happened, and perhaps again. */
function waitFor(
  moment: Moment,
  { step, out }: { readonly step: Begun["step"]; readonly out: string },
  come: () => void,
): { readonly close: () => void } | undefined {
  if (moment.kind === "time") {
    come();
    return undefined;
  }
  if (moment.kind === "said") {
    const said = new RegExp(`^::debug::\\{"kind":"${moment.what}"`, "gm");
    step.child.stdout?.on("data", () => {
      if ((step.log().match(said) ?? []).length >= moment.time) come();
    });
    return undefined;
  }
  let seen = 0;
  return watch(out, () => {
    seen += 1;
    if (seen >= moment.time) come();
  });
}
