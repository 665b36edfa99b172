import { EXIT, isRefused, UserError } from "../core/text/problem.ts";
import { realDisk } from "../files/real-disk.ts";

/**
 * An error that can be told in a line: a user's fault, or a refusal of the system (a full disk, a missing right) with what
 * was refused, whose it is and what lets it pass. `undefined` for a fault of Donemark's own, whose stack helps to mend it.
 */
export async function asTold(error: unknown): Promise<UserError | undefined> {
  if (error instanceof UserError) return error;
  if (!isRefused(error)) return undefined;
  const { whyRefused } = await import("../files/refused.ts");
  return new UserError([whyRefused(realDisk, error)], EXIT.failed);
}
