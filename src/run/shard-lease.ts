import type { Task } from "../survey/survey.ts";
import { acquireLease, type Held, type Lease } from "./lease.ts";
import type { ProcessId } from "./processes.ts";

/**
 * One shard is in one hand on this machine, from before its start until its result is marked, digested and saved.
 * `folder` is that of the machine's leases.
 */
export function leaseShard(
  folder: string,
  { places }: Pick<Task, "places">,
  owner: ProcessId,
): Promise<Lease | Held> {
  return acquireLease(folder, `shard ${places.checkpoint}`, owner);
}

/** Acts while no other run has the shard in hand. Who has it has it: nobody waits. */
export async function inOneHand<T>(
  lease: Promise<Lease | Held>,
  act: () => Promise<T>,
): Promise<{ readonly kind: "acted"; readonly result: T } | Held> {
  const taken = await lease;
  if (taken.kind === "held") return taken;
  try {
    return { kind: "acted", result: await act() };
  } finally {
    await taken.release();
  }
}
