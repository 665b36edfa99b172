import * as core from "@actions/core";
import type { Invocation } from "../commands/invocation.ts";
import { asUserError, describe, EXIT } from "../core/problem.ts";
import { outliveReaders, outputTaken } from "../ui/output.ts";
import { stepInvocation } from "./action.ts";

/** Runs a step of a workflow to its end: whatever goes wrong becomes annotations and an exit code. */
export async function runAsStep(
  home: URL,
  act: (invocation: Invocation) => Promise<number>,
): Promise<number> {
  outliveReaders();
  try {
    return await act(stepInvocation(home));
  } catch (error) {
    const told = asUserError(error);
    if (told !== undefined) {
      for (const problem of told.problems) core.error(problem);
      return told.exitCode;
    }
    core.error(error instanceof Error ? (error.stack ?? describe(error)) : describe(error));
    return EXIT.failed;
  } finally {
    await outputTaken();
  }
}
