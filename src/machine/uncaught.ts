import { EXIT } from "../core/text/problem.ts";

/** What is done about an error that nothing has caught. */
type Act = (error: unknown) => void;

/** The handling of errors that nothing has caught, in this process. */
export interface Uncaught {
  /** From now on, this is done instead of ending the process, which is ended `patienceMs` after the first error. */
  readonly divert: (act: Act, patienceMs: number) => void;
}

/** Time for the message to be written. */
const MOMENT_MS = 250;

/**
 * Handles errors and rejections that nothing has caught. Until it is diverted, `say` gets the error and the process
 * ends as failed. Node's own way is a stack trace and an end at once, which would kill every command in flight.
 */
export function handleUncaught(say: Act): Uncaught {
  let act = say;
  let patienceMs = MOMENT_MS;
  let end: NodeJS.Timeout | undefined;
  const handle = (error: unknown): void => {
    // Should nothing be left to wait for, Node ends the process with this code.
    process.exitCode = EXIT.failed;
    end ??= setTimeout(() => process.exit(), patienceMs).unref();
    act(error);
  };
  process.on("uncaughtException", handle);
  process.on("unhandledRejection", handle);
  return {
    divert: (nextAct, nextPatienceMs) => {
      act = nextAct;
      patienceMs = nextPatienceMs;
    },
  };
}
