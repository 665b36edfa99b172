import type { Layer } from "../core/definition/definition.ts";
import type { Environment } from "../core/definition/environment.ts";
import type { Disk } from "../files/disk.ts";
import type { Reporter } from "../core/text/reporter.ts";

/** The call of a command: everything of the outside world that it uses. */
export interface Invocation {
  readonly surface: "terminal" | "actions";
  /** The values given by flags or by a step's inputs. */
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
