import { startTimer } from "../../machine/timer.ts";
import type { Stop } from "./stop.ts";

/** Waits so long, or until the run is stopped. */
export async function pause(stop: Stop, ms: number): Promise<void> {
  if (ms <= 0) return;
  let finish: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const timer = startTimer(ms, finish);
  const untie = stop.onRequest(finish);
  await over;
  timer.stop();
  untie();
}
