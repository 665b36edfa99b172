import { explore, type Explored, type Known } from "./explore.ts";
import type { Log, Operation } from "./memory-disk.ts";
import { play, type Recorded } from "./record.ts";

/** The recorded operations with one fault in them. */
export interface Mutant {
  readonly kind: "dropped" | "swapped";
  readonly log: Log;
  /** Place in the log of the first difference. */
  readonly from: number;
  readonly first: Operation;
  /** Of a swapped pair, the one that comes first now. */
  readonly second?: Operation;
}

export type Fate =
  /** A state of the disk was wrong. */
  | { readonly kind: "caught"; readonly fault: string }
  /** The file system refuses what is left of it, and the code reports that. */
  | { readonly kind: "reported" }
  | { readonly kind: "survived"; readonly explored: Explored };

/** Each operation of Donemark dropped, and each swapped with the next one, also with one of the command. */
export function mutantsOf(log: Log): readonly Mutant[] {
  const operations = log.flatMap((item, place) =>
    item.kind === "operation" ? [{ item, place }] : [],
  );
  return operations.flatMap(({ item, place }, number) => {
    const next = operations[number + 1];
    const made: Mutant[] = [];
    if (item.by === "donemark") {
      made.push({ kind: "dropped", log: log.toSpliced(place, 1), from: place, first: item });
    }
    if (next !== undefined && (item.by === "donemark" || next.item.by === "donemark")) {
      const swapped = log.with(place, next.item).with(next.place, item);
      made.push({ kind: "swapped", log: swapped, from: place, first: item, second: next.item });
    }
    return made;
  });
}

/** What becomes of a mutant: its states are judged as those of the recorded log are. */
export async function fateOf(recorded: Recorded, mutant: Mutant, known: Known): Promise<Fate> {
  const { scenario, machine } = recorded;
  const { log, from } = mutant;
  const explored = await explore({ scenario, machine: machine(), log, known, from });
  if (explored.fault !== undefined) return { kind: "caught", fault: explored.fault };
  if (explored.refused !== undefined && (await isReported(recorded, explored.refused)))
    return { kind: "reported" };
  return { kind: "survived", explored };
}

/** Does the real code say so where this operation is refused in this way? */
async function isReported(
  { scenario, machine, log }: Recorded,
  { operation, code }: Required<Explored>["refused"],
): Promise<boolean> {
  const same = log.filter(
    (item) =>
      item.kind === "operation" && item.name === operation.name && item.path === operation.path,
  );
  let left = same.indexOf(operation);
  try {
    await play(scenario, machine(), (name, path) => {
      if (name !== operation.name || path !== operation.path) return;
      if (left === 0) throw Object.assign(new Error(`${code}: refused`), { code });
      left -= 1;
    });
    return false;
  } catch (error) {
    return error instanceof Error && error.message.includes(`${code}: refused`);
  }
}

/** For people: what was done, by the last names of the paths. */
export function describeMutant({ kind, first, second }: Mutant): string {
  const said = ({ name, path, by }: Operation): string =>
    `${by === "command" ? "the command's " : ""}${name} ${path}`;
  return second === undefined
    ? `${kind}: ${said(first)}`
    : `${kind}: ${said(first)} <-> ${said(second)}`;
}
