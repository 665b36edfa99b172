import type { Environment } from "../../core/definition/environment.ts";
import { plural } from "../../core/text/text.ts";
import { namesIn, textOf } from "./files.ts";
import type { DriverFolders, Gpu, GpuList } from "./gpu.ts";
import type { InstalledGpu } from "./nvidia-smi.ts";
import { join } from "node:path";

/** All GPUs that `nvidia-smi` knows, by index; the slices of a divided one, by UUID. */
export function gpusOfDriver(installed: readonly InstalledGpu[]): GpuList {
  const gpus = installed.flatMap(({ index, uuid, slices }): readonly Gpu[] =>
    slices.length > 0 ? slices.map(sliceOf) : [{ value: String(index), lease: uuid.toLowerCase() }],
  );
  return { gpus, variable: "CUDA_VISIBLE_DEVICES", isPciOrder: true, warnings: [] };
}

/**
 * The GPUs of `CUDA_VISIBLE_DEVICES`, as they are named there: indexes, UUIDs or beginnings of them, MIG UUIDs.
 * An index counts as `nvidia-smi` counts, which is as CUDA does where all GPUs are of one kind.
 */
export function gpusOfVariable(visible: string, installed: readonly InstalledGpu[]): GpuList {
  const gpus = visibleEntries(visible).map((value): Gpu => {
    const { lease, isDivided } = identityOf(value, installed);
    const isSlice = isDivided || /^MIG-/i.test(value);
    return { value, lease, ...(isSlice && { isSlice }) };
  });
  const divided = gpus.filter(({ value }) => identityOf(value, installed).isDivided);
  const warnings = divided.map(
    ({ value }) =>
      `CUDA_VISIBLE_DEVICES names GPU ${value}, which is divided into MIG slices: a program sees the first of them alone. Name the slices by UUID (\`nvidia-smi -L\`), or leave the variable out.`,
  );
  return { gpus: distinct(gpus), variable: "CUDA_VISIBLE_DEVICES", warnings };
}

/** CUDA reads the entries up to the first one that it does not understand: `0,-1,1` is GPU 0 alone. */
function visibleEntries(visible: string): readonly string[] {
  const entries = visible.split(",").map((entry) => entry.trim());
  const end = entries.findIndex((entry) => !/^(\d+|(GPU|MIG)-[\w/-]+)$/i.test(entry));
  return end === -1 ? entries : entries.slice(0, end);
}

function identityOf(
  value: string,
  installed: readonly InstalledGpu[],
): { readonly lease: string; readonly isDivided: boolean } {
  const name = value.toLowerCase();
  const known = /^\d+$/.test(name)
    ? installed.filter(({ index }) => index === Number(name))
    : installed.filter(({ uuid }) => uuid.toLowerCase().startsWith(name));
  const [gpu] = known.length === 1 ? known : [];
  if (gpu === undefined)
    return { lease: /^\d+$/.test(name) ? `index-${Number(name)}` : name, isDivided: false };
  const [first] = gpu.slices;
  return { lease: (first ?? gpu.uuid).toLowerCase(), isDivided: first !== undefined };
}

/**
 * The GPUs of a machine or container without `nvidia-smi`: those whose device is in `/dev`, and those that
 * `NVIDIA_VISIBLE_DEVICES` names. In a container CUDA counts the visible ones from 0, whatever they are on the host.
 */
export function gpusOfContainer(env: Environment, folders: DriverFolders): GpuList {
  const named = namedInContainer(env["NVIDIA_VISIBLE_DEVICES"]);
  const there = devices(folders);
  const list = { variable: "CUDA_VISIBLE_DEVICES", isPciOrder: true, warnings: [] } as const;
  if (named === "none") return { ...list, gpus: [] };
  if (named === "all" || (there.length > 0 && there.length <= named.length))
    return { ...list, gpus: there };
  const slices = named.filter((entry) => /^MIG-/i.test(entry));
  if (slices.length > 0) return { ...list, gpus: distinct(slices.map(sliceOf)) };
  if (named.some((entry) => !/^(\d+|GPU-[\w-]+)$/i.test(entry))) {
    const text = `NVIDIA_VISIBLE_DEVICES names ${plural(named.length, "GPU")} in a way that CUDA does not take: they are not divided among slots.`;
    return { ...list, gpus: [], warnings: [text] };
  }
  // More devices than names: all are visible to CUDA, and the names say which of them are meant.
  const chosen = there.filter(({ value, lease }) => isNamed(named, value, lease));
  if (chosen.length > 0) return { ...list, gpus: chosen };
  return { ...list, gpus: distinct(named.map(positionOf)) };
}

/** `all` where it says nothing. */
function namedInContainer(given: string | undefined): "none" | "all" | readonly string[] {
  const text = given?.trim() ?? "";
  if (text === "" || text === "all") return "all";
  if (text === "none" || text === "void") return "none";
  return text.split(",").map((entry) => entry.trim());
}

function isNamed(named: readonly string[], value: string, lease: string): boolean {
  return named.some((entry) => entry === value || lease.startsWith(entry.toLowerCase()));
}

function positionOf(entry: string, place: number): Gpu {
  const lease = /^\d+$/.test(entry) ? `index-${Number(entry)}` : entry.toLowerCase();
  return { value: String(place), lease };
}

/** The GPUs with a device, in the order of the bus where the driver tells it. */
function devices({ dev, nvidia }: DriverFolders): readonly Gpu[] {
  const minors = namesIn(dev)
    .flatMap((name) => /^nvidia(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
  const uuids = new Map(
    namesIn(nvidia)
      .toSorted()
      .flatMap((name) => {
        const text = textOf(join(nvidia, name, "information"));
        const [, uuid] = /^GPU UUID:\s*(GPU-[\w-]{1,100})\s*$/im.exec(text) ?? [];
        const [, minor] = /^Device Minor:\s*(\d+)\s*$/im.exec(text) ?? [];
        return uuid === undefined || minor === undefined ? [] : [[Number(minor), uuid] as const];
      }),
  );
  const onBus = [...uuids.keys()].filter((minor) => minors.includes(minor));
  const order = onBus.length === minors.length ? onBus : minors;
  return order.map((minor, place) => ({
    value: String(place),
    lease: uuids.get(minor)?.toLowerCase() ?? `index-${minor}`,
  }));
}

function sliceOf(uuid: string): Gpu {
  return { value: uuid, lease: uuid.toLowerCase(), isSlice: true };
}

function distinct(gpus: readonly Gpu[]): readonly Gpu[] {
  return [...new Map(gpus.map((gpu) => [gpu.lease, gpu])).values()];
}
