import { sha256 as sha256InScript } from "@noble/hashes/sha2.js";
import { nodeCrypto } from "./node-crypto.ts";

/** A short command hashes a dozen texts of a few hundred bytes: up to here a library of plain JavaScript does it. */
const FEW_BYTES = 16 * 1024;

let hashed = 0;
let crypto: ReturnType<typeof nodeCrypto> | undefined;

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  if (crypto !== undefined) return crypto.hash("sha256", data, "hex");
  hashed += data.length;
  if (hashed > FEW_BYTES) {
    crypto = nodeCrypto();
    return crypto.hash("sha256", data, "hex");
  }
  const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data;
  return Buffer.from(sha256InScript(bytes)).toString("hex");
}

/** SHA-256 over a list of texts, in order; where one ends and the next begins counts. */
export function sha256OfList(texts: readonly string[]): string {
  return sha256(JSON.stringify(texts));
}

export function isSha256(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
