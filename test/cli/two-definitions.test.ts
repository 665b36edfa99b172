import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readRun, workspace } from "../fixtures/cli/workspace.ts";

const IDS = Array.from({ length: 12 }, (_, n) => `s${n}`);

/** Each shard says whose it is, waits until the other definition has started one too, and leaves a broken file. */
const command = (own: string, other: string): string =>
  `echo "$SHARD_ID of ${own}" >&2; touch "at/${own}"; ` +
  `until [ -e "at/${other}" ]; do sleep 0.05; done; ` +
  `i=0; while [ $i -lt 200 ]; do echo "$SHARD_ID of ${own}"; i=$((i+1)); done; echo '{"a":' > "$SHARD_CHECKPOINT"`;

test("two definitions with the same ids that run at once share no log, record or history", async () => {
  const here = workspace();
  here.write("at/.keep");
  const define = (own: string, other: string): void => {
    const text = { shards: JSON.stringify(IDS), checkpoint: `${own}/{id}.json`, shell: "sh" };
    const rules = { command: command(own, other), parallel: 4, "max-failures": 0 };
    here.write(`${own}.yml`, JSON.stringify({ ...text, ...rules }));
  };
  define("one", "two");
  define("two", "one");
  const runs = ["one", "two"].map((name) => here.start(["run", "--json", `--config=${name}.yml`]));
  const ends = await Promise.all(runs.map(({ ended }) => ended));
  for (const ended of ends) expect(readRun(ended)).toMatchObject({ total: 12, failed: 12 });
  const folders = here.names(".donemark/logs");
  expect(folders).toHaveLength(2);
  for (const [place, folder] of folders.entries()) {
    const own = ["one", "two"][place] ?? "";
    expect(folder).toMatch(new RegExp(`^${own}_`));
    expect(here.names(`.donemark/logs/${folder}`)).toHaveLength(IDS.length);
    for (const id of IDS)
      expect(here.read(`.donemark/logs/${folder}/${id}.1.log`)).toBe(
        `${id} of ${own}\n`.repeat(201),
      );
  }
  const bad = here.lines(".donemark/failed.jsonl").map((line): unknown => JSON.parse(line));
  const expected = IDS.flatMap((id) => [`one/${id}.json`, `two/${id}.json`]);
  expect(bad.map((one) => Reflect.get(Object(one), "path")).toSorted()).toEqual(
    expected.toSorted(),
  );
  const history = here.names(".donemark").find((name) => name.startsWith("history-")) ?? "";
  const noted = readFileSync(here.path(".donemark", history), "utf8").split("\n").filter(Boolean);
  const paths = noted
    .map((line): unknown => JSON.parse(line))
    .filter((one) => typeof one === "string");
  expect(paths.toSorted()).toEqual(expected.toSorted());
});
