import type { Gpu, GpuList } from "./gpu.ts";

/**
 * Gives each of `parallel` slots its GPUs: ⌊G/P⌋ neighbours each, of MIG slices one at most, or one GPU to several slots
 * in turn where there are more slots than GPUs. `auto` is a slot for each GPU, or a single one without.
 */
export function divideGpus(
  gpus: readonly Gpu[],
  parallel: number | "auto",
): readonly (readonly Gpu[])[] {
  const slots = parallel === "auto" ? Math.max(1, gpus.length) : parallel;
  const most = gpus.some(({ isSlice }) => isSlice) ? 1 : gpus.length;
  const each = Math.min(Math.floor(gpus.length / slots), most);
  return Array.from({ length: slots }, (_, slot) => {
    if (each > 0) return gpus.slice(slot * each, (slot + 1) * each);
    const turn = slot % gpus.length;
    return gpus.slice(turn, turn + 1);
  });
}

/** The variables that make a program see these GPUs alone; none where they are all that it sees anyway. */
export function gpuEnvironment(
  { gpus, variable, isPciOrder }: GpuList,
  share: readonly Gpu[],
): Readonly<Record<string, string>> {
  if (share.length === gpus.length) return {};
  return {
    [variable]: share.map(({ value }) => value).join(","),
    ...(isPciOrder === true && { CUDA_DEVICE_ORDER: "PCI_BUS_ID" }),
  };
}
