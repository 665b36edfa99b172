import { cpSync, mkdirSync, renameSync, rmSync, utimesSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decisions, workspace, type Workspace } from "../fixtures/cli/workspace.ts";

/** What the command writes; the definition's text is the version of what it is made by. */
interface Kind {
  readonly ending: string;
  readonly result: string;
  /** Is the format known, so that its structure speaks? */
  readonly isKnown: boolean;
}

const STATED: Kind = {
  ending: "json",
  result: JSON.stringify({ status: "complete", data: 1 }),
  isKnown: true,
};
const PLAIN: Kind = { ending: "bin", result: "numbers", isKnown: false };

const IDS = ["a", "b", "c"] as const;

function job({ ending, result }: Kind, more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  define(here, ending, more);
  here.write("result", result);
  mkdirSync(here.path("out"));
  return here;
}

function define(
  here: Workspace,
  ending: string,
  more: Readonly<Record<string, unknown>> = {},
): void {
  here.define({
    ...{ shards: IDS.map((id) => ({ id })), checkpoint: `out/{id}.${ending}`, shell: "sh" },
    command: 'echo "$SHARD_ID" >> ran; cp result "$SHARD_CHECKPOINT"',
    ...more,
  });
}

/** An old sign that the checkpoint is complete, as the kind can have one. */
function sign(here: Workspace, id: string, { ending, isKnown }: Kind): void {
  rmSync(here.path(`out/${id}.${ending}.done`), { force: true });
  if (!isKnown) here.write(`out/${id}.${ending}.done`);
}

/** Sets the times of a checkpoint and its marker to long ago, as a pipeline of last year left them. */
function age(here: Workspace, id: string, { ending, isKnown }: Kind): void {
  const [checkpoint, marker] = [`out/${id}.${ending}`, `out/${id}.${ending}.done`];
  for (const name of isKnown ? [checkpoint] : [checkpoint, marker])
    utimesSync(here.path(name), 1_600_000_000, 1_600_000_000);
}

describe.each([STATED, PLAIN])("a checkpoint out/*.$ending that Donemark has made", (kind) => {
  const { ending } = kind;

  test("runs again once its marker is taken away, whatever it says of itself", async () => {
    const here = job(kind);
    await here.run();
    sign(here, "a", kind);
    expect(decisions(await here.run())).toEqual(["a run no-marker", "b skip done", "c skip done"]);
    sign(here, "a", kind);
    expect(await here.adopt("a")).toMatchObject({ code: 3, changed: [] });
    expect(await here.adopt("--all")).toMatchObject({ changed: [] });
    expect(await here.mark("a")).toMatchObject({ code: 0, changed: ["a"] });
    sign(here, "a", kind);
    expect(decisions(await here.status())[0]).toBe("a run no-marker");
  });

  test.each([".donemark", ".cache"])("also where %s was cleaned away", async (folder) => {
    const here = job(kind);
    await here.run();
    rmSync(here.path(folder), { recursive: true });
    sign(here, "a", kind);
    expect(decisions(await here.status())[0]).toBe("a run no-marker");
    expect(await here.run()).toMatchObject({ ran: 1, skipped: 2 });
  });

  test("also where every note is gone, as long as an older marker of Donemark is there", async () => {
    const here = job(kind);
    await here.run();
    for (const folder of [".donemark", ".cache"]) rmSync(here.path(folder), { recursive: true });
    sign(here, "c", kind);
    expect(decisions(await here.status())).toEqual([
      "a skip done",
      "b skip done",
      "c run no-marker",
    ]);
    expect(decisions(await here.status("--only", "c"))).toEqual(["c run no-marker"]);
  });

  test("also in a workspace that was moved", async () => {
    const here = job(kind);
    await here.run();
    renameSync(here.folder, `${here.folder}-moved`);
    const moved = workspace(`${here.folder}-moved`);
    sign(moved, "a", kind);
    expect(decisions(await moved.status())[0]).toBe("a run no-marker");
    renameSync(moved.folder, here.folder);
  });

  test("also in a copy of the folder, where others' markers tell the time", async () => {
    const here = job(kind);
    await here.run();
    const copy = job(kind);
    cpSync(here.path("out"), copy.path("out"), { recursive: true });
    sign(copy, "b", kind);
    expect(decisions(await copy.status())).toEqual([
      "a skip done",
      "b run no-marker",
      "c skip done",
    ]);
  });

  test("also after a kill, where a user takes the start record away too", async () => {
    const here = job(kind, {
      command: 'cp result "$SHARD_CHECKPOINT"; kill -9 $PPID; sleep 5',
    });
    await here.start(["run", "--only", "a"]).ended;
    expect(here.has(`out/a.${ending}.started`)).toBe(true);
    rmSync(here.path(`out/a.${ending}.started`));
    sign(here, "a", kind);
    expect(decisions(await here.status("--only", "a"))).toEqual(["a run no-marker"]);
  });

  test("also where an older version has made it, once this one has run", async () => {
    const here = job(kind);
    await here.run();
    for (const folder of [".donemark", ".cache"]) rmSync(here.path(folder), { recursive: true });
    expect(await here.run()).toMatchObject({ skipped: 3 });
    sign(here, "a", kind);
    expect(decisions(await here.status())[0]).toBe("a run no-marker");
  });
});

describe.each([STATED, PLAIN])("a checkpoint out/*.$ending of another pipeline", (kind) => {
  test("is adopted where it is older than Donemark's work, whatever `only` selected before", async () => {
    const here = job(kind);
    for (const id of ["b", "c"]) {
      here.write(`out/${id}.${kind.ending}`, kind.result);
      sign(here, id, kind);
      age(here, id, kind);
    }
    expect(await here.run("--only", "a")).toMatchObject({ code: 0, ran: 1 });
    expect(await here.run()).toMatchObject({ code: 0, ran: 0, skipped: 3 });
    expect(here.lines("ran")).toEqual(["a"]);
    expect(JSON.parse(here.read(`out/b.${kind.ending}.done`))).toMatchObject({ adopted: true });
  });

  test("is adopted where Donemark has made nothing yet, and not twice", async () => {
    const here = job(kind);
    for (const id of IDS) {
      here.write(`out/${id}.${kind.ending}`, kind.result);
      sign(here, id, kind);
    }
    expect(await here.run()).toMatchObject({ code: 0, ran: 0, skipped: 3 });
    sign(here, "a", kind);
    expect(decisions(await here.status())[0]).toBe("a run no-marker");
  });

  test(`that is newer than Donemark's first result is ${kind.isKnown ? "adopted, since its format speaks" : "not adopted, since nothing shows that it is whole"}`, async () => {
    const here = job(kind);
    await here.run("--only", "a");
    here.write(`out/b.${kind.ending}`, kind.result);
    sign(here, "b", kind);
    const [decided] = decisions(await here.status("--only", "b"));
    expect(decided).toMatch(kind.isKnown ? /^b skip adopted-status$/ : /^b run no-marker$/);
  });
});

test("a sign of doubt keeps an old empty marker from being believed, and no full one", async () => {
  const doubtful = { ...PLAIN, ending: "csv", result: "a,b\n1,2\n3" };
  const here = job(doubtful);
  here.write("out/a.csv", doubtful.result);
  here.write("out/a.csv.done");
  here.write("out/b.csv", "a,b\n1,2\n");
  here.write("out/b.csv.done");
  const status = await here.status();
  expect(decisions(status).slice(0, 2)).toEqual(["a run no-marker", "b skip adopted-marker"]);
  expect(status.shards[0]?.detail).toContain("its last line has no end");
  expect(await here.run()).toMatchObject({ code: 0, ran: 2 });
  expect(decisions(await here.status())[0]).toBe("a skip done");
});

test("the notes of thousands of starts are one line each, and no more when they run again", async () => {
  const here = job(PLAIN);
  await here.run();
  await here.run("--force", '["a","b","c"]');
  const notes = here.names(".donemark").filter((name) => name.startsWith("history-"));
  expect(notes).toHaveLength(1);
  const lines = here.lines(`.donemark/${notes[0]}`);
  expect(lines.filter((line) => line.startsWith('"'))).toHaveLength(3);
});
