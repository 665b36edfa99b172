import { join } from "node:path";
import { keepTree } from "./keep.ts";
import { openTerminal } from "./terminal.ts";

/** How `fingerprint-text` stands in each config file. That version took a number for its text after it was read. */
const TEXTS: Readonly<Record<string, string>> = {
  whole: "3",
  negative: "-7",
  decimal: "2.5",
  small: "0.001",
  truth: "true",
  quoted: '"1.10"',
  zero: "1.10",
  power: "1e3",
  hexadecimal: "0x10",
  long: "12345678901234567890",
};

/** Finished shards of definitions whose text is a number. */
export async function numbers(folder: string): Promise<void> {
  const configs = Object.entries(TEXTS).map(([name, text]) => [
    `${name}.yml`,
    [
      `name: ${name}`,
      "shards: [{id: a}, {id: b}]",
      `checkpoint: ${name}/{id}.txt`,
      'command: echo "$SHARD_ID" > "$SHARD_CHECKPOINT"',
      "shell: sh",
      `fingerprint-text: ${text}`,
      "",
    ].join("\n"),
  ]);
  const here = openTerminal(Object.fromEntries(configs));
  for (const name of Object.keys(TEXTS)) await here.donemark(["run", "--config", `${name}.yml`]);
  keepTree(here.folder, join(folder, "numbers"));
}
