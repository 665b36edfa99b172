import type { Verdict } from "../checkpoint/survey.ts";
import { messageOf } from "../core/text/problem.ts";
import type { Result } from "../run/results.ts";
import type { Failures, Store, Wanted } from "../store/store.ts";
import type { Job } from "./open.ts";
import { isToRun } from "./reconcile/to-run.ts";

/** Ids of shards that are to run and failed last time, on this disk or, as the store remembers, on another one. */
export async function failedBefore(
  store: Store,
  verdicts: readonly Verdict[],
): Promise<ReadonlySet<string>> {
  const open = verdicts.filter(isToRun);
  const here = open.filter(({ facts }) => facts.startRecord?.failure !== undefined);
  const ids = new Set(here.map(({ task }) => task.shard.id));
  if (store.failures === undefined || open.length === 0) return ids;
  try {
    const there = await store.failures.find(
      open.flatMap(({ task }) => (task.wanted === undefined ? [] : [task.wanted])),
    );
    return new Set([...ids, ...there]);
  } catch {
    // The order alone depends on it.
    return ids;
  }
}

/** Has the store remember what fails in a run, soon after it failed, and forget what is done. */
export interface FailureNotes {
  readonly note: (result: Pick<Result, "id" | "outcome">) => void;
  /** Ids of those that are known to have failed before. */
  readonly expect: (failed: ReadonlySet<string>) => void;
  /** Notes the rest, and gives the trouble with the store, in words. */
  readonly finish: () => Promise<string | undefined>;
}

/** The first failures come together: a command that fails at once fails for several shards. */
const FIRST_PART = 20;

export function openFailureNotes(
  { failures }: Pick<Store, "failures">,
  tasks: Job["tasks"],
): FailureNotes {
  return failures === undefined ? NO_NOTES : new StoreNotes(failures, tasks);
}

const NO_NOTES: FailureNotes = {
  note: () => undefined,
  expect: () => undefined,
  finish: () => Promise.resolve(undefined),
};

class StoreNotes implements FailureNotes {
  readonly #failures: Failures;
  readonly #tasks: Job["tasks"];
  #wanted: ReadonlyMap<string, Wanted> | undefined;
  readonly #known = new Set<string>();
  #failed = new Map<string, Wanted>();
  #done = new Map<string, Wanted>();
  #timer: NodeJS.Timeout | undefined;
  #hasNoted = false;
  #noting: Promise<void> = Promise.resolve();
  #trouble: string | undefined;

  constructor(failures: Failures, tasks: Job["tasks"]) {
    this.#failures = failures;
    this.#tasks = tasks;
  }

  readonly expect = (failed: ReadonlySet<string>): void => {
    for (const id of failed) this.#known.add(id);
  };

  readonly note = ({ id, outcome }: Pick<Result, "id" | "outcome">): void => {
    const isNews = outcome === "failed" || (outcome === "done" && this.#known.has(id));
    const wanted = isNews ? this.#wantedOf(id) : undefined;
    if (wanted === undefined) return;
    this.#known.add(id);
    const [to, from] =
      outcome === "failed" ? [this.#failed, this.#done] : [this.#done, this.#failed];
    to.set(id, wanted);
    from.delete(id);
    this.#later();
  };

  readonly finish = async (): Promise<string | undefined> => {
    clearTimeout(this.#timer);
    await this.#update();
    return this.#trouble;
  };

  /** A map of a million shards is made only where one fails. */
  #wantedOf(id: string): Wanted | undefined {
    this.#wanted ??= new Map(
      this.#tasks.flatMap(({ shard, wanted }) =>
        wanted === undefined ? [] : [[shard.id, wanted] as const],
      ),
    );
    return this.#wanted.get(id);
  }

  #later(): void {
    if (this.#timer !== undefined) return;
    const { pauseMs } = this.#failures;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#update();
      },
      this.#hasNoted ? pauseMs : pauseMs / FIRST_PART,
    );
    this.#timer.unref();
  }

  #update(): Promise<void> {
    this.#hasNoted = true;
    this.#noting = this.#noting.then(() => this.#send());
    return this.#noting;
  }

  async #send(): Promise<void> {
    const [failed, done] = [this.#failed, this.#done];
    if (failed.size + done.size === 0) return;
    this.#failed = new Map();
    this.#done = new Map();
    try {
      await this.#failures.update({ failed: [...failed.values()], done: [...done.values()] });
      this.#trouble = undefined;
    } catch (error) {
      this.#trouble = messageOf(error);
      // What has come meanwhile is newer.
      this.#failed = new Map([...failed, ...this.#failed].filter(([id]) => !this.#done.has(id)));
      this.#done = new Map([...done, ...this.#done].filter(([id]) => !this.#failed.has(id)));
    }
  }
}
