export interface Measured<T> {
  readonly answer: T;
  /** Time of processors, of user and system together, that this process had meanwhile. */
  readonly seconds: number;
}

/**
 * Acts, and measures the work of it. On a busy machine the clock runs on while a process waits, and this does not: a
 * test that bounds the work of an answer bounds this.
 */
export async function measured<T>(act: () => Promise<T> | T): Promise<Measured<T>> {
  const before = process.cpuUsage();
  const answer = await act();
  return { answer, seconds: secondsSince(before) };
}

/** The same for what answers at once. */
export function measuredSync<T>(act: () => T): Measured<T> {
  const before = process.cpuUsage();
  const answer = act();
  return { answer, seconds: secondsSince(before) };
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
