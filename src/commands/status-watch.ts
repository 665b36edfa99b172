import { setTimeout as sleep } from "node:timers/promises";
import type { PlanAnswer } from "../core/answers/answers.ts";
import { harmlessJson } from "../core/text/log-line.ts";
import type { Reporter } from "../core/text/reporter.ts";
import type { Answered } from "../job/answered.ts";
import type { Invocation } from "../job/invocation.ts";
import { watchBlock, watchLine } from "../ui/render/watch-lines.ts";
import { openLive, type Live } from "../ui/terminal/live.ts";
import { isTerminal, painter } from "../ui/terminal/terminal.ts";
import { print, type Call } from "./cli/call.ts";

const LEAST_MS = 2000;
/** Looking must take no more than this part of the time. */
const LOOKING = 1 / 20;

type Look = (invocation: Invocation) => Promise<Answered<PlanAnswer>>;

/**
 * Looks again and again until nothing remains to run, and gives the exit code of the last look. A terminal shows a block that
 * is drawn anew; anything else gets a line, or with `--json` the answer, whenever it has changed.
 */
export async function watchStatus(call: Call, look: Look): Promise<number> {
  let latest: PlanAnswer | undefined;
  const paint = painter("stdout", process.env);
  const live =
    call.isJson || !isTerminal("stdout")
      ? undefined
      : openLive("stdout", call.invocation.reporter, (room) =>
          latest === undefined ? [] : watchBlock(latest, { room, paint }),
        );
  const invocation = {
    ...call.invocation,
    reporter: tellingOnce(live?.reporter ?? call.invocation.reporter),
  };
  let told = "";
  for (;;) {
    const beganMs = performance.now();
    const { answer, exitCode } = await look(invocation);
    latest = answer;
    live?.begin();
    const text = call.isJson ? harmlessJson(answer) : watchLine(answer);
    const state = call.isJson ? stateOf(answer) : text;
    if (live === undefined && state !== told) await print(`${text}\n`);
    told = state;
    if (answer.pending === 0) return await lastOf(live, text, exitCode);
    await sleep(Math.max(LEAST_MS, (performance.now() - beganMs) / LOOKING));
  }
}

async function lastOf(live: Live | undefined, text: string, exitCode: number): Promise<number> {
  live?.end();
  if (live !== undefined) await print(`${text}\n`);
  return exitCode;
}

/** What of an answer is news: not the time that something has taken up to now. */
function stateOf({ shards }: PlanAnswer): string {
  return JSON.stringify(shards.map(({ id, state, reason }) => [id, state, reason]));
}

/** What every look would say is said once. */
function tellingOnce(reporter: Reporter): Reporter {
  const told = new Set<string>();
  const once =
    (say: (text: string) => void) =>
    (text: string): void => {
      if (!told.has(text)) say(text);
      told.add(text);
    };
  return {
    ...reporter,
    info: once(reporter.info),
    warn: once(reporter.warn),
    error: once(reporter.error),
  };
}
