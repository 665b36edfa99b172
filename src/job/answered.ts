import type { Job } from "./open.ts";

/** The answer of an operation on a job, with its exit code on a terminal. */
export interface Answered<T> {
  readonly answer: T;
  readonly job: Job;
  readonly exitCode: number;
}
