import { planCommand } from "../plan.ts";
import { statusCommand } from "../status.ts";
import type { Command } from "./command.ts";

/**
 * Every command by its name. `plan` and `status` are part of the first file of the bundle; each other command is loaded
 * when it is called. A further command is one file and one line here.
 */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import("../init.ts")).initCommand,
  run: async () => (await import("../run.ts")).runCommand,
  plan: () => Promise.resolve(planCommand),
  status: () => Promise.resolve(statusCommand),
  collect: async () => (await import("../collect.ts")).collectCommand,
  mark: async () => (await import("../mark.ts")).markCommand,
  unmark: async () => (await import("../unmark.ts")).unmarkCommand,
  adopt: async () => (await import("../adopt.ts")).adoptCommand,
  verify: async () => (await import("../verify.ts")).verifyCommand,
  logs: async () => (await import("../logs.ts")).logsCommand,
  info: async () => (await import("../info.ts")).infoCommand,
  doctor: async () => (await import("../doctor.ts")).doctorCommand,
  completion: async () => (await import("../completion.ts")).completionCommand,
  demo: async () => (await import("../demo.ts")).demoCommand,
};

export const COMMAND_NAMES: readonly string[] = Object.keys(COMMANDS);

/** `undefined` for a name that is no command. */
export function loadCommand(name: string): Promise<Command> | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.() : undefined;
}

export function loadAllCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()));
}
