import * as core from "@actions/core";
import type { Invocation } from "../commands/invocation.ts";
import { describe, EXIT, UserError } from "../core/problem.ts";
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
    if (error instanceof UserError) {
      for (const problem of error.problems) core.error(problem);
      return error.exitCode;
    }
    core.error(error instanceof Error ? (error.stack ?? describe(error)) : describe(error));
    return EXIT.failed;
  } finally {
    await outputTaken();
  }
}
