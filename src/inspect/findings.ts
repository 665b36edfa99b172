import type { Findings } from "./inspection.ts";

export function unknown(why: string): Findings {
  return { structure: "unknown", why };
}

export function truncated(why: string): Findings {
  return { structure: "truncated", why };
}

export function damaged(why: string): Findings {
  return { structure: "damaged", why };
}
