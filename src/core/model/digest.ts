import { sha256 as sha256InScript } from "@noble/hashes/sha2.js";
import { nodeCrypto } from "./node-crypto.ts";

/** Up to this many bytes a process hashes in plain JavaScript: loading Node's own library costs a short command more. */
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

/** SHA-256 over a list of texts, in order. Two lists with the same joined text have different digests. */
export function sha256OfList(texts: readonly string[]): string {
  return sha256(JSON.stringify(texts));
}

export function isSha256(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
