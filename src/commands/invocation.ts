import type { Layer } from "../core/definition.ts";
import type { Environment } from "../core/environment.ts";
import type { Disk } from "../files/disk.ts";
import type { Reporter } from "../run/session.ts";

/** How a command was called: everything of the outside world that it uses. */
export interface Invocation {
  readonly surface: "terminal" | "actions";
  /** What was given by flags or by a step's inputs. */
  readonly inputs: Layer;
  /** Absolute path: relative paths of the definition start here. */
  readonly workspace: string;
  readonly env: Environment;
  readonly disk: Disk;
  readonly reporter: Reporter;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Hexadecimal digits that nobody else has. */
  readonly randomHex: (bytes: number) => string;
  /** Folder of the program's entries. */
  readonly home: URL;
}
