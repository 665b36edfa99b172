import { execFile, execFileSync, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { outcomes, readRun, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { CLI, NODE, terminalEnv, type Ended } from "../helpers/program.ts";

const isLinux = process.platform === "linux";
const DO = 'echo "$SHARD_ID" > "$SHARD_CHECKPOINT"';

function shards(command: string, more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  const ids = ["a", "b", "c"].map((id) => ({ id }));
  here.define({ shards: ids, checkpoint: "out/{id}.txt", command, shell: "sh", ...more });
  return here;
}

const DONE = ["a", "b", "c"].flatMap((id) => [`${id}.txt`, `${id}.txt.done`]);

/** Runs `donemark run` by a shell script, which ends with `"$@"`. */
function runBy(here: Workspace, script: string): Promise<Ended> {
  return new Promise((done) => {
    const args = ["-c", script, "bash", NODE, CLI, "run", "--json"];
    const options = {
      cwd: here.folder,
      env: terminalEnv(here.folder),
      maxBuffer: Number.POSITIVE_INFINITY,
    };
    const child = execFile("bash", args, options, (_, stdout, stderr) =>
      done({ code: child.exitCode, signal: child.signalCode, stdout, stderr }),
    );
  });
}

describe.runIf(isLinux).concurrent("few file handles", () => {
  test.each(["shard", "slot", "job"])(
    "hold commands back, and fail none (run-per: %s)",
    async (per) => {
      const one = 'sleep 0.05; echo x > "$SHARD_CHECKPOINT"';
      const many =
        'while read -r line; do id=$(echo "$line" | sed \'s/.*"id":"\\([^"]*\\)".*/\\1/\'); echo x > out/$id.txt; : > out/$id.txt.done; done';
      const here = workspace();
      here.define({
        shards: 24,
        checkpoint: "out/{id}.txt",
        parallel: 8,
        "run-per": per,
        shell: "bash",
        command: per === "shard" ? one : per === "slot" ? many : `${many} < "$SHARDS_FILE"`,
      });
      const end = await runBy(here, 'ulimit -n 64; exec "$@"');
      expect(end.stderr).not.toMatch(/^\s+at /m);
      expect(end.code).toBe(0);
      expect(readRun(end)).toMatchObject({ ran: 24, failed: 0 });
    },
  );
});

const canMount = isLinux && spawnSync("unshare", ["-m", "true"]).status === 0;

describe
  .runIf(canMount)
  .concurrent("a full disk below .donemark alone (skipped where nothing can be mounted)", () => {
    test("loses logs with one warning, and no shard", async () => {
      const here = shards(`head -c 400000 /dev/zero | tr '\\0' 'x'; echo said; ${DO}`);
      const mount = "mkdir -p .donemark && mount -t tmpfs -o size=200k tmpfs .donemark";
      const end = await runBy(here, `unshare -m bash -c '${mount} && exec "$@"' bash "$@"`);
      expect(end.code).toBe(0);
      expect(readRun(end)).toMatchObject({ ran: 3 });
      expect(here.names("out")).toEqual(DONE);
      expect(end.stderr.match(/Logs are lost, and the run goes on/g)).toHaveLength(1);
      expect(end.stderr).toContain("ENOSPC");
    });

    test("that is full before a list of inputs is written keeps the list elsewhere", async () => {
      const here = shards(
        `: > .donemark/rest; dd if=/dev/zero of=.donemark/rest bs=4k 2>/dev/null; ${DO}; cat "$SHARD_INPUTS_FILE"`,
      );
      here.write("in/1", "1");
      here.define({
        shards: ["a", "b", "c"].map((id) => ({ id, inputs: ["in/1"] })),
        checkpoint: "out/{id}.txt",
        command:
          'dd if=/dev/zero of=.donemark/rest bs=4k; cp "$SHARD_INPUTS_FILE" "$SHARD_CHECKPOINT"',
        shell: 'sh -c ". {0}"',
      });
      const mount = "mkdir -p .donemark && mount -t tmpfs -o size=200k tmpfs .donemark";
      const end = await runBy(here, `unshare -m bash -c '${mount} && exec "$@"' bash "$@"`);
      expect(end.code).toBe(0);
      expect(readRun(end)).toMatchObject({ ran: 3 });
      expect(here.read("out/c.txt")).toBe("in/1\n");
    });
  });

describe.runIf(isLinux).concurrent("a cleaner", () => {
  test.each(["shard", "slot"])(
    "that removes .donemark during a run ends no shard (run-per: %s)",
    async (per) => {
      const one = `rm -rf .donemark; ${DO}`;
      const many = `while read -r line; do rm -rf .donemark; id=$(echo "$line" | sed 's/.*"id":"\\([^"]*\\)".*/\\1/'); echo x > out/$id.txt; : > out/$id.txt.done; done`;
      const here = shards(per === "shard" ? one : many, { "run-per": per, check: "true" });
      expect(await here.run()).toMatchObject({ code: 0, ran: 3 });
      expect(here.names("out")).toEqual(DONE);
      expect(await here.run()).toMatchObject({ code: 0, skipped: 3 });
    },
  );

  test("that removes the temporary folder during a run ends no shard", async () => {
    const here = shards(`rm -rf temporary; ${DO}`, { parallel: 1 });
    here.write("temporary/file");
    const { ended } = here.start(["run", "--json", "--shards", "30"], {
      TMPDIR: here.path("temporary"),
    });
    const run = readRun(await ended);
    expect(run).toMatchObject({ ran: 30, allDone: true });
    expect(new Set(outcomes(run).map((line) => line.split(" ")[1]))).toEqual(new Set(["done"]));
  });
});

/** A user who is not root, whom rights concern. */
const AS_USER = ["setpriv", "--reuid=54321", "--regid=54321", "--clear-groups"] as const;
const canBeOther = isLinux && spawnSync(AS_USER[0], [...AS_USER.slice(1), "true"]).status === 0;

describe
  .runIf(canBeOther)
  .concurrent(
    "a home or a cache folder that cannot be used (skipped where no other user can be)",
    () => {
      test.each([
        ["is not there", "", { HOME: "home" }],
        ["cannot be written", "mkdir -p home; chmod 555 home", { HOME: "home" }],
        ["cannot be entered", "mkdir -p home/.cache/donemark; chmod 000 home", { HOME: "home" }],
        ["is a file", ": > home", { HOME: "home" }],
        [
          "holds a cache of somebody else",
          "mkdir -p home; cp -r cache home; chmod -R go-rwx home/cache; chmod 755 home",
          { HOME: "home", DONEMARK_CACHE_DIR: "home/cache" },
        ],
      ])("costs nothing but time where it %s", (_, prepare, names) => {
        const here = shards(DO);
        execFileSync("chmod", ["-R", "777", here.folder]);
        for (const [name, content] of [["one", "1"]] as const) here.write(`in/${name}`, content);
        here.define({
          shards: "in/*",
          checkpoint: "out/{id}.txt",
          command: DO,
          shell: "sh",
        });
        const first = spawnSync(NODE, [CLI, "status"], {
          cwd: here.folder,
          env: terminalEnv(here.folder, { DONEMARK_CACHE_DIR: here.path("cache") }),
        });
        expect(first.status).toBe(0);
        execFileSync("sh", ["-c", prepare], { cwd: here.folder });
        const env: Record<string, string> = {
          CUDA_VISIBLE_DEVICES: "",
          PATH: process.env["PATH"] ?? "",
          DONEMARK_LEASE_DIR: here.path("leases"),
        };
        for (const [name, path] of Object.entries(names)) env[name] = here.path(path);
        for (const command of ["run", "status", "run"]) {
          const { status, stderr } = spawnSync(
            AS_USER[0],
            [...AS_USER.slice(1), NODE, CLI, command],
            { cwd: here.folder, env, encoding: "utf8" },
          );
          expect(stderr).toBe("");
          expect(status).toBe(0);
        }
        expect(here.names("out")).toEqual(["one.txt", "one.txt.done"]);
      });
    },
  );
