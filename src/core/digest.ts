import { hash } from "node:crypto";

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  return hash("sha256", data, "hex");
}

/** SHA-256 over a list of texts, in order; where one ends and the next begins counts. */
export function sha256OfList(texts: readonly string[]): string {
  return sha256(JSON.stringify(texts));
}

export function isSha256(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
