import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createRunner, type Runner } from "../../action/runner.ts";
import { waitFor } from "./terminal.ts";

type Values = Readonly<Record<string, string>>;

/** What a job of any version needs to find in a store what these jobs have saved. */
export interface KeptJobs {
  readonly files: Values;
  readonly definition: Values;
}

const FILES: Values = {
  "in/file.txt.in": "input of file\n",
  "in/half.in": "input of half\n",
  "in/review.txt.in": "input of review\n",
  "in/revoked.txt.in": "input of revoked\n",
  "in/tree.in": "input of tree\n",
  "in/twice.txt.in": "input of twice\n",
  who: "nobody\n",
};

const DEFINITION: Values = {
  name: "stored",
  shards: "in/*.in",
  checkpoint: "out/{id}",
  work: "work/{id}",
  shell: "sh",
  "work-every": "1s",
  command: `set -e
echo "$SHARD_ID $SHARD_RESUME" >> ran.txt
[ ! -e "fail/$SHARD_ID" ] || exit 1
case "$SHARD_ID" in
tree)
  mkdir -p "$SHARD_CHECKPOINT/deep"
  cp "$SHARD_INPUT" "$SHARD_CHECKPOINT/top"
  echo leaf > "$SHARD_CHECKPOINT/deep/leaf" ;;
twice.txt)
  echo up > up
  until [ ! -e wait ]; do sleep 0.05; done
  cat who "$SHARD_INPUT" > "$SHARD_CHECKPOINT" ;;
half)
  if [ "$SHARD_RESUME" = 1 ]; then cat "$SHARD_WORK/1" "$SHARD_WORK/2" "$SHARD_WORK/3" "$SHARD_WORK/state" > "$SHARD_CHECKPOINT"; exit; fi
  for part in 1 2 3; do
    echo "part $part" > "$SHARD_WORK/$part"
    : > "$SHARD_WORK/$part.done"
    echo "state after $part" > "$SHARD_WORK/state"
    sleep 1.5
  done
  echo up > up
  while :; do sleep 0.1; done ;;
*) cp "$SHARD_INPUT" "$SHARD_CHECKPOINT" ;;
esac`,
};

export const JOBS: KeptJobs = { files: FILES, definition: DEFINITION };

/** How jobs reach one store: their inputs and environment, also those of a pull request. */
export interface Access {
  readonly inputs: Values;
  readonly env: (job: { readonly run: string; readonly attempt: number }) => Values;
  readonly review: Values;
  /** How many snapshots of work the store holds. */
  readonly snapshots: () => number;
}

/** Workflow runs that fill a store with every kind of entry. */
export async function fillStore(access: Access): Promise<void> {
  await run(access, { run: "7001", attempt: 1, only: ["file.txt", "revoked.txt", "tree"] });
  await runTwice(access);
  const forced = {
    run: "7002",
    attempt: 1,
    only: ["revoked.txt"],
    files: { "fail/revoked.txt": "" },
  };
  await run(access, { ...forced, force: "revoked.txt", code: 1 });
  await run(access, { run: "7003", attempt: 1, only: ["review.txt"], env: access.review });
  await leaveHalf(access);
}

interface Given {
  readonly run: string;
  readonly attempt: number;
  readonly only: readonly string[];
  readonly files?: Values;
  readonly force?: string;
  readonly code?: number;
  readonly env?: Values;
}

function start(access: Access, given: Given) {
  const ends: (() => Promise<void>)[] = [];
  const job = createRunner({ ...FILES, ...given.files }, (end) => void ends.push(end));
  const force = given.force === undefined ? {} : { force: given.force };
  const step = job.main({
    inputs: { ...DEFINITION, ...access.inputs, only: JSON.stringify(given.only), ...force },
    env: {
      ...access.env(given),
      GITHUB_RUN_ID: given.run,
      GITHUB_RUN_ATTEMPT: String(given.attempt),
      ...given.env,
    },
  });
  const end = () => Promise.all(ends.map((one) => one()));
  return { job, step, end };
}

async function run(access: Access, given: Given): Promise<void> {
  const { step, end } = start(access, given);
  await expectCode(step, given.code ?? 0);
  await end();
}

/** The second attempt begins before the first one has saved, so that both save. */
async function runTwice(access: Access): Promise<void> {
  const common = { run: "7001", only: ["twice.txt"] };
  const files = { who: "the second attempt\n", wait: "" };
  const second = start(access, { ...common, attempt: 2, files });
  await untilUp(second.job);
  await run(access, { ...common, attempt: 1, files: { who: "the first attempt\n" } });
  rmSync(join(second.job.workspace, "wait"));
  await expectCode(second.step, 0);
  await second.end();
}

/** Kills a job, with its machine, when its work was saved several times. */
async function leaveHalf(access: Access): Promise<void> {
  const { job, step, end } = start(access, { run: "7004", attempt: 1, only: ["half"] });
  await untilUp(job);
  await waitFor(() => access.snapshots() >= 2, "two snapshots of the work");
  await sleep(4000);
  step.child.kill("SIGKILL");
  await step.ended;
  await end();
}

async function untilUp(job: Runner): Promise<void> {
  await waitFor(() => existsSync(join(job.workspace, "up")), "the command to be up");
}

async function expectCode(step: ReturnType<Runner["main"]>, code: number): Promise<void> {
  const ended = await step.ended;
  if (ended.code !== code)
    throw new Error(`expected exit code ${code}, got ${ended.code}: ${ended.log}`);
}
