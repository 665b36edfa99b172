import { processNumbers, procStat } from "./proc-stat.ts";

const EVERY = 8;
/** Zombies that a first process may forget for other reasons. */
const MOST_FORGOTTEN = 3;

/**
 * Gives a function for each end of a command. A first process that waits for none of its children (`tail -f /dev/null`, as
 * in a container of a workflow) keeps each ended guard as a zombie, until no process can be started any more. Zombies that
 * are there for longer than `patienceMs` make one warning: some first processes wait now and then.
 */
export function watchReaping(patienceMs: number, warn: (text: string) => void): () => void {
  let ended = 0;
  let lookedTick = Number.NEGATIVE_INFINITY;
  let earlier: readonly string[] = [];
  let isTold = process.platform !== "linux";
  return () => {
    ended += 1;
    const nowTick = performance.now();
    if (isTold || ended % EVERY !== 0 || nowTick - lookedTick < patienceMs) return;
    lookedTick = nowTick;
    const zombies = zombiesNow();
    const stayed = earlier.filter((one) => zombies.includes(one));
    earlier = zombies;
    isTold = stayed.length > MOST_FORGOTTEN;
    if (!isTold) return;
    warn(
      `The first process here (PID 1) waits for none of its children: ${zombies.length} ended processes stay as zombies, one more for each command, and in the end none can be started. ` +
        "Start the container with an init: `docker run --init`, or `options: --init` at the container of a workflow.",
    );
  };
}

/** Each ended process that PID 1 has not waited for, by number and start. */
function zombiesNow(): readonly string[] {
  try {
    return processNumbers().flatMap((pid) => {
      const stat = procStat(pid);
      return stat?.dead === true && stat.parent === 1 ? [`${pid} ${stat.startTime}`] : [];
    });
  } catch {
    return [];
  }
}
