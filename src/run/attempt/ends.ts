/** What programs print when the memory of a GPU is not enough. */
const GPU_MEMORY =
  /CUDA out of memory|CUDA_ERROR_OUT_OF_MEMORY|cudaErrorMemoryAllocation|CUBLAS_STATUS_ALLOC_FAILED|hipErrorOutOfMemory|HIP out of memory|RESOURCE_EXHAUSTED|OutOfMemoryError|ResourceExhaustedError|failed to allocate memory on device/i;

/** What programs and shells print when the memory of the machine is not enough. */
const MEMORY =
  /\bMemoryError\b|std::bad_alloc|Cannot allocate memory|OutOfMemoryException|java heap space|oom-kill|\bKilled$/im;

const KILLED = 137;

/** Was memory the cause of a failure, as far as its exit code and its last lines tell? */
export function isOutOfMemory(code: number, logTail: string): boolean {
  return code === KILLED || GPU_MEMORY.test(logTail) || MEMORY.test(logTail);
}

const CAUSES: Readonly<Record<number, string>> = {
  126: "it was found and may not be executed. Give the file the right to run (chmod +x), or name its interpreter",
  127: "a program was not found. See in the log which one, and install it on this runner or add its folder to PATH",
  134: "as after a failed assertion or a full memory; the last lines of its log say more",
  135: "as when a mapped file became shorter or /dev/shm is full; give a container more with --shm-size",
  136: "it computed what the processor cannot, such as a division by zero",
  132: "it used an instruction that this processor does not have; it was built for another one",
  137: "most often because the memory of the machine or container was used up. Run fewer at once (parallel), make its batches smaller or its inputs shorter, or take a larger machine",
  139: "a fault in native code, often of libraries, a driver or a GPU that do not fit together",
  143: "Donemark did not send it; something else on the machine stops the command",
};

const GPU_REMEDY =
  "its log says that the memory of the GPU was used up. Make its batches smaller or its inputs shorter, run fewer on one GPU (parallel), or take a larger GPU";
const MEMORY_REMEDY =
  "its log says that the memory of the machine or container was used up. Run fewer at once (parallel), make its batches smaller or its inputs shorter, or take a larger machine";

/** The likely cause of a failure and what helps, as the end of a sentence; `undefined` where nothing is known. */
export function explainEnd(code: number, logTail: string): string | undefined {
  if (GPU_MEMORY.test(logTail)) return GPU_REMEDY;
  if (MEMORY.test(logTail)) return MEMORY_REMEDY;
  return CAUSES[code];
}
