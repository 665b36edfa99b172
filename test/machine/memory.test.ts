import { spawn } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { watchMemory } from "../../src/machine/memory.ts";
import { until } from "../helpers/until.ts";

const MEGABYTE = 1_000_000;

/** A group whose leader and its child each hold so many bytes, until they are killed. */
function holding(bytes: number): { readonly group: number; readonly end: () => Promise<void> } {
  const hold = `const kept = Buffer.alloc(${bytes}, 1); setInterval(() => kept.at(0), 1e6);`;
  const script = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(hold)}]); ${hold}`;
  const child = spawn(process.execPath, ["-e", script], { detached: true, stdio: "ignore" });
  const ended = new Promise<void>((done) => {
    child.on("close", () => done());
  });
  const group = child.pid ?? 0;
  const end = (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-group, "SIGKILL");
    return ended;
  };
  onTestFinished(end);
  return { group, end };
}

test.runIf(process.platform === "linux")(
  "the peak of a command is that of all its processes, stays when they end, and begins anew with the next shard",
  async () => {
    const memory = watchMemory();
    memory.begin("slot 1");
    expect(memory.peakBytes("slot 1")).toBeUndefined();
    const { group, end } = holding(120 * MEGABYTE);
    memory.watch("slot 1", group);
    const peak = (): number => memory.peakBytes("slot 1") ?? 0;
    await until("a peak of both processes", () => peak() > 240 * MEGABYTE);
    expect(peak()).toBeLessThan(2000 * MEGABYTE);
    expect(memory.peakBytes("slot 2")).toBeUndefined();
    await end();
    expect(peak()).toBeGreaterThan(240 * MEGABYTE);
    await until("the end of both", () => {
      memory.begin("slot 1");
      return memory.peakBytes("slot 1") === undefined;
    });
  },
);

test.runIf(process.platform === "linux")(
  "what a long-lived program needed for an earlier shard is not the peak of the next one",
  async () => {
    const memory = watchMemory();
    const script = `let kept; process.on("SIGUSR2", () => { kept = undefined; gc(); }); kept = Buffer.alloc(300e6, 1); setInterval(() => kept?.at(0), 1e6);`;
    const child = spawn(process.execPath, ["--expose-gc", "-e", script], {
      detached: true,
      stdio: "ignore",
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    memory.begin("slot 1");
    memory.watch("slot 1", child.pid ?? 0);
    await until("the first peak", () => (memory.peakBytes("slot 1") ?? 0) > 300 * MEGABYTE);
    child.kill("SIGUSR2");
    await until("a smaller one", () => {
      memory.begin("slot 1");
      return (memory.peakBytes("slot 1") ?? Infinity) < 250 * MEGABYTE;
    });
    expect(memory.peakBytes("slot 1")).toBeGreaterThan(10 * MEGABYTE);
  },
);
