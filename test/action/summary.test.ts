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

test("a summary begins with what failed, by its causes, with the last lines of a log as they were printed", async () => {
  const runner = createRunner({});
  const inputs = {
    ...INPUTS,
    shards: "300",
    checkpoint: "out/{id}.json",
    command: `[ "$SHARD_INDEX" -lt 4 ] && { seq 9; echo "  </pre><b> *x* ::error::y"; exit "$((3 + SHARD_INDEX / 3))"; }
echo "{}" > "$SHARD_CHECKPOINT"`,
    "max-failures": "0",
  };
  const { summary } = await runner.main({ inputs }).ended;
  const alike = summary.indexOf(
    "#### ❌ 3 shards failed alike: the command ended with exit code 3",
  );
  const other = summary.indexOf(
    "#### ❌ <code>0003</code> failed: the command ended with exit code 4",
  );
  expect([alike > 0, other > alike, summary.indexOf("| decision |") > other]).toEqual([
    true,
    true,
    true,
  ]);
  expect(summary).toContain("<code>0000</code>, <code>0001</code>, <code>0002</code>\n");
  const tail = /<pre>\n([^]*?)\n<\/pre>/.exec(summary)?.[1] ?? "";
  expect(tail).toBe("6\n7\n8\n9\n  &lt;/pre&gt;&lt;b&gt; *x* ::error::y");
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
  const [before = "", again = ""] = summary.split("```sh\n");
  // Inside a fence nothing is markup; it ends at the first line of backticks alone.
  const [fenced = "", after = ""] = again.split(/^```$/m);
  const rows = rowsOf(before + after).filter(([cell]) => cell?.startsWith("<code>"));
  expect(rows.map(([id]) => shown(id ?? "")).toSorted()).toEqual(ids.toSorted());
  for (const row of rows) expect(row).toHaveLength(5);
  const text = rows.map(([id]) => (id ?? "").replaceAll(/<\/?code>/g, "")).join("\n");
  expect(text.replaceAll(/&(#\d+|lt|gt|amp);/g, "")).not.toMatch(/[<>&|`[\]()*_~\\@:$!#]/);
  expect(fenced.trimEnd().split("\n")).toEqual(
    failed.map((id) => `donemark run --only=${id === "@octocat" ? id : `'${id}'`}`),
  );
  const named = before.split("\n").find((line) => line.startsWith("<code>")) ?? "";
  expect(
    named
      .split(", ")
      .map((one) => shown(one))
      .toSorted(),
  ).toEqual(failed.toSorted());
});
