import {
  firstLook,
  livenessOf,
  lookAgain,
  type HeartbeatTimes,
  type Observation,
} from "../core/ownership/heartbeat.ts";
import type { Liveness } from "../core/ownership/liveness.ts";
import { parseJson } from "../core/model/marker.ts";
import { formatDuration } from "../core/text/duration.ts";
import { isRecord } from "../core/text/text.ts";
import { readHeartbeat } from "./heartbeat-sign.ts";
import { livenessHere, type ProcessId } from "./processes.ts";

/** An owner as those know it who found its name. */
export interface Owner {
  readonly process: ProcessId;
  /** Path of its heartbeat; `undefined` where it has none, as owners of earlier versions. */
  readonly heartbeat: string | undefined;
}

/** Tells whether owners live. Those of whom nothing is known here are watched from the first question on. */
export interface OwnerWatch {
  /** `unknown`: it is not known yet. `alive` for a stranger means that its heart was seen to beat. */
  readonly livenessOf: (owner: Owner) => Liveness;
  /**
   * Settles after the next look, or when the signal is aborted. Whoever waits until an owner is known (a beat or two for one
   * that lives, three minutes at most for others) looks meanwhile whether that one is through.
   */
  readonly nextLook: (signal?: AbortSignal) => Promise<void>;
  /** Names an owner to people: its number here, and for a stranger its machine and its last sign of life. */
  readonly nameOf: (owner: Owner, host?: string) => string;
  /** In so many milliseconds at most it is known of a stranger whether it lives. */
  readonly knownInMs: (owner: Owner) => number;
  readonly close: () => void;
}

interface Watched extends Observation {
  readonly host: string;
  /** At the first look, by this machine's clock: for people alone. */
  readonly ageMs: number;
}

export function watchOwners(times: HeartbeatTimes): OwnerWatch {
  const watched = new Map<string, { readonly owner: Owner; observation: Watched }>();
  const waiting = new Set<() => void>();
  const lookAtAll = (): void => {
    for (const one of watched.values())
      one.observation = observe(one.owner, one.observation, times);
    for (const wake of [...waiting]) wake();
  };
  let timer: NodeJS.Timeout | undefined;
  const observationOf = (owner: Owner): Watched => {
    const key = JSON.stringify([owner.process, owner.heartbeat]);
    const known = watched.get(key);
    if (known !== undefined) return known.observation;
    const observation = observe(owner, undefined, times);
    watched.set(key, { owner, observation });
    timer ??= setInterval(lookAtAll, times.lookMs).unref();
    return observation;
  };
  const liveness = (owner: Owner): Liveness => {
    const here = livenessHere(owner.process);
    return here === "unknown" ? livenessOf(observationOf(owner), times) : here;
  };
  return {
    livenessOf: liveness,
    nextLook: (signal) => nextLook(waiting, signal),
    nameOf: (owner, host) => {
      const { pid } = owner.process;
      if (livenessHere(owner.process) !== "unknown") return `pid ${pid}`;
      const sign = observationOf(owner);
      const machine = sign.host || host;
      const where = machine ? ` on ${machine}` : " of another machine or container";
      return `pid ${pid}${where}, ${signOf(sign)}`;
    },
    knownInMs: (owner) => Math.max(0, times.goneMs - observationOf(owner).quietMs),
    close: () => {
      clearInterval(timer);
      for (const wake of [...waiting]) wake();
    },
  };
}

/** What one look tells of an owner. A stranger is `unknown`: that it lives is only known once its heartbeat changes. */
export interface OwnerLook {
  readonly liveness: Liveness;
  /** Its machine, as its heartbeat names it. */
  readonly host?: string;
  /** The age of its last sign of life, by this machine's clock; absent where there is none. */
  readonly ageMs?: number;
}

export function lookAtOwner({ process, heartbeat }: Owner): OwnerLook {
  const sign = heartbeat === undefined ? undefined : readSign(heartbeat);
  const { seen, host, ageMs } = sign ?? ABSENT;
  return {
    liveness: livenessHere(process),
    ...(host && { host }),
    ...(seen !== undefined && ageMs !== undefined && { ageMs }),
  };
}

function signOf({ seen, quietMs, ageMs, hasBeaten }: Watched): string {
  if (seen === undefined && !hasBeaten) return "no sign of life";
  return `last sign of life ${formatDuration(Math.max(quietMs, hasBeaten ? 0 : ageMs))} ago`;
}

/** Keeps the process alive, which the looks alone do not. */
async function nextLook(waiting: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  const alive = setInterval(() => undefined, 60_000);
  await new Promise<void>((resolve) => {
    if (signal?.aborted === true) resolve();
    const wake = (): void => {
      waiting.delete(wake);
      signal?.removeEventListener("abort", wake);
      resolve();
    };
    waiting.add(wake);
    signal?.addEventListener("abort", wake);
  });
  clearInterval(alive);
}

function observe(
  { heartbeat }: Owner,
  before: Watched | undefined,
  times: HeartbeatTimes,
): Watched {
  const nowMs = performance.now();
  const sign = heartbeat === undefined ? ABSENT : readSign(heartbeat);
  // One that cannot be read is not absent: nothing was seen, and the time does not count.
  if (sign === undefined) return before ?? { ...firstLook(undefined, nowMs), ...NOTHING_SAID };
  const { seen, ...said } = sign;
  if (before === undefined) return { ...firstLook(seen, nowMs), ...NOTHING_SAID, ...said };
  return { ...before, ...lookAgain(before, { seen, nowMs }, times) };
}

interface Sign {
  /** All that changes with a beat. */
  readonly seen: string | undefined;
  readonly host?: string;
  readonly ageMs?: number;
}

const NOTHING_SAID = { host: "", ageMs: 0 };

const ABSENT: Sign = { seen: undefined };

/** `undefined` where it cannot be read now. */
function readSign(path: string): Sign | undefined {
  const read = readHeartbeat(path);
  if (read === "absent") return ABSENT;
  if (read === "unreadable") return undefined;
  const value = parseJson(read.text);
  const host = isRecord(value) && typeof value["host"] === "string" ? value["host"] : "";
  return { seen: read.seen, host, ageMs: Math.max(0, Date.now() - read.mtimeMs) };
}
