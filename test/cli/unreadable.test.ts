import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { namedCommands, paste } from "../fixtures/cli/paste.ts";
import { otherUser, type OtherUser } from "../fixtures/cli/other-user.ts";
import { decisions, shardOf, workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const ME = process.getuid?.() === 0 ? "root" : `user ${process.getuid?.()}`;
const opened: Workspace[] = [];

/** What a test has closed is opened again, so that its folder can be removed. */
afterEach(() => {
  for (const here of opened.splice(0)) spawnSync("chmod", ["-R", "a+rwX", here.folder]);
});

interface Scene {
  readonly here: Workspace;
  readonly user: OtherUser;
}

/** Two shards that one user has finished, in folders that the other one may write. */
async function finished(): Promise<Scene> {
  const here = workspace();
  opened.push(here);
  here.write("in/a.txt", "A");
  here.write("in/b.txt", "B");
  mkdirSync(here.path("out"));
  here.define({
    ...{ shards: "in/*.txt", checkpoint: "out/{id}.txt", shell: "sh" },
    command: 'id -u > "$SHARD_CHECKPOINT"; cat "$SHARD_INPUT" >> "$SHARD_CHECKPOINT"',
  });
  expect(await here.run()).toMatchObject({ code: 0, ran: 2 });
  spawnSync("chmod", ["-R", "a+rwX", here.folder]);
  return { here, user: otherUser(here) };
}

/** Size, time and name of all that lies below `out`, and of the input. */
function traces(here: Workspace): readonly string[] {
  const { stdout } = spawnSync("ls", ["-lARn", "--time-style=full-iso", "out", "in"], {
    cwd: here.folder,
    encoding: "utf8",
  });
  return stdout.split("\n");
}

/** What can be closed to another user, and the path that the sentence must name. */
const CLOSED: Readonly<Record<string, (here: Workspace) => string>> = {
  "a marker": (here) => close(here, "out/a.txt.done"),
  "a checkpoint whose time is another one": (here) => {
    utimesSync(here.path("out/a.txt"), 1, 1);
    return close(here, "out/a.txt");
  },
  "a start record without a marker": (here) => {
    rmSync(here.path("out/a.txt.done"));
    here.write("out/a.txt.started", "{}");
    return close(here, "out/a.txt.started");
  },
  "an input": (here) => {
    // Its content is not known from before.
    utimesSync(here.path("in/a.txt"), 1, 1);
    return close(here, "in/a.txt");
  },
  "the folder of the checkpoints": (here) => close(here, "out"),
};

function close(here: Workspace, name: string): string {
  chmodSync(here.path(name), 0);
  return name;
}

describe.skipIf(process.platform === "win32")("where another user may not read", () => {
  test.each(Object.entries(CLOSED))(
    "%s, every command says so, and what is there stays",
    async (_, closeIt) => {
      const { here, user } = await finished();
      const closed = closeIt(here);
      const before = traces(here);
      const plan = user.donemark("plan", "--json");
      expect(plan.code).toBe(3);
      const a = shardOf(JSON.parse(plan.stdout), "a");
      expect(a).toMatchObject({ decision: "blocked", reason: "unreadable" });
      expect(JSON.stringify(a)).toContain(`EACCES at ${here.path(closed)}`);
      expect(JSON.stringify(a)).toContain(`owned by ${ME} with mode 000`);
      expect(JSON.stringify(a)).toMatch(/chmod a\+rx? /);
      const run = user.donemark("run", "--json");
      expect({ code: run.code, stderr: run.stderr }).toMatchObject({ code: 3 });
      expect(shardOf(JSON.parse(run.stdout), "a")).toMatchObject({
        ...{ decision: "blocked", reason: "unreadable", outcome: "stopped", attempts: 0 },
      });
      for (const command of ["mark", "adopt", "unmark", "mark --accept"]) {
        const { code, stdout } = user.donemark(...command.split(" "), "--json", "a");
        expect(code).toBe(3);
        expect(JSON.parse(stdout)).toMatchObject({
          ...{ changed: [], refused: [{ why: expect.stringMatching(/^unreadable: /) }] },
        });
      }
      const collected = user.donemark("collect", "--json");
      expect(shardOf(JSON.parse(collected.stdout), "a")).toMatchObject({ outcome: "missing" });
      if (!closed.startsWith("in/")) {
        const verified = user.donemark("verify", "--json", "out/a.txt");
        expect(verified.code).toBe(3);
        expect(JSON.parse(verified.stdout).checkpoints[0].why).toMatch(/^unreadable: /);
        const { code, stdout } = user.donemark("info", "--json", "out/a.txt");
        expect({ code, ok: JSON.parse(stdout).ok }).toEqual({ code: 0, ok: false });
        const { started, startedWhy } = JSON.parse(stdout);
        if (closed.endsWith(".started"))
          expect({ started, startedWhy }).toEqual({
            started: "unreadable",
            startedWhy: expect.stringContaining(`EACCES at ${here.path(closed)}`),
          });
      }
      expect(traces(here)).toEqual(before);
    },
  );

  test("a folder that may be searched and not listed, all is as ever", async () => {
    const { here, user } = await finished();
    chmodSync(here.path("out"), 0o311);
    expect(decisions(JSON.parse(user.donemark("status", "--json").stdout))).toEqual([
      "a skip done",
      "b skip done",
    ]);
  });

  test("a folder below a glob of inputs, the shards are not fewer: it is an error", async () => {
    const { here, user } = await finished();
    here.write("in/deep/c.txt", "C");
    chmodSync(here.path("in/deep"), 0);
    const { code, stderr } = user.donemark("plan", "--shards", "in/**/*.txt");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error a file or folder cannot be read \(EACCES at .*in\/deep/);
  });

  test("what its own command has left, the shard fails, and the checkpoint is kept and can be marked", async () => {
    const { here, user } = await finished();
    const command = 'echo hours > "$SHARD_CHECKPOINT"; chmod 000 "$SHARD_CHECKPOINT"';
    const { code, stdout } = user.donemark("run", "--json", "--retries=2", "--command", command);
    expect(code).toBe(1);
    expect(shardOf(JSON.parse(stdout), "a")).toMatchObject({ outcome: "failed", attempts: 1 });
    const { shards }: { shards: readonly { id: string; why?: string }[] } = JSON.parse(stdout);
    const { why = "" } = shards.find(({ id }) => id === "a") ?? {};
    expect(why).toMatch(/^its checkpoint stays and is not marked: unreadable/);
    expect(here.has("out/a.txt.done")).toBe(false);
    const [opens = "", marks = ""] = namedCommands(why);
    paste(here, opens);
    expect(here.read("out/a.txt")).toBe("hours\n");
    paste(here, marks);
    expect(here.has("out/a.txt.done")).toBe(true);
    expect(here.has("out/b.txt.done")).toBe(false);
  });
});

test.each(["out/a.txt.done", "out/a.txt"])(
  "a link in a circle in the place of %s is neither absent nor corrupt",
  async (name) => {
    const { here } = await finished();
    rmSync(here.path(name));
    symlinkSync(here.path(name), here.path(name));
    expect(decisions(await here.run())).toEqual(["a blocked unreadable", "b skip done"]);
    expect(lstatSync(here.path(name)).isSymbolicLink()).toBe(true);
  },
);

const HAS_COMPILER = process.platform === "linux" && spawnSync("gcc", ["--version"]).status === 0;

/** Opening a path that ends in `FAIL_PATH` gives `EIO`: the first `FAIL_TIMES` times of the machine, which a file counts. */
const FAILING_OPEN = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
typedef int (*opener)(const char *, int, ...);
static int fails(opener real, const char *path) {
  const char *end = getenv("FAIL_PATH");
  size_t a = strlen(path), b = end ? strlen(end) : 0;
  if (!b || a < b || strcmp(path + a - b, end)) return 0;
  int fd = real(getenv("FAIL_COUNT"), O_WRONLY | O_CREAT | O_APPEND, 0666);
  struct stat s;
  if (fd < 0 || write(fd, "x", 1) != 1 || fstat(fd, &s)) return 0;
  close(fd);
  return s.st_size <= atoi(getenv("FAIL_TIMES"));
}
#define OPEN(name) int name(const char *path, int flags, ...) { \\
  static opener real; if (!real) real = (opener)dlsym(RTLD_NEXT, #name); \\
  va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \\
  if (fails(real, path)) { errno = EIO; return -1; } \\
  return real(path, flags, mode); }
OPEN(open)
OPEN(open64)
`;

describe.skipIf(!HAS_COMPILER)("a disk that fails to open a marker", () => {
  async function failing(times: number) {
    const { here } = await finished();
    writeFileSync(here.path("fail.c"), FAILING_OPEN);
    const built = spawnSync("gcc", ["-shared", "-fPIC", "-o", "fail.so", "fail.c", "-ldl"], {
      cwd: here.folder,
    });
    expect(built.status).toBe(0);
    rmSync(here.path(".cache"), { recursive: true, force: true });
    const env = {
      ...{ LD_PRELOAD: here.path("fail.so"), FAIL_PATH: "/out/a.txt.done" },
      ...{ FAIL_COUNT: here.path("count"), FAIL_TIMES: String(times) },
    };
    return { here, ended: await here.start(["run", "--json"], env).ended };
  }

  test("twice is asked again, and all is as ever", async () => {
    const { here, ended } = await failing(2);
    expect(ended.code).toBe(0);
    expect(decisions(JSON.parse(ended.stdout))).toEqual(["a skip done", "b skip done"]);
    expect(statSync(here.path("count")).size).toBe(3);
  });

  test("for good blocks that shard alone, and its marker and checkpoint stay", async () => {
    const { here, ended } = await failing(1000);
    expect(ended.code).toBe(3);
    expect(decisions(JSON.parse(ended.stdout))).toEqual(["a blocked unreadable", "b skip done"]);
    expect(ended.stdout).toContain("EIO at");
    expect(readFileSync(here.path("out/a.txt"), "utf8")).toContain("A");
    expect(decisions(await here.status())[0]).toBe("a skip done");
  });
});
