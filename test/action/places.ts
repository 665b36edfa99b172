import type { CacheService } from "../cache-service/service.ts";
import { temporaryFolder } from "../helpers/program.ts";

export type Values = Readonly<Record<string, string>>;

/** How jobs reach a store. */
export interface Place {
  readonly inputs: Values;
  readonly env: Values;
}

const DEFINITION = { shards: "in/*.txt", checkpoint: "out/{id}.txt", parallel: "2" };

/** The three ways in which a store is seen: a directory, GitHub's cache by its list, and by look-ups alone. */
const STORES: Readonly<Record<string, (service: CacheService) => Place>> = {
  "a directory": () => ({
    inputs: { store: `file:${temporaryFolder("donemark-store-")}` },
    env: {},
  }),
  "GitHub's cache by its list": (service) => {
    const env = service.env({ token: "write" });
    return { inputs: { store: "github", "github-token": env["GITHUB_TOKEN"] ?? "" }, env };
  },
  "GitHub's cache by look-ups": (service) => ({
    inputs: { store: "github" },
    env: service.env(),
  }),
};

export const PLACES = Object.keys(STORES);

let serial = 0;

/** A store of this kind under a name that no other test has. */
export function openPlace(service: CacheService, store: string): Place {
  serial += 1;
  const place = STORES[store]?.(service);
  if (place === undefined) throw new Error(`expected a store, got ${store}`);
  return { ...place, inputs: { ...DEFINITION, ...place.inputs, name: `place ${serial}` } };
}
