import { isRecord } from "../../core/text/text.ts";
import { ShardsFollower } from "./follow-shards.ts";
import { numberOf, recordOf, textOf, type LoggedEvent } from "./logged-event.ts";
import type { AttemptReport, JobReport, Remark, ShardReport } from "./model.ts";

const MOST_REMARKS = 100;

/** Follows the events of one job, in their order: what its log tells so far. */
export class JobFollower {
  readonly #name: string;
  readonly #shards: ShardsFollower;
  readonly #remarks: Remark[] = [];
  readonly #reasons = new Map<string, number>();
  #of: { host?: string; runTag?: string; exitCode?: number; stopped?: string } = {};
  #beganMs: number | undefined;
  #lastMs = 0;
  #plannedMs: number | undefined;
  #total = 0;
  #moreRemarks = 0;
  readonly #bytes = { made: 0, saved: 0, entries: 0 };

  /** `job` is its place among the jobs of the report. */
  constructor(job: number, name: string) {
    this.#name = name;
    this.#shards = new ShardsFollower(job);
  }

  readonly take = (event: LoggedEvent): void => {
    this.#beganMs ??= event.atMs;
    this.#lastMs = Math.max(this.#lastMs, event.atMs);
    this.#shards.take(event);
    switch (event.kind) {
      case "result":
        this.#shards.takeResult(recordOf(event, "result"));
        break;
      case "marked":
        this.#bytes.made += numberOf(event, "sizeBytes") ?? 0;
        break;
      case "saved":
        this.#save(event);
        break;
      case "warning":
      case "fault":
        this.#remark(event.kind, event);
        break;
      default:
        this.#takeOfRun(event);
    }
  };

  job(): JobReport {
    const { host, ...rest } = this.#of;
    const began = this.#beganMs ?? 0;
    return {
      name: this.#name === "" ? (host ?? "") : this.#name,
      host,
      runTag: rest.runTag,
      exitCode: rest.exitCode,
      stopped: rest.stopped,
      beganMs: began,
      lastMs: this.#lastMs,
      plannedMs: this.#plannedMs ?? began,
      total: this.#total,
      unreached: Math.max(0, this.#total - this.#shards.shards().length),
      remarks: this.#remarks,
      moreRemarks: this.#moreRemarks,
    };
  }

  attempts(): readonly AttemptReport[] {
    return this.#shards.attempts(this.#lastMs);
  }

  shards(): readonly ShardReport[] {
    return this.#shards.shards();
  }

  reasons(): ReadonlyMap<string, number> {
    return this.#reasons;
  }

  bytes(): { readonly made: number; readonly saved: number; readonly entries: number } {
    return this.#bytes;
  }

  #takeOfRun(event: LoggedEvent): void {
    switch (event.kind) {
      case "opened":
        this.#note("runTag", textOf(event, "runTag"));
        this.#note("host", textOf(recordOf(event, "by"), "host"));
        break;
      case "planned":
        this.#plan(event);
        break;
      case "unsaved":
        this.#shards.takeUnsaved(unsavedOf(event));
        break;
      case "stopping":
        this.#note("stopped", textOf(recordOf(event, "cause"), "kind"));
        break;
      case "ended":
        this.#of = { ...this.#of, exitCode: numberOf(event, "exitCode") ?? 0 };
        break;
      default:
    }
  }

  #note(name: "host" | "runTag" | "stopped", value: string | undefined): void {
    if (value !== undefined) this.#of = { ...this.#of, [name]: value };
  }

  #plan(event: LoggedEvent): void {
    this.#plannedMs = event.atMs;
    this.#total = numberOf(event, "total") ?? 0;
    for (const [reason, shards] of Object.entries(recordOf(event, "reasons")))
      if (typeof shards === "number") this.#reasons.set(reason, shards);
  }

  #save(event: LoggedEvent): void {
    if (textOf(event, "outcome") !== "saved") return;
    this.#bytes.saved += numberOf(event, "sizeBytes") ?? 0;
    this.#bytes.entries += 1;
  }

  #remark(kind: Remark["kind"], event: LoggedEvent): void {
    if (this.#remarks.length === MOST_REMARKS) this.#moreRemarks += 1;
    else
      this.#remarks.push({
        kind,
        shard: textOf(event, "shard"),
        text: textOf(event, "text") ?? "",
      });
  }
}

/** Why each shard is not in the store. */
function unsavedOf(event: LoggedEvent): ReadonlyMap<string, string> {
  const list = event["unsaved"];
  const records = Array.isArray(list) ? list.filter(isRecord) : [];
  return new Map(records.map((one) => [textOf(one, "id") ?? "", textOf(one, "why") ?? ""]));
}
