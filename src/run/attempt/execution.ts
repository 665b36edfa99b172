import type { Verdict } from "../../checkpoint/survey.ts";
import type { ShardLog } from "../../machine/log.ts";
import { secondsSince, type Slot, type Started } from "../parts.ts";
import type { Trouble } from "./trouble.ts";
import type { WorkSaver } from "./work-saver.ts";

/** One attempt of one shard. */
export interface Attempt {
  readonly verdict: Verdict;
  readonly started: Started;
  /** Its number in this run, from 1. */
  readonly number: number;
  readonly slot: Slot;
  readonly log: ShardLog;
  readonly work: WorkSaver;
  /** The time that its command took, where that is not the time since its start. */
  readonly seconds?: number;
}

/** The time that the command of an attempt took, up to now. */
export function secondsOf({ seconds, started }: Pick<Attempt, "seconds" | "started">): number {
  return seconds ?? secondsSince(started);
}

/** Called once for each attempt, when its command is through with it: without trouble where the command did its part. */
export type Settle = (attempt: Attempt, trouble: Trouble | undefined) => Promise<void>;

/** One of the three ways to run. Each executes the same attempts; they differ in nothing else. */
export interface Execution {
  /** Gives the log of an attempt that is about to begin. */
  readonly openLog: (started: Started, number: number) => ShardLog;
  /** Closes the log of an attempt that is verified. */
  readonly closeLog: (log: ShardLog) => Promise<void>;
  /** Runs the command, or commands, of these attempts; returns when every one is settled. */
  readonly execute: (attempts: readonly Attempt[], settle: Settle) => Promise<void>;
  /** Called when no attempt of the round goes on. */
  readonly endRound: () => Promise<void>;
}
