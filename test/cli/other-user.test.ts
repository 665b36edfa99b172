import { chmodSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fakeDriver, hasStarted, shared } from "../fixtures/cli/container.ts";
import { otherUser } from "../fixtures/cli/other-user.ts";
import { until } from "../helpers/until.ts";

const isRoot = process.getuid?.() === 0;

describe.skipIf(!isRoot)("a folder of leases of another user (root is the other one)", () => {
  test("that all may write is shared: a GPU is waited for while its user lives, and taken when that one is gone", async () => {
    const [roots, theirs] = [shared(["a"]), shared(["b"])];
    theirs.write(".leases/.keep");
    chmodSync(theirs.path(".leases"), 0o1777);
    const env = { ...fakeDriver(theirs), DONEMARK_LEASE_DIR: theirs.path(".leases") };
    const first = roots.start(["run"], { WHO: "root", ...env });
    await until("the command of root", hasStarted(roots, "a root"));
    const user = otherUser(theirs, { ...env, WHO: "other" });
    const waiting = user.donemark("run", "--max-runtime", "1s");
    expect(waiting.code).toBe(4);
    expect(waiting.stdout + waiting.stderr).toMatch(
      new RegExp(`1 of 1 GPU is leased by another run \\(pid ${first.child.pid}\\)`),
    );
    expect(theirs.has("started.txt")).toBe(false);
    first.child.kill("SIGKILL");
    await first.ended;
    const signs = (): readonly string[] =>
      readdirSync(theirs.path(".leases")).filter((name) => name.startsWith(".alive-"));
    expect(signs()).toHaveLength(1);
    theirs.write("go-other");
    const after = user.donemark("run");
    expect(after.stdout + after.stderr).not.toMatch(/EACCES|EPERM/);
    expect(after.code).toBe(0);
    expect(theirs.lines("started.txt")).toEqual(["b other"]);
    // The sign of life of root is root's to remove.
    expect(signs()).toHaveLength(1);
  });

  test("that others may not write is named with its owner and the command that shares it, and nothing is started", async () => {
    const here = shared(["a"]);
    here.write(".leases/.keep");
    chmodSync(here.path(".leases"), 0o755);
    const { donemark } = otherUser(here);
    const refused = donemark("run");
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/\.leases", which belongs to user 0 and cannot be written here/);
    expect(refused.stderr).toMatch(/chmod 1777 .+\.leases/);
    expect(here.has("out/a.txt.started")).toBe(false);
    expect(donemark("status").code).toBe(0);
  });
});
