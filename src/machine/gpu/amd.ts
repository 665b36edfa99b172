import { join } from "node:path";
import type { Environment } from "../../core/definition/environment.ts";
import { namesIn, textOf } from "./files.ts";
import type { DriverFolders, Gpu, GpuList } from "./gpu.ts";

/**
 * The AMD GPUs that this process may use. A command is given some of them by one variable alone: `HIP_VISIBLE_DEVICES`
 * counts among those that `ROCR_VISIBLE_DEVICES` leaves, so that with both a GPU would be left out twice.
 */
export function amdGpus(env: Environment, folders: DriverFolders): GpuList {
  const installed = devices(folders);
  const outer = chosen(env["ROCR_VISIBLE_DEVICES"], installed);
  const hip = env["HIP_VISIBLE_DEVICES"];
  if (hip !== undefined)
    return {
      variable: "HIP_VISIBLE_DEVICES",
      gpus: chosen(hip, outer ?? installed) ?? [],
      warnings: [],
    };
  return { variable: "ROCR_VISIBLE_DEVICES", gpus: outer ?? installed, warnings: [] };
}

export function namesAmdGpus(env: Environment): boolean {
  return [env["HIP_VISIBLE_DEVICES"], env["ROCR_VISIBLE_DEVICES"]].some((one) => one !== undefined);
}

/** The entries of a variable, in their own form, up to the first one that is no GPU; `undefined` where it is not set. */
function chosen(visible: string | undefined, among: readonly Gpu[]): readonly Gpu[] | undefined {
  if (visible === undefined) return undefined;
  const entries = visible.split(",").map((entry) => entry.trim());
  const end = entries.findIndex((entry) => !/^(\d+|GPU-[\w-]+)$/i.test(entry));
  const gpus = (end === -1 ? entries : entries.slice(0, end)).map((value): Gpu => {
    const known = /^\d+$/.test(value)
      ? among[Number(value)]?.lease
      : among.find(({ lease }) => lease === value.toLowerCase())?.lease;
    return {
      value,
      lease: known ?? (/^\d+$/.test(value) ? `amd-index-${Number(value)}` : value.toLowerCase()),
    };
  });
  return [...new Map(gpus.map((gpu) => [gpu.lease, gpu])).values()];
}

/** The GPUs of the kernel's list whose device is there, in its order: containers hide devices, and not the list. */
function devices({ dev, kfd }: DriverFolders): readonly Gpu[] {
  const nodes = namesIn(kfd).toSorted((a, b) => Number(a) - Number(b));
  const rendering = new Set(namesIn(join(dev, "dri")));
  const gpus = nodes.flatMap((node) => {
    const properties = propertiesOf(textOf(join(kfd, node, "properties")));
    const isGpu = (properties.get("simd_count") ?? "0") !== "0";
    const isThere = rendering.has(`renderD${properties.get("drm_render_minor") ?? ""}`);
    return isGpu && isThere ? [properties.get("unique_id") ?? "0"] : [];
  });
  return gpus.map((id, place) => ({
    value: String(place),
    lease: id === "0" ? `amd-index-${place}` : `gpu-${BigInt(id).toString(16).padStart(16, "0")}`,
  }));
}

/** Lines of a name and a number. */
function propertiesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/^(\w+) (\d+)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}
