import { PATIENCE_MS } from "./patience.ts";

/** Waits for a state of the world. @throws Where it never comes, with what did not come. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`${what}: it did not come`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
