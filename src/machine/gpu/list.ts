import type { Environment } from "../../core/definition/environment.ts";
import { amdGpus, namesAmdGpus } from "./amd.ts";
import { DRIVER_FOLDERS, NO_GPUS, type DriverFolders, type GpuList } from "./gpu.ts";
import { gpusOfContainer, gpusOfDriver, gpusOfVariable } from "./nvidia.ts";
import { askDriver } from "./nvidia-smi.ts";

/**
 * The GPUs that this process may use: those of `CUDA_VISIBLE_DEVICES` where it is set (empty or `-1` is none), else all
 * that `nvidia-smi` knows, else those of the container, else those of AMD.
 */
export async function listGpus(
  env: Environment,
  folders: DriverFolders = DRIVER_FOLDERS,
): Promise<GpuList> {
  const visible = env["CUDA_VISIBLE_DEVICES"];
  if (visible !== undefined && gpusOfVariable(visible, []).gpus.length === 0) return NO_GPUS;
  const answer = await askDriver(env);
  const installed = answer.kind === "listed" ? answer.installed : [];
  const warnings = answer.kind === "failed" ? [answer.why] : [];
  if (visible !== undefined && (installed.length > 0 || !namesAmdGpus(env))) {
    const list = gpusOfVariable(visible, installed);
    return { ...list, warnings: [...warnings, ...list.warnings] };
  }
  if (installed.length > 0) return gpusOfDriver(installed);
  const container = answer.kind === "not-there" ? gpusOfContainer(env, folders) : NO_GPUS;
  if (container.gpus.length > 0) return container;
  const amd = amdGpus(env, folders);
  return { ...amd, warnings: [...warnings, ...container.warnings, ...amd.warnings] };
}
