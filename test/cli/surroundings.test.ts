import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { workspace } from "../fixtures/cli/workspace.ts";
import { CLI, NODE } from "../helpers/program.ts";

const COMMAND = 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"';

function has(program: string): boolean {
  try {
    execFileSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A library whose `fsync` of a folder answers as some file systems do. */
const NO_FOLDER_FLUSH = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <sys/stat.h>
int fsync(int fd) {
  struct stat found;
  if (!fstat(fd, &found) && S_ISDIR(found.st_mode)) { errno = EINVAL; return -1; }
  int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
  return real(fd);
}
`;

describe.skipIf(process.platform !== "linux" || !has("gcc"))(
  "a file system that cannot flush folders (skipped where there is no gcc)",
  () => {
    test("runs every shard, and finds them done", async () => {
      const here = workspace();
      for (const name of ["a", "b"]) here.write(`in/${name}.fa`, name);
      here.write("flush.c", NO_FOLDER_FLUSH);
      const library = here.path("flush.so");
      execFileSync("gcc", ["-shared", "-fPIC", "-o", library, here.path("flush.c"), "-ldl"]);
      here.define({ shards: "in/*.fa", checkpoint: "out/{id}", command: COMMAND });
      const { ended } = here.start(["run"], { LD_PRELOAD: library });
      expect((await ended).code).toBe(0);
      expect(here.names("out")).toEqual(["a", "a.done", "b", "b.done"]);
      expect(await here.run()).toMatchObject({ code: 0, skipped: 2 });
    });
  },
);

/** A user of a name space of its own, with an id that no user database has. */
const BARE = ["unshare", "--user", "--map-user=54321", "env", "-i"] as const;

function canBeBare(): boolean {
  try {
    execFileSync(BARE[0], [...BARE.slice(1), "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!canBeBare())(
  "a user without a home and without an entry (skipped where there are no name spaces of users)",
  () => {
    test("runs shards, as in a container that is started with a bare user id", () => {
      const here = workspace();
      here.write("in/a.fa", "A");
      here.define({ shards: "in/*.fa", checkpoint: "out/{id}", command: COMMAND, shell: "sh" });
      const env = [`PATH=${process.env["PATH"]}`, `DONEMARK_LEASE_DIR=${here.path("leases")}`];
      for (const command of ["help", "run", "status"]) {
        const args = [...BARE.slice(1), ...env, NODE, CLI, command];
        execFileSync(BARE[0], args, { cwd: here.folder });
      }
      expect(here.names("out")).toEqual(["a", "a.done"]);
    });
  },
);

describe("a blank input", () => {
  test.each(["\n", "  ", "\t\n "])("%j is none", async (blank) => {
    const here = workspace();
    here.write("in/a.fa", "A");
    here.define({ shards: "in/*.fa", checkpoint: "out/{id}", command: COMMAND, only: blank });
    const run = await here.run("--force", blank, "--retries", blank, "--check", blank);
    expect(run).toMatchObject({ code: 0, ran: 1 });
  });
});

describe("an input that is not there", () => {
  test("is an error of every command where it is a link that leads nowhere", async () => {
    const here = workspace();
    here.write("in/a.fa", "A");
    symlinkSync("../store/gone", here.path("in/b.fa"));
    here.define({ shards: "in/*.fa", checkpoint: "out/{id}", command: COMMAND });
    for (const command of ["run", "status", "plan"]) {
      const { code, stderr } = await here.donemark(command);
      expect(code).toBe(2);
      expect(stderr).toContain('1 link that leads nowhere, such as "in/b.fa" (to "../store/gone")');
    }
    expect(here.has("out")).toBe(false);
    here.define({ shards: "in/*.fa\n!in/b.fa", checkpoint: "out/{id}", command: COMMAND });
    expect(await here.run()).toMatchObject({ code: 0, total: 1, ran: 1 });
  });

  test("that is named without a wildcard is an error, beside globs too", async () => {
    const here = workspace();
    here.write("in/a.fa", "A");
    const rest = { checkpoint: "out/{id}", command: COMMAND };
    for (const shards of [["in/a.fa", "in/b.fa"], "in/*.fa\nin/b.fa"]) {
      here.define({ shards, ...rest });
      for (const command of ["run", "status", "plan", "collect"]) {
        const { code, stderr } = await here.donemark(command);
        expect(code).toBe(2);
        expect(stderr).toContain('shards names 1 file that is not here: "in/b.fa"');
      }
    }
    expect(here.has("out")).toBe(false);
    here.define({ shards: "in/*.fa\nin/b.fa\n!in/b.fa", ...rest });
    expect(await here.run()).toMatchObject({ code: 0, total: 1, ran: 1 });
  });

  test("is one warning where one of several globs matches nothing", async () => {
    const here = workspace();
    here.write("in/a.fa", "A");
    here.define({ shards: "in/*.fa\nin/*.fasta", checkpoint: "out/{id}", command: COMMAND });
    const run = await here.run();
    expect(run).toMatchObject({ code: 0, ran: 1 });
    expect(run.stderr.match(/matched no file/g)).toHaveLength(1);
    expect(run.stderr).toContain('"in/*.fasta" matched no file');
  });
});
