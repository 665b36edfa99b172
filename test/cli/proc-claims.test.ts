import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

const KEY = "correct horse battery staple";
const SECRETS = {
  DONEMARK_MARKER_KEY: KEY,
  ACTIONS_RUNTIME_TOKEN: "runtime-token-0123456789",
  "INPUT_GITHUB-TOKEN": "input-token-0123456789",
};
const TEXTS = Object.values(SECRETS);

/** Waits for the file `go`, so that others can look meanwhile. */
const WAITS = 'echo $$ > pid; until [ -e go ]; do sleep 0.1; done; echo a > "$SHARD_CHECKPOINT"';

/** The text of a file of each process of this user that has the session or the parent `pid`, by process. */
function readAll(name: "environ" | "cmdline", pids: readonly number[]): string {
  return pids
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/${name}`, "latin1");
      } catch {
        return "";
      }
    })
    .join("\n");
}

/** Processes whose session is this one, the guard among them. */
function ofSession(session: number): readonly number[] {
  const numbers = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[3]) === session;
    } catch {
      return false;
    }
  });
}

describe.skipIf(process.platform !== "linux")(
  "what docs/threat-model.md says of /proc (Linux)",
  () => {
    test("a command can read the environment of Donemark's own process, which nothing hides", async () => {
      const here = workspace();
      const command = `tr '\\0' '\\n' < "/proc/$PPID/environ" > seen; echo a > "$SHARD_CHECKPOINT"`;
      here.define({ shards: [{ id: "a" }], checkpoint: "out/{id}", command, shell: "sh" });
      const { code } = await here.start(["run"], SECRETS).ended;
      expect(code).toBe(0);
      for (const text of TEXTS) expect(here.read("seen")).toContain(text);
    });

    test("no process of a command and no guard has a secret of the step in its environment, nor any process in its arguments", async () => {
      const here = workspace();
      here.define({ shards: [{ id: "a" }], checkpoint: "out/{id}", command: WAITS, shell: "sh" });
      const run = here.start(["run"], SECRETS);
      await until("the command runs", () => here.has("pid") && here.read("pid") !== "");
      const leader = Number(here.read("pid"));
      const own = run.child.pid ?? 0;
      const session = ofSession(leader);
      expect(session.length).toBeGreaterThan(1);
      const [environ, words] = [readAll("environ", session), readAll("cmdline", [own, ...session])];
      // A later guard and what it is made of are looked at as well.
      const guard =
        session.find((pid) => readAll("cmdline", [pid]).includes("donemark-guard")) ?? 0;
      process.kill(guard, "SIGKILL");
      const laterGuards = (): readonly number[] =>
        readdirSync("/proc")
          .filter((name) => /^\d+$/.test(name))
          .map(Number)
          .filter((pid) => readAll("cmdline", [pid]).includes(`donemark-guard\0${leader}\0`))
          .filter((pid) => pid !== guard);
      await until("a later guard is there", () => laterGuards().length > 0);
      const later = [readAll("environ", laterGuards()), readAll("cmdline", laterGuards())];
      here.write("go");
      expect((await run.ended).code).toBe(0);
      for (const text of TEXTS)
        for (const found of [environ, words, ...later]) expect(found).not.toContain(text);
      expect(environ).toContain("SHARD_ID=a");
    });

    test("a key is no flag", async () => {
      const here = workspace();
      here.define({ shards: 1, checkpoint: "out/{id}", command: "true" });
      const { code, stderr } = await here.donemark("run", `--marker-key=${KEY}`);
      expect(code).toBe(2);
      expect(stderr).toContain("--marker-key is unknown");
      expect(stderr).not.toContain(KEY);
    });
  },
);
