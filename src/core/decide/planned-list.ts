import { plural } from "../text/text.ts";
import { digestOfIds } from "./select.ts";

type Ids = readonly { readonly id: string }[];

/** The list of all shards of a plan, as its definition hands it on: how many, and their digest. */
export function formatPlanned(shards: Ids): string {
  return `${shards.length}/${digestOfIds(shards.map(({ id }) => id))}`;
}

/** How the shards differ from those of a plan, in words; `undefined` where they are the same. */
export function findOtherList(planned: string, shards: Ids): string | undefined {
  if (planned === formatPlanned(shards)) return undefined;
  const [count = ""] = planned.split("/");
  const before = /^\d{1,7}$/.test(count) ? plural(Number(count), "shard") : "other shards";
  return (
    `The shards are not those of the plan: it had ${before}, and here ${shards.length === 1 ? "is" : "are"} ${plural(shards.length, "shard")}` +
    `${count === String(shards.length) ? " with other ids" : ""}. An input has vanished or come since. ` +
    "Bring the inputs of the plan to this job, or plan again."
  );
}
