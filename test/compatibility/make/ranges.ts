import { join } from "node:path";
import { keepJson } from "./keep.ts";
import { openTerminal } from "./terminal.ts";

/** A job whose list of ids is too long for a matrix: `plan` names its places in the list of all shards. */
export interface KeptRange {
  readonly definition: Readonly<Record<string, string>>;
  readonly only: string;
  /** The number of the first shard, and how many there are. */
  readonly first: number;
  readonly count: number;
}

const DEFINITION = { shards: "30000", checkpoint: "out/{id}", command: "true", name: "long" };

/** What `plan` hands on of thirty thousand shards. */
export async function ranges(folder: string): Promise<void> {
  const here = openTerminal({});
  const flags = Object.entries(DEFINITION).map(([name, value]) => `--${name}=${value}`);
  const plan = await here.donemark(["plan", "--json", "--max-jobs", "2", ...flags]);
  const {
    matrix,
  }: { readonly matrix: { readonly include: readonly { readonly only: string }[] } } = JSON.parse(
    plan.stdout,
  );
  const only = matrix.include[1]?.only ?? "";
  const status = await here.donemark(["status", "--json", ...flags, "--only", only]);
  const { shards }: { readonly shards: readonly { readonly id: string }[] } = JSON.parse(
    status.stdout,
  );
  const [first] = shards;
  const range: KeptRange = {
    definition: DEFINITION,
    only,
    first: Number(first?.id),
    count: shards.length,
  };
  keepJson(join(folder, "ranges.json"), range);
}
