import { escape } from "./markdown.ts";

const MOST_PROBLEMS = 20;

/** What to do in a workflow whose runner does not have the files. */
export const FILES_ELSEWHERE = [
  "in Git LFS: check them out with `lfs: true`, or fetch them in `setup`",
  "only on the GPU machine: let it plan, with `plan-runs-on`",
  "elsewhere: a list with a `sha256` for each input, and `fingerprint-text` in the place of the weights",
] as const;

const PAGE = "https://github.com/donemark/donemark#where-are-your-inputs-and-weights";

/** The job summary of a step that ended before its work began, in Markdown: each problem, and what mends it. */
export function renderRefused(
  problems: readonly string[],
  { isUnmatched }: { readonly isUnmatched: boolean },
): string {
  const more = problems.length - MOST_PROBLEMS;
  return [
    "### ❌ Nothing was started",
    "",
    ...problems.slice(0, MOST_PROBLEMS).map((problem) => `- ${escape(problem)}`),
    ...(more > 0 ? [`- … and ${more} more of these`] : []),
    ...(isUnmatched ? filesElsewhere() : []),
    "",
  ].join("\n");
}

function filesElsewhere(): readonly string[] {
  return [
    "",
    "Are these files not on this runner?",
    "",
    ...FILES_ELSEWHERE.map((one) => `- ${one}`),
    "",
    `[Where are your inputs and weights?](${PAGE})`,
  ];
}
