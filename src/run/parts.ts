import type { Definition } from "../core/definition/fields.ts";
import type { Change } from "../core/model/fingerprint.ts";
import type { Author } from "../core/model/marker.ts";
import type { Liveness } from "../core/ownership/liveness.ts";
import type { ProcessMark, StartRecord } from "../core/model/start-record.ts";
import type { Task } from "../checkpoint/tasks.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import type { Handles } from "../machine/handles.ts";
import type { MemoryWatch } from "../machine/memory.ts";
import type { LeaseTaker } from "../machine/lease.ts";
import type { Owner, OwnerWatch } from "../machine/owner-watch.ts";
import type { LogRules } from "../machine/log.ts";
import type { Program } from "../machine/program.ts";
import type { Scratch } from "../machine/scratch.ts";
import type { FolderWatch } from "../machine/watch.ts";
import type { Writer } from "../protocol/writer.ts";
import type { Store } from "../store/store.ts";
import type { Emit } from "./events.ts";
import type { Unknowns } from "./liveness.ts";
import type { Results } from "./results.ts";
import type { BackgroundQueue } from "./schedule/background-queue.ts";
import type { Stop } from "./schedule/stop.ts";

/** The identity of a run, in start records and markers. */
export interface Identity {
  /** Every process of this run carries it as `DONEMARK_RUN`. */
  readonly runTag: string;
  readonly owner: ProcessMark;
  /** Path of the heartbeat that other machines see; absent where there is none. */
  readonly heartbeat?: string;
  /**
   * Tells whether a run lives that takes a shard at the same time, or has died while it did, as soon as that is known;
   * absent where its process number alone has to do.
   */
  readonly untilKnown?: (owner: Owner) => Promise<Liveness>;
  readonly by: Author;
  /** Names one start of a shard; no two starts anywhere have the same. */
  readonly newToken: () => string;
}

/** The means by which a run writes durably, to this disk and to the store. */
export interface Writing {
  readonly writer: Writer;
  readonly store: Store;
  /** Folder of the program's entries, which holds the thread that computes digests. */
  readonly home: URL;
  readonly definition: Definition;
  readonly identity: Identity;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The same by the clock of the store, as far as it has one: machines whose clocks differ agree on it. */
  readonly fenceNow: () => Promise<number>;
  readonly emit: Emit;
}

/** The means by which a run starts commands. */
export interface Commands {
  readonly command: Program;
  readonly check: Program | undefined;
  /** Runs with a command's environment when that command is ended. */
  readonly onStop: Program | undefined;
  /** The environment of every command of the run, without what belongs to one slot or shard. */
  readonly environment: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** The folder of this definition's logs. */
  readonly logFolder: string;
  readonly scratch: Scratch;
  readonly logRules: LogRules;
  readonly handles: Handles;
  readonly memory: MemoryWatch;
  /** Called at each end of a command. */
  readonly ended: () => void;
  /**
   * The number of shards where `shards` is one. Elsewhere a command gets neither that number nor a shard's place: both
   * change with every new input, and no fingerprint has them.
   */
  readonly counted: number | undefined;
  readonly limits: Limits;
}

/** The times that a command is given, in milliseconds. */
export interface Limits {
  readonly shardTimeoutMs: number | undefined;
  /** A command that gives no sign of life for so long is ended. */
  readonly stallTimeoutMs: number | undefined;
  readonly stopGraceMs: number;
  /** A signal leaves this much time before Donemark itself must be gone; commands that need longer are left to the post step. */
  readonly leaveAfterMs: number | undefined;
}

/** The state of a run. */
export interface RunState {
  readonly stop: Stop;
  readonly results: Results;
  /** The starts of this run that are not over, by shard. */
  readonly open: Map<string, StartedShard>;
  readonly background: BackgroundQueue;
  readonly watch: FolderWatch;
  readonly leases: LeaseTaker;
  /** Tells whether other runs live. */
  readonly owners: OwnerWatch;
  readonly unknowns: Unknowns;
  /** What happened since the shard's fingerprint was taken. */
  readonly changeSince: (task: Task) => Promise<Change>;
  /** Kinds of warnings that a run gives once. */
  readonly told: Set<string>;
  /** Removes superseded results, the oldest first, until a claimed shard has room; `false` where that does not help. */
  readonly makeRoom: (task: Task, hasRoom: () => Promise<boolean>) => Promise<boolean>;
}

/** The three arguments of a run, for those steps that need all of them. */
export interface RunParts {
  readonly writing: Writing;
  readonly commands: Commands;
  readonly state: RunState;
}

/** The GPUs of one slot. */
export interface Slot {
  readonly name: string;
  /** The variables that give a command its GPUs; none where they are left as they are. */
  readonly environment: Readonly<Record<string, string>>;
  /** Names the GPUs in the marker. */
  readonly gpu: string | undefined;
  /** Names a process in the leases of the slot's GPUs: while it lives no other run takes them, even if Donemark dies. */
  readonly keepFor: (process: ProcessMark) => void;
}

/** A shard whose start is durable. */
export interface StartedShard {
  readonly task: Task;
  readonly record: StartRecord;
}

/** One that this process has started. */
export interface Started extends StartedShard {
  /** Traces of the parts that were handed on to the command. */
  readonly parts: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  /** The same moment by a clock that is never set: durations come from it alone. */
  readonly startedTick: number;
}

/** The seconds since a shard was started, whatever was done to the machine's clock meanwhile. */
export function secondsSince({ startedTick }: Pick<Started, "startedTick">): number {
  return (performance.now() - startedTick) / 1000;
}

/** A shard of this run with its next start made durable. */
export interface Ready {
  readonly verdict: Verdict;
  /** The number of the attempt in this run, from 1. */
  readonly number: number;
  readonly started: Started;
}
