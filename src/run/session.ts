import type { Definition } from "../core/definition.ts";
import type { Environment } from "../core/environment.ts";
import type { Author } from "../core/marker.ts";
import type { ProcessMark } from "../core/start-record.ts";
import type { Store } from "../store/store.ts";
import type { Hand } from "./commit.ts";
import type { Ledger } from "./ledger.ts";
import type { LogRules } from "./log.ts";
import type { BackgroundQueue } from "./queue.ts";
import type { Task } from "../survey/survey.ts";
import type { Stop } from "./stop.ts";
import type { FolderWatch } from "./watch.ts";

/** Where a run says what it does. */
export interface Reporter {
  readonly info: (line: string) => void;
  readonly warn: (line: string) => void;
  readonly error: (line: string) => void;
  /** Steps within a shard, for those who look for a fault. */
  readonly debug: (line: string) => void;
  /** A line that a command printed. */
  readonly output: (line: string) => void;
  /** A value that no log may show from now on. */
  readonly mask: (value: string) => void;
}

/** The program and the arguments of a user's command, ready to start. */
export interface Program {
  readonly argv: readonly string[];
  readonly cwd: string;
}

/** All that the shards of one run share. */
export interface Session {
  readonly hand: Hand;
  readonly store: Store;
  readonly definition: Definition;
  readonly workspace: string;
  /** Folder of the program's entries. */
  readonly home: URL;
  /** Folder of this run's own small files: scripts, lists of inputs. */
  readonly scratch: string;
  /** The step's environment, as it came. */
  readonly env: Environment;
  readonly command: Program;
  readonly check: Program | undefined;
  /** What a shard depends on and has changed since its fingerprint was taken, in words. */
  readonly changeSince: (task: Task) => string | undefined;
  /** Number of all shards of the definition. */
  readonly shardCount: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly by: Author;
  /** Every process of this run carries it as `DONEMARK_RUN`. */
  readonly runTag: string;
  readonly owner: ProcessMark;
  readonly stop: Stop;
  readonly ledger: Ledger;
  readonly background: BackgroundQueue;
  readonly watch: FolderWatch;
  readonly reporter: Reporter;
  readonly logRules: LogRules;
  readonly leases: string;
  /** A signal leaves this much time before Donemark itself must be gone; commands that need longer are left to the post step. */
  readonly leaveAfterMs: number | undefined;
}

/** The GPUs of one slot. */
export interface Slot {
  readonly name: string;
  /** What `CUDA_VISIBLE_DEVICES` becomes; `undefined` leaves it as it is. */
  readonly visible: string | undefined;
  /** For the marker: which GPUs these are. */
  readonly gpu: string | undefined;
  /** Keeps the slot's GPUs from other runs for as long as this process lives, should Donemark die before it. */
  readonly keepFor: (process: ProcessMark) => void;
}

/** One line of a slot's standard input and of a job's list of shards. */
export interface ShardLine {
  readonly id: string;
  readonly inputs: readonly string[];
  readonly checkpoint: string;
  readonly work: string;
  readonly resume: boolean;
  readonly attempt: number;
}
