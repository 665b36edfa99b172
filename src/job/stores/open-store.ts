import type { Definition } from "../../core/definition/fields.ts";
import { parseStoreAddress, type StoreScheme } from "../../core/definition/store-address.ts";
import { noStore } from "../../store/none.ts";
import type { Store } from "../../store/store.ts";
import type { Invocation } from "../invocation.ts";

export interface StoreRules {
  /** The definition's own name. */
  readonly name: string;
  /** What the address says behind its colon. */
  readonly rest: string;
  /** Does the command only look? A list of caches is enough for that, without a cache service. */
  readonly looksOnly: boolean;
}

type Opener = (invocation: Invocation, rules: StoreRules) => Promise<Store>;

/** All stores. CONTRIBUTING.md lists what a new one touches. */
const OPENERS: Readonly<Record<StoreScheme, Opener>> = {
  none: () => Promise.resolve(noStore),
  auto: openAuto,
  github: async (invocation, rules) => {
    const { openGithubStore } = await import("./github-store.ts");
    return openGithubStore(invocation, rules);
  },
  file: async (invocation, { name, rest }) => {
    const { openFileStore } = await import("./file-store.ts");
    return openFileStore(invocation, name, rest);
  },
};

/** The store of a definition. @throws {UserError} where this step cannot have it. */
export function openStore(
  invocation: Invocation,
  definition: Definition,
  looksOnly: boolean,
): Promise<Store> {
  const { scheme, rest } = parseStoreAddress(definition.store);
  const name = storeName(invocation, definition);
  return OPENERS[scheme](invocation, { name, rest, looksOnly });
}

/** In a workflow GitHub's cache where the runner has it, on a terminal the disk itself. */
async function openAuto(invocation: Invocation, { name }: StoreRules): Promise<Store> {
  if (invocation.surface !== "actions") return noStore;
  const { openGithubStoreIfAny } = await import("./github-store.ts");
  const found = openGithubStoreIfAny(invocation, name);
  if (found !== undefined) return found;
  invocation.reporter.warn(
    "store is auto, and this runner has no cache service: checkpoints and markers stay on this runner. " +
      'Set store to "none" if that is meant, or to "file:<folder>" on a disk that the runners share.',
  );
  return noStore;
}

/** The same on every machine: the name given, or the repository and the checkpoint's template. */
function storeName({ env }: Invocation, { name, checkpoint }: Definition): string {
  if (name !== undefined) return name;
  const repository = env["GITHUB_REPOSITORY"] ?? "";
  return `${repository} ${checkpoint}`.trim();
}
