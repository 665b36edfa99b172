import { verify, type VerifyProgress } from "../commands/verify.ts";
import { formatBytes } from "../core/duration.ts";
import { harmlessJson, harmlessLine } from "../core/log-name.ts";
import { progressLine } from "../ui/progress-line.ts";
import { painter } from "../ui/terminal.ts";
import { verifyLines } from "../ui/verify-lines.ts";
import { print, type Call } from "./call.ts";

export async function verifyOnTerminal({ invocation, args, isJson }: Call): Promise<number> {
  const progress = progressLine(invocation.now);
  const { answer, examined, busy, isDeep, exitCode } = await verify(invocation, {
    targets: args.positionals,
    deep: args.switches.has("deep"),
    onProgress: (so) => progress.show(progressText(so)),
  });
  progress.clear();
  const paint = painter("stdout", process.env);
  const { workspace } = invocation;
  const lines = isJson
    ? [harmlessJson(answer)]
    : verifyLines(examined, { workspace, busy, isDeep, paint }).map(harmlessLine);
  await print(`${lines.join("\n")}\n`);
  return exitCode;
}

function progressText({ verified, total, bytesRead, wrong }: VerifyProgress): string {
  const found = wrong > 0 ? ` · ${wrong} wrong` : "";
  return `${verified} of ${total} verified · ${formatBytes(bytesRead)} read${found}`;
}
