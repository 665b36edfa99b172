export interface Gpu {
  /** What names it in a variable: as it was found there, else its index, or the UUID of a MIG slice. */
  readonly value: string;
  /** Names it for leases: its UUID where that is known. It does not depend on how the GPU was named. */
  readonly lease: string;
  /** A slice of a GPU, of which CUDA gives a program one at most. */
  readonly isSlice?: true;
}

export interface GpuList {
  readonly gpus: readonly Gpu[];
  /** The variable by which a command is given some of them. */
  readonly variable: "CUDA_VISIBLE_DEVICES" | "HIP_VISIBLE_DEVICES" | "ROCR_VISIBLE_DEVICES";
  /** The indexes count as the driver counts: CUDA has to be told so. */
  readonly isPciOrder?: true;
  /** Why GPUs that seem to be there are not used, as sentences. */
  readonly warnings: readonly string[];
}

export const NO_GPUS: GpuList = { gpus: [], variable: "CUDA_VISIBLE_DEVICES", warnings: [] };

/** Where the drivers show their GPUs. */
export interface DriverFolders {
  readonly dev: string;
  /** One folder for each NVIDIA GPU, named by its place on the bus. */
  readonly nvidia: string;
  /** One folder for each AMD GPU and processor. */
  readonly kfd: string;
}

export const DRIVER_FOLDERS: DriverFolders = {
  dev: "/dev",
  nvidia: "/proc/driver/nvidia/gpus",
  kfd: "/sys/class/kfd/kfd/topology/nodes",
};
