import type { Definition } from "../core/definition.ts";
import type { Environment } from "../core/environment.ts";
import type { ProcessMark } from "../core/start-record.ts";
import { divideGpus, listGpus, type Gpu } from "./gpu.ts";
import { acquireLease, type Lease } from "./lease.ts";
import type { Reporter, Slot } from "./session.ts";
import type { Stop } from "./stop.ts";

/** The slots of a run, and the leases that keep their GPUs from other runs on this machine. */
export interface Slots {
  readonly slots: readonly Slot[];
  readonly leases: readonly Lease[];
}

export interface SlotRequest {
  readonly definition: Pick<Definition, "parallel" | "runPer">;
  readonly env: Environment;
  readonly leases: string;
  readonly owner: ProcessMark;
  readonly reporter: Reporter;
  readonly stop: Stop;
}

const ASK_AGAIN_MS = 2000;

/**
 * Leases the GPUs that are free and divides them; waits where all of them are leased by other runs. No slot where the
 * run was stopped while it waited.
 */
export async function openSlots(request: SlotRequest): Promise<Slots> {
  const { definition, env, reporter } = request;
  const { gpus, why } = await listGpus(env);
  if (why !== undefined) reporter.warn(why);
  const leased = gpus.length === 0 ? { gpus, leases: [] } : await leaseGpus(request, gpus);
  if (leased === undefined) return { slots: [], leases: [] };
  const parallel = definition.runPer === "job" ? 1 : definition.parallel;
  const slots = divideGpus(leased.gpus, parallel).map((share, place) =>
    slotOf(place, share, leased),
  );
  return { slots, leases: leased.leases };
}

function slotOf(place: number, share: readonly Gpu[], { gpus, leases }: Leased): Slot {
  const name = `slot ${place + 1}`;
  if (share.length === 0)
    return { name, visible: undefined, gpu: undefined, keepFor: () => undefined };
  const own = leases.filter((_, gpu) => share.some(({ lease }) => lease === gpus[gpu]?.lease));
  return {
    name,
    visible: share.map(({ value }) => value).join(","),
    gpu: share.map(({ lease }) => lease).join(","),
    keepFor: (process) => {
      for (const lease of own) lease.note(process);
    },
  };
}

/** GPUs and their leases, in the same order. */
interface Leased {
  readonly gpus: readonly Gpu[];
  readonly leases: readonly Lease[];
}

async function leaseGpus(request: SlotRequest, gpus: readonly Gpu[]): Promise<Leased | undefined> {
  let told = false;
  for (;;) {
    const leases: Lease[] = [];
    const free: Gpu[] = [];
    const holders = new Set<number>();
    for (const gpu of gpus) {
      const lease = await acquireLease(request.leases, `gpu ${gpu.lease}`, request.owner);
      if (lease.kind === "held") holders.add(lease.by.pid);
      else {
        leases.push(lease);
        free.push(gpu);
      }
    }
    const pids = [...holders].join(", ");
    if (holders.size > 0 && !told) {
      told = true;
      request.reporter.warn(
        `${gpus.length - free.length} of ${gpus.length} GPUs are leased by another run (pid ${pids}).`,
      );
    }
    if (free.length > 0) return { gpus: free, leases };
    if (request.stop.cause() !== undefined) return undefined;
    await pause(request.stop);
  }
}

/** A while, or until the run is stopped. */
async function pause(stop: Stop): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let untie: () => void = () => undefined;
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ASK_AGAIN_MS);
    untie = stop.onRequest(() => resolve());
  });
  clearTimeout(timer);
  untie();
}
