import { pathToFileURL } from "node:url";
import type { Invocation } from "../../src/job/invocation.ts";
import { realDisk } from "../../src/files/real-disk.ts";

/** A call in a folder, of which nobody hears anything. */
export function invocationIn(workspace: string, changes: Partial<Invocation> = {}): Invocation {
  const quiet = (): void => undefined;
  return {
    surface: "terminal",
    inputs: { label: (name) => `--${name}`, values: {}, others: ["config", "definition"] },
    workspace,
    env: { DONEMARK_CACHE_DIR: `${workspace}/.cache` },
    disk: realDisk,
    reporter: { info: quiet, warn: quiet, error: quiet, debug: quiet, output: quiet, mask: quiet },
    now: Date.now,
    randomHex: () => "00",
    home: pathToFileURL(`${workspace}/`),
    ...changes,
  };
}
