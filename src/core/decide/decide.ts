import { NO_CIRCUMSTANCES, type Circumstances, type Evidence } from "./evidence.ts";
import type { CheckpointFacts } from "./facts.ts";
import { REASON_ROWS, type Reason } from "./reasons.ts";

/** The decision about one shard, with its one reason. */
export interface Decision {
  readonly kind: "skip" | "run" | "resume" | "blocked";
  readonly reason: Reason;
}

/** An objection to a checkpoint. */
export interface Objection {
  /** The reason's word; `absent` where nothing is at a path that was named. */
  readonly word: Reason | "absent";
  /** The rest, as a clause. */
  readonly sentence: string;
}

/** A checkpoint's facts, and what speaks against it, if anything does. */
export interface Assessment {
  /** Absolute. */
  readonly path: string;
  readonly facts: CheckpointFacts;
  readonly objection?: Objection;
}

type Row = (typeof REASON_ROWS)[number];

/** Decides about one shard: the first row of the table that fits. */
export function decide(evidence: Evidence): Decision {
  const { kind, reason } = firstRow(evidence);
  const resumes = kind === "run" && evidence.resumable && !evidence.forced;
  return { kind: resumes ? "resume" : kind, reason };
}

/** The clause beside the word of a decision, for people; empty where the word says it all. */
export function detailOf({ reason }: Decision, evidence: Evidence): string {
  const row = rowOf(reason);
  return row.isPlain(evidence) ? "" : row.sentence(evidence);
}

/** The word of a decision and its sentence, in one line. */
export function lineOfDecision({ reason }: Decision, evidence: Evidence): string {
  return lineOf(statementOf(rowOf(reason), evidence));
}

/**
 * The objection to a checkpoint, by the same table: the row that decides where only the checkpoint counts.
 * `undefined` where that row is none against it.
 */
export function objectionTo(
  facts: CheckpointFacts,
  given: Partial<Pick<Circumstances, "isVouchedFor">> = {},
): Objection | undefined {
  const evidence = { ...facts, ...NO_CIRCUMSTANCES, ...given };
  const row = firstRow(evidence);
  return row.objection === false ? undefined : statementOf(row, evidence);
}

/** The facts of a checkpoint with the objection to it. */
export function assess(path: string, facts: CheckpointFacts): Assessment {
  const objection = objectionTo(facts);
  return objection === undefined ? { path, facts } : { path, facts, objection };
}

/** A word and its sentence in one line: the word comes first. */
export function lineOf({ word, sentence }: Objection): string {
  return `${word}: ${sentence}`;
}

/** The reasons of every row that would fit, in order; the first one decides. */
export function fittingReasons(evidence: Evidence): readonly Reason[] {
  return REASON_ROWS.filter((row) => row.fits(evidence)).map(({ reason }) => reason);
}

function firstRow(evidence: Evidence): Row {
  const row = REASON_ROWS.find((candidate) => candidate.fits(evidence));
  if (row === undefined) throw new Error("The table of decisions has a last row that always fits.");
  return row;
}

function rowOf(reason: Reason): Row {
  const row = REASON_ROWS.find((candidate) => candidate.reason === reason);
  if (row === undefined) throw new Error(`The table of decisions has no row ${reason}.`);
  return row;
}

function statementOf(row: Row, evidence: Evidence): Objection {
  const word = row.objection === "absent" ? row.objection : row.reason;
  return { word, sentence: row.sentence(evidence) };
}
