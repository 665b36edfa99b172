import { homedir } from "node:os";
import { join } from "node:path";
import { variable, type Environment } from "../core/definition/environment.ts";

/** A path with `~` in front as a path in one's home, which no shell expands here. `undefined` for the home of another user. */
export function withHome(path: string, env: Environment): string | undefined {
  if (!path.startsWith("~")) return path;
  const [tilde = "", ...rest] = path.split("/");
  return tilde === "~" ? join(variable(env, "HOME") ?? homedir(), ...rest) : undefined;
}
