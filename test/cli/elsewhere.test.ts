import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mayUnshare } from "../fixtures/cli/mounted.ts";
import { otherUser } from "../fixtures/cli/other-user.ts";
import { CLI, NODE, start, terminalEnv } from "../helpers/program.ts";
import { readRun, workspace, type RunJson, type Workspace } from "../fixtures/cli/workspace.ts";

const NAMES = ["b.fa", "B.txt", "a b.fa", "ä.fa", "a\u0308.fa", "Z.fa", "_.fa", "~x.fa"];

function project(): Workspace {
  const here = workspace();
  for (const name of NAMES) here.write(`in/${name}`, `content of ${name}`);
  here.write("in/deep/er/c.fa", "c");
  symlinkSync("b.fa", here.path("in/link.fa"));
  here.write("data/x/one", "1");
  here.write("data/x/Two", "2");
  here.write("code/Main.sh", "true");
  here.write("code/a.sh", "true");
  here.define({
    shards: "in/**/*.{fa,txt}",
    checkpoint: "out/{id}",
    command: 'mkdir -p "$SHARD_CHECKPOINT"; cat "$SHARD_INPUT" > "$SHARD_CHECKPOINT/o"',
    shell: "sh",
    "fingerprint-files": "code/**",
  });
  here.write(
    "folders.yml",
    JSON.stringify({
      shards: [{ id: "x", inputs: ["data/x", "in/b.fa"], params: { lr: 0.5 } }],
      checkpoint: "folders/{id}.txt",
      command: 'ls > "$SHARD_CHECKPOINT"',
    }),
  );
  return here;
}

const CONFIGS = ["donemark.yml", "folders.yml"];

/** A machine with another language, zone, home and clock's zone, and nothing in its caches. */
const ELSEWHERE = {
  LANG: "tr_TR.UTF-8",
  LC_ALL: "tr_TR.UTF-8",
  TZ: "Asia/Kolkata",
  HOME: "/nowhere",
};

async function runAt(folder: string, env: Record<string, string>): Promise<readonly RunJson[]> {
  const answers: RunJson[] = [];
  for (const config of CONFIGS) {
    const args = ["run", "--json", "--config", config];
    const ended = await start(folder, args, { env: { ...terminalEnv(folder), ...env } }).ended;
    expect(ended.code, ended.stderr).toBe(0);
    answers.push(readRun(ended));
  }
  return answers;
}

function retime(folder: string, seconds: number): void {
  for (const name of [
    ...NAMES.map((one) => `in/${one}`),
    "data/x/one",
    "code/a.sh",
    "donemark.yml",
  ])
    utimesSync(join(folder, name), seconds, seconds);
}

const fingerprintsIn = (here: Pick<Workspace, "read">, folder: string): unknown =>
  ["out/b.done", "out/ä.done", "out/deep/er/c.done", "folders/x.txt.done"].map((name) => {
    const { fingerprint }: { fingerprint: unknown } = JSON.parse(here.read(join(folder, name)));
    return fingerprint;
  });

test("where a workspace lies, its files' times, the language, the zone and the home change no decision", async () => {
  const here = project();
  const first = await runAt(here.folder, {});
  expect(first.map(({ ran, failed }) => [ran, failed])).toEqual([
    [10, 0],
    [1, 0],
  ]);
  const moved = join(workspace().folder, "Another Place", "$x", "ü");
  cpSync(here.folder, moved, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !/\/\.(cache|leases)$/.test(path),
  });
  retime(moved, 86_400);
  const again = await runAt(moved, ELSEWHERE);
  expect(again.map(({ ran, skipped }) => [ran, skipped])).toEqual([
    [0, 10],
    [0, 1],
  ]);
  const through = join(workspace().folder, "link");
  symlinkSync(moved, through);
  expect((await runAt(through, {})).map(({ ran }) => ran)).toEqual([0, 0]);
});

test("the same workspace gives the same fingerprints, made anew in another place", async () => {
  const [here, other] = [project(), project()];
  retime(other.folder, 1_000_000_000);
  await runAt(here.folder, {});
  await runAt(other.folder, ELSEWHERE);
  expect(fingerprintsIn(other, "")).toEqual(fingerprintsIn(here, ""));
});

/** What a plan says, but for where it looked. */
function planIn(told: {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}): unknown {
  expect(told.code, told.stderr).toBe(0);
  return JSON.parse(told.stdout);
}

const COPIES: Readonly<Record<string, (from: string, to: string) => readonly string[]>> = {
  "cp -a": (from, to) => ["cp", "-a", from, to],
  "cp -r, with new times": (from, to) => ["cp", "-r", from, to],
  "cp -al, by other names of the same files": (from, to) => ["cp", "-al", from, to],
  "git clone": (from, to) => ["git", "clone", "-q", from, to],
  tar: (from, to) => packed(from, to, { making: "--format=posix" }),
  "tar, with whole seconds": (from, to) => packed(from, to, { making: "--format=ustar" }),
  "tar, with new times": (from, to) => packed(from, to, { taking: "-m" }),
  "rsync -a": (from, to) => ["rsync", "-a", `${from}/`, to],
  "rsync -rl, with new times": (from, to) => ["rsync", "-rl", `${from}/`, to],
};

function packed(
  from: string,
  to: string,
  { making = "", taking = "" }: { readonly making?: string; readonly taking?: string },
): readonly string[] {
  const script = `mkdir "$2" && tar -C "$1" ${making} -cf - . | tar -C "$2" ${taking} -xf -`;
  return ["sh", "-c", script, "sh", from, to];
}

function isThere(copy: (typeof COPIES)[string]): boolean {
  const [program = ""] = copy("", "");
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

test.each(Object.entries(COPIES).filter(([, copy]) => isThere(copy)))(
  "a workspace that is copied by %s decides the same, shard by shard",
  async (_, copy) => {
    const here = project();
    await runAt(here.folder, {});
    here.write(".gitignore", ".cache\n.leases\n.donemark\n");
    const git = [
      "-c",
      "user.name=x",
      "-c",
      "user.email=x@example.org",
      "-c",
      "core.autocrlf=false",
    ];
    for (const args of [
      ["init", "-q"],
      ["add", "."],
      ["commit", "-qm", "all"],
    ])
      execFileSync("git", [...git, ...args], { cwd: here.folder });
    const to = join(workspace().folder, "copy");
    const [program = "", ...args] = copy(here.folder, to);
    execFileSync(program, args);
    for (const config of CONFIGS) {
      const there = start(to, ["plan", "--json", "--config", config]).ended;
      const first = await here.donemark("plan", "--json", "--config", config);
      const [one, other] = [planIn(first), planIn(await there)];
      expect(pick(other)).toEqual(pick(one));
    }
    expect((await runAt(to, {})).map(({ ran, failed }) => [ran, failed])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  },
);

function pick(plan: unknown): unknown {
  return JSON.parse(JSON.stringify(plan), (key, value: unknown) => (key === "detail" ? "" : value));
}

test.skipIf(!mayUnshare() || process.platform !== "linux")(
  "another host name and another user decide the same (as root, on Linux)",
  async () => {
    const here = project();
    await runAt(here.folder, {});
    spawnSync("chmod", ["-R", "a+rwX", here.folder]);
    const user = otherUser(here);
    for (const config of CONFIGS) {
      const first = planIn(await here.donemark("plan", "--json", "--config", config));
      const args = ["plan", "--json", "--config", config];
      expect(pick(planIn(user.donemark(...args)))).toEqual(pick(first));
      const elsewhere = spawnSync(
        "unshare",
        ["--uts", "sh", "-c", 'hostname another-host && exec "$0" "$@"', NODE, CLI, ...args],
        { cwd: here.folder, env: terminalEnv(here.folder), encoding: "utf8" },
      );
      const { status: code, stdout, stderr } = elsewhere;
      expect(pick(planIn({ code, stdout, stderr }))).toEqual(pick(first));
    }
  },
);

/** The clock of a process stands wrong by so many seconds; that of the file system goes right. */
const CLOCK = `const Real = Date;
const nowMs = () => Real.now() + Number(process.env.WRONG_S) * 1000;
globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [nowMs()] : given));
  }
  static now = nowMs;
};
`;

const YEAR_S = 365 * 86_400;

/** In 1956, an hour ago, in a minute, in 2336. */
const WRONG_S = [-70 * YEAR_S, -3600, 60, 310 * YEAR_S];

describe("the clock of a machine", () => {
  const wrong = (here: Workspace, seconds: number): Record<string, string> => ({
    NODE_OPTIONS: `--require ${here.path(".clock.cjs")}`,
    WRONG_S: String(seconds),
  });

  test.each(WRONG_S)(
    "that is wrong by %i s changes no decision and no fingerprint",
    async (seconds) => {
      const [here, other] = [project(), project()];
      for (const one of [here, other]) one.write(".clock.cjs", CLOCK);
      await runAt(here.folder, {});
      const made = await runAt(other.folder, wrong(other, seconds));
      expect(made.map(({ ran, failed }) => [ran, failed])).toEqual([
        [10, 0],
        [1, 0],
      ]);
      expect(fingerprintsIn(other, "")).toEqual(fingerprintsIn(here, ""));
      // What was made by a right clock is done by a wrong one, and the other way round.
      expect((await runAt(here.folder, wrong(here, seconds))).map(({ ran }) => ran)).toEqual([
        0, 0,
      ]);
      expect((await runAt(other.folder, {})).map(({ ran }) => ran)).toEqual([0, 0]);
      other.write("in/Z.fa", "changed");
      const [changed] = await runAt(other.folder, wrong(other, -seconds));
      expect(changed).toMatchObject({ ran: 1, skipped: 9 });
    },
  );

  test("that is days ahead removes nothing that another machine is making, and one that goes right what is days old", async () => {
    const here = project();
    here.write(".clock.cjs", CLOCK);
    const theirs = "out/.donemark-tmp-deadbeef-7-7-marker-00";
    here.write(theirs, "being made");
    await runAt(here.folder, wrong(here, 10 * 86_400));
    expect(here.read(theirs)).toBe("being made");
    utimesSync(here.path(theirs), 1_000_000_000, 1_000_000_000);
    await runAt(here.folder, {});
    expect(here.has(theirs)).toBe(false);
    expect(here.names("out").filter((name) => name.startsWith(".donemark"))).toEqual([]);
  });

  test.each(["1901-12-14", "1969-12-31T23:59:59.5Z", "2300-01-01"])(
    "whose files are all of %s decides as ever",
    async (time) => {
      const here = project();
      await runAt(here.folder, {});
      const all = ["-c", 'find . -name .leases -prune -o -exec touch -h -d "$1" {} +', "sh", time];
      expect(spawnSync("sh", all, { cwd: here.folder, encoding: "utf8" }).stderr).toBe("");
      for (const env of [{}, ELSEWHERE])
        expect((await runAt(here.folder, env)).map(({ ran }) => ran)).toEqual([0, 0]);
      here.write("in/Z.fa", "changed");
      expect(spawnSync("touch", ["-d", time, here.path("in/Z.fa")]).status).toBe(0);
      expect((await runAt(here.folder, {})).map(({ ran }) => ran)).toEqual([1, 0]);
    },
  );
});
