import type { Definition } from "../../core/definition/fields.ts";
import type { Environment } from "../../core/definition/environment.ts";
import { plural } from "../../core/text/text.ts";
import type { Gpu, GpuList } from "../../machine/gpu/gpu.ts";
import { listGpus } from "../../machine/gpu/list.ts";
import { divideGpus, gpuEnvironment } from "../../machine/gpu/share.ts";
import { acquireLease, type Held, type Lease, type LeaseTaker } from "../../machine/lease.ts";
import type { OwnerWatch } from "../../machine/owner-watch.ts";
import type { Slot } from "../parts.ts";
import type { Emit } from "../events.ts";
import { pause } from "./pause.ts";
import type { Stop } from "./stop.ts";

/** The slots of a run, and the leases that keep their GPUs from other runs on this machine. */
export interface Slots {
  readonly slots: readonly Slot[];
  readonly leases: readonly Lease[];
}

export interface SlotRequest {
  readonly definition: Pick<Definition, "parallel" | "runPer">;
  readonly env: Environment;
  readonly leases: LeaseTaker;
  readonly owners: OwnerWatch;
  readonly emit: Emit;
  readonly stop: Stop;
}

const ASK_AGAIN_MS = 2000;

/**
 * Leases the GPUs that are free and divides them; waits where all of them are leased by other runs. No slot where the
 * run was stopped while it waited.
 */
export async function openSlots(request: SlotRequest): Promise<Slots> {
  const { definition, env, emit } = request;
  const list = await listGpus(env);
  const { gpus, warnings } = list;
  for (const text of warnings) emit({ kind: "warning", text });
  const leased = gpus.length === 0 ? { gpus, leases: [] } : await leaseGpus(request, gpus);
  if (leased === undefined) return { slots: [], leases: [] };
  const parallel = definition.runPer === "job" ? 1 : definition.parallel;
  const shares = divideGpus(leased.gpus, parallel);
  const leases = await releaseUnused(request, shares, leased);
  const slots = shares.map((share, place) => slotOf(place, share, { ...leased, list }));
  return { slots, leases };
}

/** Gives back what no slot has, and says so. Gives the leases that are left. */
async function releaseUnused(
  { emit }: Pick<SlotRequest, "emit">,
  shares: readonly (readonly Gpu[])[],
  { gpus, leases }: Leased,
): Promise<readonly Lease[]> {
  const used = new Set(shares.flat().map(({ lease }) => lease));
  const isUsed = (place: number): boolean => used.has(gpus[place]?.lease ?? "");
  const unused = leases.filter((_, place) => !isUsed(place));
  if (unused.length === 0) return leases;
  for (const lease of unused) await lease.release();
  const isSliced = gpus.some(({ isSlice }) => isSlice);
  const why = isSliced
    ? "CUDA gives a program one MIG slice at most"
    : `${gpus.length} cannot be divided evenly among ${plural(shares.length, "slot")}`;
  const text = `${unused.length} of ${gpus.length} ${isSliced ? "MIG slices" : "GPUs"} are not used: ${why}. With parallel: auto each has a slot.`;
  emit({ kind: "warning", text });
  return leases.filter((_, place) => isUsed(place));
}

function slotOf(
  place: number,
  share: readonly Gpu[],
  { gpus, leases, list }: Leased & { readonly list: GpuList },
): Slot {
  const name = `slot ${place + 1}`;
  if (share.length === 0)
    return { name, environment: {}, gpu: undefined, keepFor: () => undefined };
  const own = leases.filter((_, gpu) => share.some(({ lease }) => lease === gpus[gpu]?.lease));
  return {
    name,
    environment: gpuEnvironment(list, share),
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
  for (let isFirst = true; ; isFirst = false) {
    const answers = await askForAll(request, gpus);
    if (isFirst) tellOfHolders(request, answers);
    const leases = answers.filter((answer) => answer.kind === "lease");
    // A run of another container may be gone, and is asked for again until that is known.
    const isKnown = !answers.some((one) => one.kind === "held" && one.liveness === "unknown");
    const isStopped = request.stop.cause() !== undefined;
    if (leases.length > 0 && isKnown && !isStopped)
      return { gpus: gpus.filter((_, place) => answers[place]?.kind === "lease"), leases };
    for (const lease of leases) await lease.release();
    if (isStopped) return undefined;
    await pause(request.stop, ASK_AGAIN_MS);
  }
}

async function askForAll(
  { leases }: SlotRequest,
  gpus: readonly Gpu[],
): Promise<readonly (Lease | Held)[]> {
  const answers: (Lease | Held)[] = [];
  for (const gpu of gpus) answers.push(await acquireLease(leases, `gpu ${gpu.lease}`));
  return answers;
}

function tellOfHolders(
  { owners, leases, emit }: SlotRequest,
  answers: readonly (Lease | Held)[],
): void {
  const held = answers.filter((answer) => answer.kind === "held");
  if (held.length === 0) return;
  const names = [...new Set(held.map(({ owner }) => owners.nameOf(owner)))].join("; ");
  const isUnknown = held.some(({ liveness }) => liveness === "unknown");
  const rest =
    held.length < answers.length
      ? "This run goes on with the others."
      : "This run waits until one is free; stopping it loses nothing.";
  const next = isUnknown
    ? "Whether it lives is known after three minutes at most; this run waits for that."
    : rest;
  const verb = held.length === 1 ? "is" : "are";
  const text = `${held.length} of ${plural(answers.length, "GPU")} ${verb} leased by another run (${names}), as ${leases.folder} says. ${next}`;
  emit({ kind: "warning", text });
}
