import type { Call } from "./terminal.ts";
export function demoOnTerminal(_: Call): Promise<number> {
  return Promise.resolve(0);
}
