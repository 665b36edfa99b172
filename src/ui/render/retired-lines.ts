import type { RetiredSlots } from "../../run/results.ts";

/** Names slots that get no more shards, with the reason and what to look at. */
export function retiredLine({ slots, gpu, failures }: RetiredSlots): string {
  return `${slots.join(", ")} (GPU ${gpu}) gets no more shards: ${failures} in a row failed there, and the same shards succeed elsewhere. Look at that GPU.`;
}
