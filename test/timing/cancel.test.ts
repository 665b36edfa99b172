import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cancel, createRunner, eventually, isThere, untilWritten } from "../action/runner.ts";
import { startCacheService } from "../cache-service/service.ts";

/** The runner sends SIGTERM 7.5 s after SIGINT; a step that saves its state must have left before. */
const MOST_MS = 7000;

const INPUTS = { shards: "in/*.txt", checkpoint: "out/{id}.txt", store: "none" };

// Both only wait: they run beside each other.
describe.concurrent("a step that is cancelled leaves before the runner's next signal", () => {
  test("whatever its command does", async ({ onTestFinished }) => {
    const runner = createRunner({ "in/a.txt": "a\n" }, onTestFinished);
    const command =
      "trap '' INT TERM; sleep 600 & echo $! > pid; while kill -0 $!; do wait $!; done";
    const step = runner.main({ inputs: { ...INPUTS, command } });
    const pid = Number(await untilWritten(join(runner.workspace, "pid")));
    const startedAtMs = performance.now();
    await cancel(step);
    expect(performance.now() - startedAtMs).toBeLessThan(MOST_MS);
    expect(isThere(pid)).toBe(true);
    process.kill(pid, "SIGKILL");
  });

  test("while it uploads", async ({ onTestFinished }) => {
    const service = await startCacheService();
    try {
      const lift = service.fault("upload", "stall");
      const runner = createRunner({ "in/a.txt": "a".repeat(100_000) }, onTestFinished);
      const command = 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"';
      const inputs = { ...INPUTS, command, store: "github" };
      const step = runner.main({ inputs, env: service.env() });
      await eventually(() => service.entries().length > 0, "the upload has begun");
      const startedAtMs = performance.now();
      await cancel(step);
      expect(performance.now() - startedAtMs).toBeLessThan(MOST_MS);
      lift();
    } finally {
      await service.close();
    }
  });
});
