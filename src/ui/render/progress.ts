import { formatBytes, formatDuration } from "../../core/text/duration.ts";

/** The progress of a run. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Finished in this run. */
  readonly ran: number;
  readonly failed: number;
  readonly elapsedMs: number;
  readonly savedBytes: number;
  readonly secondsSaved: number;
}

/** `12 of 40 done · 3.1/min · 9m 02s left · saved 1.20 GB · 4.2 h of compute not run again`. */
export function renderProgress(progress: Progress): string {
  const { done, total, ran, failed, elapsedMs, savedBytes, secondsSaved } = progress;
  const left = total - done - failed;
  const perMs = ran / Math.max(1, elapsedMs);
  const facts = [
    `${done} of ${total} done`,
    failed > 0 ? `${failed} failed` : undefined,
    ran > 0 ? formatRate(perMs) : undefined,
    ran > 0 && left > 0 ? `${formatDuration(left / perMs)} left` : undefined,
    savedBytes > 0 ? `saved ${formatBytes(savedBytes)}` : undefined,
    secondsSaved > 0 ? `${formatCompute(secondsSaved)} not run again` : undefined,
  ];
  return facts.filter((fact) => fact !== undefined).join(" · ");
}

/** Time that commands took or would take. */
export function formatCompute(seconds: number): string {
  if (seconds >= 360) return `${(seconds / 3600).toFixed(1)} h of compute`;
  return `${seconds >= 10 ? seconds.toFixed(0) : seconds.toFixed(1)} s of compute`;
}

function formatRate(perMs: number): string {
  const perMinute = perMs * 60_000;
  if (perMinute >= 1)
    return `${perMinute >= 100 ? perMinute.toFixed(0) : perMinute.toFixed(1)}/min`;
  return `${(perMinute * 60).toFixed(1)}/h`;
}
