import type { AttemptReport, JobReport, SlotReport } from "./model.ts";

/** The slots of all jobs: job by job, `slot 2` before `slot 10`. `attempts` are in the order of their starts. */
export function slotsOf(
  attempts: readonly AttemptReport[],
  jobs: readonly JobReport[],
): readonly SlotReport[] {
  const bySlot = new Map<string, number[]>();
  attempts.forEach(({ job, slot }, place) => {
    const key = JSON.stringify([job, slot]);
    const places = bySlot.get(key);
    if (places === undefined) bySlot.set(key, [place]);
    else places.push(place);
  });
  return [...bySlot.values()]
    .flatMap((places) => {
      const mine = places.flatMap((place) => attempts[place] ?? []);
      const [first] = mine;
      const job = first === undefined ? undefined : jobs[first.job];
      if (first === undefined || job === undefined) return [];
      const busySeconds = busyMs(mine, job.lastMs) / 1000;
      const windowSeconds = Math.max(0, job.lastMs - job.plannedMs) / 1000;
      const idleSeconds = Math.max(0, windowSeconds - busySeconds);
      const { slot, gpu } = first;
      return [{ job: first.job, slot, gpu, attempts: places, busySeconds, idleSeconds }];
    })
    .toSorted((a, b) => a.job - b.job || a.slot.localeCompare(b.slot, "en", { numeric: true }));
}

/** The time in which at least one of the attempts ran: a program of several shards has them all at once. */
function busyMs(attempts: readonly AttemptReport[], lastMs: number): number {
  let busy = 0;
  let untilMs = Number.NEGATIVE_INFINITY;
  for (const { startMs, endMs = lastMs } of attempts) {
    busy += Math.max(0, endMs - Math.max(startMs, untilMs));
    untilMs = Math.max(untilMs, endMs);
  }
  return busy;
}
