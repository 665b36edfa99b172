import { expect, test } from "vitest";
import { decisions, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

const IDS = ["a", "b", "c", "d"];

/** Shards that are all done; a shard waits for ever where `wait` names it. */
async function finished(): Promise<Workspace> {
  const here = workspace();
  for (const id of IDS) here.write(`in/${id}`, id);
  here.define({
    shards: "in/*",
    checkpoint: "out/{id}",
    shell: "sh",
    parallel: 1,
    command: [
      'echo "$SHARD_ID" >> ran',
      'if grep -qx "$SHARD_ID" wait 2>/dev/null; then touch waiting; exec sleep 600; fi',
      'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
    ].join("\n"),
  });
  expect(await here.run()).toMatchObject({ code: 0, ran: 4 });
  return here;
}

/** A run that is killed in the midst of its second shard. */
async function cutOff(here: Workspace, ...args: readonly string[]): Promise<void> {
  here.write("ran");
  here.write("wait", "b\n");
  const { child, ended } = here.start(["run", ...args]);
  await until("the second shard runs", () => here.has("waiting"));
  child.kill("SIGKILL");
  await ended;
  here.write("wait");
  expect(here.lines("ran")).toEqual(["a", "b"]);
}

const LEFT = ["a skip done", "b run new", "c run forced", "d run forced"];

test("what --force names and a kill has kept from starting runs with the next run; what was finished stays", async () => {
  const here = await finished();
  await cutOff(here, "--force=*");
  expect(decisions(await here.status())).toEqual(LEFT);
  here.write("ran");
  expect(await here.run()).toMatchObject({ code: 0, skipped: 1, ran: 3 });
  expect(here.lines("ran").toSorted()).toEqual(["b", "c", "d"]);
  expect(await here.run()).toMatchObject({ code: 0, skipped: 4, ran: 0 });
});

test("the same --force again goes on with what it began, and once it is through it forces all", async () => {
  const here = await finished();
  await cutOff(here, "--force=*");
  here.write("ran");
  expect(await here.run("--force=*")).toMatchObject({ code: 0, skipped: 1, ran: 3 });
  expect(here.lines("ran").toSorted()).toEqual(["b", "c", "d"]);
  expect(await here.run("--force=*")).toMatchObject({ code: 0, skipped: 0, ran: 4 });
});

test("another --force forces what it names, and what is left of the one before", async () => {
  const here = await finished();
  await cutOff(here, "--force=*");
  here.write("ran");
  expect(await here.run("--force=a")).toMatchObject({ code: 0, ran: 4 });
  expect(await here.run()).toMatchObject({ code: 0, skipped: 4 });
});

test("a stop in good order is remembered too, and only the shards of a call are touched", async () => {
  const here = await finished();
  here.write("wait", "a\n");
  const { child, ended } = here.start(["run", "--force=a", "--force=c"]);
  await until("the first shard runs", () => here.has("waiting"));
  child.kill("SIGTERM");
  await ended;
  here.write("wait");
  expect(await here.run("--only=b")).toMatchObject({ code: 0, skipped: 1, ran: 0 });
  expect(decisions(await here.status())).toEqual([
    ...["a run new", "b skip done", "c run forced", "d skip done"],
  ]);
});

test("a force that was cut off is remembered for any id", async () => {
  const ids = [
    "__proto__",
    "constructor",
    "1",
    "01",
    "a  b",
    'it\'s "x"',
    "\u{1f600}",
    "x".repeat(200),
  ];
  const here = workspace();
  here.define({
    shards: JSON.stringify(ids.map((id) => ({ id }))),
    checkpoint: "out/{id}",
    shell: "sh",
    parallel: 1,
    command:
      'echo >> ran; if [ -e wait ] && [ "$(wc -l < ran)" = 2 ]; then touch waiting; exec sleep 600; fi; echo a > "$SHARD_CHECKPOINT"',
  });
  expect(await here.run()).toMatchObject({ code: 0, ran: ids.length });
  here.write("ran");
  here.write("wait");
  const { child, ended } = here.start(["run", "--force=*"]);
  await until("the second shard runs", () => here.has("waiting"));
  child.kill("SIGKILL");
  await ended;
  expect(await here.run()).toMatchObject({ code: 0, skipped: 1, ran: ids.length - 1 });
  expect(await here.run()).toMatchObject({ code: 0, skipped: ids.length });
});
