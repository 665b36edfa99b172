import type { Invocation } from "../invocation.ts";

/** A runner writes the whole event there. */
const EVENT_LIMIT_BYTES = 16 * 1024 * 1024;

/** The text of the event that started the workflow; `undefined` where there is none. */
export function eventText({ env, disk }: Pick<Invocation, "env" | "disk">): string | undefined {
  const path = env["GITHUB_EVENT_PATH"];
  return path === undefined || path === "" ? undefined : disk.readText(path, EVENT_LIMIT_BYTES);
}
