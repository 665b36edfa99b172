import { sha256OfList } from "../model/digest.ts";
import { PARTS, type Fingerprint, type Part } from "../model/fingerprint.ts";

/** Digest over exactly the named parts; `undefined` where one of them is unknown. */
export function matchOf(fingerprint: Fingerprint, parts: readonly Part[]): string | undefined {
  const texts: string[] = [];
  for (const part of PARTS.filter((candidate) => parts.includes(candidate))) {
    const value = fingerprint[part];
    if (!("digest" in value)) return undefined;
    texts.push(part, value.digest);
  }
  return sha256OfList(texts);
}
