import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { until } from "../helpers/until.ts";
import { compiled } from "../store/compiled.ts";
import { SHARED_BLOB_STORE } from "./azurite.ts";

describe("its end", () => {
  /** The blob store of a service in a process of its own: its only child. */
  function storeOf(pid: number): { readonly pid: number; readonly folder: string } {
    const ps = (...args: readonly string[]): string =>
      execFileSync("ps", args, { encoding: "utf8" });
    const line = ps("-A", "-ww", "-o", "pid=,ppid=,args=")
      .split("\n")
      .find((one) => one.trim().split(/\s+/)[1] === String(pid) && one.includes("azurite"));
    const folder = / --location (\S+)/.exec(line ?? "")?.[1] ?? "";
    return { pid: Number(line?.trim().split(/\s+/)[0]), folder };
  }

  function lives(pid: number): boolean {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  }

  test.each(["the end of its input", "SIGKILL"] as const)(
    "by %s takes the blob store and its folder along",
    async (how) => {
      const main = compiled("test/cache-service/main.ts");
      const child = spawn(process.execPath, [main, '{"token":"read"}'], {
        stdio: ["pipe", "pipe", "inherit"],
        env: { ...process.env, [SHARED_BLOB_STORE]: undefined },
      });
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      const started: { url: string; env: Record<string, string> } = JSON.parse(
        String((await lines.next()).value),
      );
      expect(started.env["ACTIONS_RESULTS_URL"]).toBe(started.url);
      expect(started.env["GITHUB_TOKEN"]).toMatch(/^ghs_/);
      child.stdin.write("traffic\n");
      expect(JSON.parse(String((await lines.next()).value))).toMatchObject({ requests: 0 });

      const store = storeOf(child.pid ?? 0);
      expect(lives(store.pid)).toBe(true);
      expect(existsSync(store.folder)).toBe(true);
      if (how === "SIGKILL") child.kill("SIGKILL");
      else child.stdin.end();
      await until("the end of the blob store", () => !lives(store.pid));
      await until("the end of its folder", () => !existsSync(store.folder));
    },
  );
});
