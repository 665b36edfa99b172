import * as core from "@actions/core";
import { asTold } from "../job/as-told.ts";
import type { Invocation } from "../job/invocation.ts";
import { annotate, writeSummary } from "../ui/actions/actions.ts";
import { FILES_ELSEWHERE, renderRefused } from "../ui/render/refused-summary.ts";
import { EXIT, faultLine, messageOf, UnmatchedError } from "../core/text/problem.ts";
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
    if (told === undefined) {
      sayFault(error);
      await summarise([faultLine(error)], false);
      return EXIT.failed;
    }
    const isUnmatched = told instanceof UnmatchedError;
    for (const problem of told.problems) core.error(problem);
    if (isUnmatched)
      annotate([`Are these files not on this runner? ${FILES_ELSEWHERE.join("; ")}`], "notice");
    await summarise(told.problems, isUnmatched);
    return told.exitCode;
  } finally {
    await outputTaken();
  }
}

/** Whoever opens the run sees why it failed, not only who opens the log. A summary that cannot be written fails nothing. */
async function summarise(problems: readonly string[], isUnmatched: boolean): Promise<void> {
  try {
    await writeSummary(renderRefused(problems, { isUnmatched }), process.env);
  } catch (error) {
    core.debug(messageOf(error));
  }
}

function sayFault(error: unknown): void {
  core.error(faultLine(error));
  if (error instanceof Error && error.stack !== undefined) core.debug(error.stack);
}
