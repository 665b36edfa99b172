import type { StoreContext } from "./context.ts";
import { askTime } from "./list/rest-call.ts";

const ANSWER_MS = 5000;

/** The time by the clock of the cache service, which any of its answers tells, in whole seconds. @throws where it tells none. */
export async function serviceTime(
  { env }: Pick<StoreContext, "env">,
  serviceUrl: string,
): Promise<number> {
  const date = await askTime(env, new URL(serviceUrl).origin, ANSWER_MS);
  const timeMs = Date.parse(date ?? "");
  if (Number.isNaN(timeMs)) throw new Error(`${serviceUrl} does not tell the time`);
  return timeMs;
}
