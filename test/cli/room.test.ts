import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mayUnshare, withMounts } from "../fixtures/cli/mounted.ts";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const IDS = ["a", "b", "c", "d"];

/** Each shard leaves one MiB; `only` fails once the second version of the command is there. */
const COMMAND = [
  'if test "$SHARD_ID" = only && test "$VERSION" != 1; then exit 1; fi',
  'echo "$SHARD_ID $VERSION" >> ran.txt',
  'yes "$SHARD_ID $VERSION" | head -c 1048576 > "$SHARD_CHECKPOINT"',
].join("; ");

function project(more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  mkdirSync(here.path("out"));
  for (const version of [1, 2, 3])
    here.write(
      `v${version}.yml`,
      JSON.stringify({
        ...{ shards: [...IDS, "only"].map((id) => ({ id })), checkpoint: "out/{id}", shell: "sh" },
        ...{ "fingerprint-text": String(version), "max-failures": 9, keep: 9, parallel: 1 },
        command: `VERSION=${version}; ${COMMAND}`,
        ...more,
      }),
    );
  return here;
}

/** A disk of so many MiB, on which two versions were made one after the other, each result at a time of its own. */
function fullDisk(size: string): readonly string[] {
  return [
    `mount -t tmpfs -o size=${size} none out`,
    "donemark run --config v1.yml > /dev/null 2>&1",
    "donemark run --config v2.yml > /dev/null 2>&1 || test $? = 1",
  ];
}

/** The file takes what is free but for so many KiB. */
const fill = (name: string, leaving: number): string =>
  `free=$(df --output=avail -k out | tail -1); head -c $(( (free - ${leaving}) * 1024 )) /dev/zero > ${name}`;

const LIST =
  'ls -A out > names; for f in out/.*.done-*[0-9].stale; do echo "$f $(head -1 "$f")"; done > aside';

function asideOf(here: Workspace): readonly string[] {
  return here.lines("aside").map((line) => line.split(" ").slice(1).join(" "));
}

describe.skipIf(!mayUnshare())("a disk that is full (as root, on Linux)", () => {
  test("superseded results go, the oldest first, never the only one and never what is not Donemark's; every start goes on", () => {
    const here = project();
    const ended = withMounts(here, [
      ...fullDisk("24m"),
      "head -c 1048576 /dev/zero > out/.c.kept.stale",
      "head -c 1048576 /dev/zero > out/somebodys",
      // What was changed after it was set aside is somebody's, too.
      "echo notes >> out/.a.done-1.stale",
      fill("out/filler", 1536),
      "donemark run --config v3.yml --json || test $? = 1",
      LIST,
    ]);
    expect(ended.code, ended.stderr).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ total: 5, ran: 4, failed: 1 });
    expect(here.lines("ran.txt").filter((line) => line.endsWith("3"))).toEqual(
      IDS.map((id) => `${id} 3`),
    );
    for (const kept of [".c.kept.stale", "somebodys", "filler"])
      expect(here.lines("names")).toContain(kept);
    expect(here.lines("names")).toContain(".a.kept.stale");
    expect(asideOf(here)).toContain("only 1");
    expect(asideOf(here)).not.toContain("b 1");
    expect(ended.stderr).toMatch(
      /\.a\.done-1\.stale was changed after it was set aside.*\.a\.kept\.stale/,
    );
  });

  test("only as many go as are needed, and the oldest are those", () => {
    const here = project();
    const ended = withMounts(here, [
      ...fullDisk("24m"),
      fill("out/filler", 1536),
      "donemark run --config v3.yml --only a --only b --json",
      LIST,
    ]);
    expect(ended.code, ended.stderr).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ ran: 2, failed: 0 });
    const left = asideOf(here);
    const byAge = ["a 1", "b 1", "c 1", "d 1", "a 2", "b 2"];
    const gone = byAge.filter((one) => !left.includes(one));
    expect(gone.length).toBeGreaterThan(0);
    expect(gone).toEqual(byAge.slice(0, gone.length));
    expect(left).toContain("b 2");
    expect(left).toContain("only 1");
  });

  test("where nothing may go the run stops before it starts the next one, and says why; nothing is lost", () => {
    const here = project({ keep: 0 });
    const ended = withMounts(here, [
      ...fullDisk("24m"),
      fill("out/filler", 1536),
      "donemark run --config v3.yml --json || echo $? > code",
      LIST,
    ]);
    expect(ended.code, ended.stderr).toBe(0);
    const answer: { ran: number; remaining: number } = JSON.parse(ended.stdout);
    expect(answer).toMatchObject({ failed: 0 });
    expect(answer.remaining).toBeGreaterThan(0);
    expect(here.lines("code")).not.toEqual(["0"]);
    expect(ended.stderr).toMatch(/are free in .*no shard starts/);
    expect(asideOf(here)).toEqual(["only 1"]);
    for (const id of IDS) expect(here.lines("names")).toContain(`${id}.done`);
  });

  test("without a byte for a start record: every start goes on all the same", () => {
    const here = project();
    const ended = withMounts(here, [
      ...fullDisk("24m"),
      fill("out/filler", 0),
      "cat /dev/zero > out/rest 2> /dev/null || true",
      "donemark run --config v3.yml --json || test $? = 1",
      LIST,
    ]);
    expect(ended.code, ended.stderr).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ ran: 4, failed: 1 });
    expect(here.lines("ran.txt").filter((line) => line.endsWith("3"))).toHaveLength(4);
    expect(asideOf(here)).toContain("only 1");
  });
});
