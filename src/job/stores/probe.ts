import { resolve } from "node:path";
import { fileBucket } from "../../store/file/bucket.ts";
import { hasHardLinks } from "../../store/file/hard-links.ts";
import type { Definition } from "../../core/definition/fields.ts";
import { parseStoreAddress } from "../../core/definition/store-address.ts";
import { messageOf } from "../../core/text/problem.ts";
import type { Invocation } from "../invocation.ts";
import { bucketFolder } from "./file-store.ts";
import { openStore } from "./open-store.ts";

/** What a store does here. */
export type Probed =
  /** Nothing is kept between jobs. */
  | { readonly kind: "none" }
  /** Its folder is made by the first save. */
  | { readonly kind: "not-yet"; readonly label: string }
  | { readonly kind: "trouble"; readonly label: string; readonly cause: string }
  /** `isConditional`: of two machines that write one name at once, one is told so. */
  | { readonly kind: "works"; readonly label: string; readonly isConditional: boolean };

/** Asks the store of a definition, and writes and removes a small object where it is a folder. Throws nothing. */
export async function probeStore(invocation: Invocation, definition: Definition): Promise<Probed> {
  const { scheme, rest } = parseStoreAddress(definition.store);
  const label = definition.store;
  try {
    if (scheme === "file") return await probeFolder(invocation, label, rest);
    const store = await openStore(invocation, definition, false);
    if (store.kind === "none") return { kind: "none" };
    const [answer] = await store.find([{ shard: "doctor", match: NOBODYS, whole: NOBODYS }]);
    if (answer?.kind === "unavailable")
      return { kind: "trouble", label: store.label, cause: answer.cause };
    return { kind: "works", label: store.label, isConditional: true };
  } catch (error) {
    return { kind: "trouble", label, cause: messageOf(error) };
  }
}

/** No fingerprint is so. */
const NOBODYS = "0".repeat(64);

async function probeFolder(invocation: Invocation, label: string, rest: string): Promise<Probed> {
  const { disk, workspace } = invocation;
  const options = bucketFolder(invocation, rest);
  if (disk.stat(resolve(workspace, options.root)) === undefined) return { kind: "not-yet", label };
  const bucket = fileBucket(options);
  const key = `.donemark-doctor-${invocation.randomHex(8)}`;
  const source = { kind: "text", text: "doctor" } as const;
  try {
    const first = await bucket.putIfAbsent(key, source);
    const second = await bucket.putIfAbsent(key, source);
    const isKept = first === "stored" && second === "exists";
    return { kind: "works", label, isConditional: isKept && (await hasHardLinks(options)) };
  } finally {
    await bucket.delete([key]);
  }
}
