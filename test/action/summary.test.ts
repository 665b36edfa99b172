import { expect, test } from "vitest";
import { createRunner } from "./runner.ts";

const INPUTS = { checkpoint: "out/{id}.json", store: "none" };

/** The cells of each row of the tables in a text. */
function rowsOf(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** What a browser shows of a text that holds no tags but `<code>`. */
function shown(html: string): string {
  return html
    .replaceAll(/<\/?code>/g, "")
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

test("a summary has both counts, each reason, and what did not go well", async () => {
  const runner = createRunner({ "in/a.txt": "", "in/b.txt": "", "in/c.txt": "", "in/d.txt": "" });
  const inputs = {
    ...INPUTS,
    shards: "in/*.txt",
    command: '[ "$SHARD_ID" != c ] || exit 5\necho "{}" > "$SHARD_CHECKPOINT"',
  };
  await runner.main({ inputs: { ...inputs, only: "a" } }).ended;
  const { summary } = await runner.main({ inputs }).ended;
  expect(summary).toMatch(/^### ❌ 3 of 4 shards complete\n/);
  const [head, , counts, reasonHead, , ...rest] = rowsOf(summary);
  expect(Object.fromEntries((head ?? []).map((name, at) => [name, counts?.[at]]))).toEqual({
    complete: "3",
    skipped: "1",
    ran: "2",
    resumed: "0",
    failed: "1",
    blocked: "0",
    remaining: "1",
  });
  expect(reasonHead).toEqual(["decision", "reason", "shards"]);
  expect(rest.slice(0, 2)).toEqual(
    expect.arrayContaining([
      ["run", "new", "3"],
      ["skip", "done", "1"],
    ]),
  );
  const failed = rest.find(([id]) => id === "<code>c</code>") ?? [];
  expect(failed.map(shown)).toEqual([
    "c",
    "failed",
    "new: the command ended with exit code 5",
    expect.any(String),
    "1",
  ]);
  expect(summary).toContain("\ndonemark run --only=c\n```\n");
});

test("two steps of a job have a summary each, and a run with nothing to do has one too", async () => {
  const runner = createRunner({ "in/a.txt": "" });
  const inputs = { ...INPUTS, shards: "in/*.txt", command: 'echo "{}" > "$SHARD_CHECKPOINT"' };
  await runner.main({ inputs }).ended;
  const { summary } = await runner.main({ inputs }).ended;
  expect(summary).toMatch(/^### ✅ 1 of 1 shard complete\n/);
  expect(summary.endsWith("\n")).toBe(true);
});

test("no id is Markdown, HTML or the end of a cell in a summary", async () => {
  const ids = [
    "<img src=x onerror=alert(1)>",
    "| a | b |",
    "`x` ```",
    "[x](http:",
    "](http:x)",
    "**x** _y_ ~~z~~",
    "<!--",
    "</code></details>",
    "# x",
    "&lt;b&gt;",
    "@octocat",
    ":rocket:",
    "$x$ \\(x\\)",
  ];
  const runner = createRunner({ sound: ids.toSorted().slice(0, 6).join("\n") });
  const inputs = {
    ...INPUTS,
    shards: JSON.stringify(ids.map((id) => ({ id }))),
    command: 'grep -qxF -e "$SHARD_ID" sound || exit 3; echo "{}" > "$SHARD_CHECKPOINT"',
    "max-failures": "0",
  };
  const { summary, log, outputs } = await runner.main({ inputs }).ended;
  const failed: string[] = JSON.parse(outputs["failed-ids"] ?? "");
  expect({ failed, log }).toMatchObject({ failed: { length: 7 } });
  const [tables = "", again = ""] = summary.split("```sh\n");
  const rows = rowsOf(tables).filter(([cell]) => cell?.startsWith("<code>"));
  expect(rows.map(([id]) => shown(id ?? "")).toSorted()).toEqual(ids.toSorted());
  for (const row of rows) expect(row).toHaveLength(5);
  const text = rows.map(([id]) => (id ?? "").replaceAll(/<\/?code>/g, "")).join("\n");
  expect(text.replaceAll(/&(#\d+|lt|gt|amp);/g, "")).not.toMatch(/[<>&|`[\]()*_~\\@:$!#]/);
  // Inside a fence nothing is markup; it ends at the first line of backticks alone.
  const [fenced = "", rest = ""] = again.split(/^```$/m);
  expect(fenced.trimEnd().split("\n")).toEqual(
    failed.map((id) => `donemark run --only=${id === "@octocat" ? id : `'${id}'`}`),
  );
  expect(rest.trim()).toBe("");
});
