import * as core from "@actions/core";
import { asTold } from "../job/as-told.ts";
import type { Invocation } from "../job/invocation.ts";
import { EXIT, faultLine } from "../core/text/problem.ts";
import { outliveReaders, outputTaken } from "../ui/terminal/streams.ts";
import { handleUncaught, type Uncaught } from "../machine/uncaught.ts";
import { stepInvocation } from "./invocation.ts";

/** Runs a step of a workflow to its end: whatever goes wrong becomes annotations and an exit code. */
export async function runAsStep(
  home: URL,
  act: (invocation: Invocation, uncaught: Uncaught) => Promise<number>,
): Promise<number> {
  outliveReaders();
  const uncaught = handleUncaught(sayFault);
  try {
    return await act(stepInvocation(home), uncaught);
  } catch (error) {
    const told = await asTold(error);
    if (told !== undefined) {
      for (const problem of told.problems) core.error(problem);
      return told.exitCode;
    }
    sayFault(error);
    return EXIT.failed;
  } finally {
    await outputTaken();
  }
}

function sayFault(error: unknown): void {
  core.error(faultLine(error));
  if (error instanceof Error && error.stack !== undefined) core.debug(error.stack);
}
