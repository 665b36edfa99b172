import { describe, expect, test } from "vitest";
import { workspace } from "../fixtures/cli/workspace.ts";

/** Sets the clock of a process by so many seconds once a file is there. */
const CLOCK = `const { existsSync } = require("node:fs");
const real = Date.now.bind(Date);
Date.now = () => real() + (existsSync("stepped") ? Number(process.env.STEP_S) * 1000 : 0);
`;

describe("a clock that is set while a command runs", () => {
  test.each([-3600, 3600])(
    "by %i s changes no duration, and loses no finished shard",
    async (step) => {
      const here = workspace();
      here.write("in/a.fa", "A");
      here.write("clock.cjs", CLOCK);
      here.define({
        shards: "in/*.fa",
        checkpoint: "out/{id}",
        command: 'touch stepped; echo x >> ran; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
      });
      const env = { NODE_OPTIONS: `--require ${here.path("clock.cjs")}`, STEP_S: String(step) };
      const { ended } = here.start(["run"], env);
      expect((await ended).code).toBe(0);
      const marker = JSON.parse(here.read("out/a.done"));
      expect(marker.seconds).toBeGreaterThanOrEqual(0);
      expect(marker.seconds).toBeLessThan(1800);
      expect(await here.run()).toMatchObject({ code: 0, ran: 0, skipped: 1 });
      expect(here.read("ran")).toBe("x\n");
    },
  );
});
