import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Folders and kinds of files whose tests wait or start many processes, the slowest first. */
const SLOW = [
  /test\/(dist|store\/github-faults|workflow\/act|inspect\/pytorch\/real-torch)\.test\.ts$/,
  /\.campaign\.test\.ts$/,
  /test\/store\/github/,
  /test\/action\//,
  /test\/cli\//,
  /test\/(store|examples|machine|workflow|cache-service)\//,
];

/** Starts the slow files first, so that no worker is left with one of them when the others have nothing more to do. */
export class SlowestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(
      files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId)),
    );
  }
}

function rank({ moduleId }: TestSpecification): number {
  const found = SLOW.findIndex((slow) => slow.test(moduleId));
  return found === -1 ? SLOW.length : found;
}
