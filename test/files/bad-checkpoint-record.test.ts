import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recordFailed, readLastFailed } from "../../src/files/bad-checkpoint-record.ts";
import { atEveryOperation, CODES, expectClear } from "../hostile/faulty-disk.ts";
import { unflushedDisk } from "../store/disks.ts";
import { temporaryFolder } from "../store/setting.ts";

const FOUND = [
  { path: "a", reason: "empty" },
  { path: "b", reason: "damaged: it is" },
];

test.each(CODES)(
  "%s at any operation fails nobody, and is told to who looks for it",
  async (code) => {
    await atEveryOperation("record of bad checkpoints", code, async ({ disk, failed }) => {
      const workspace = temporaryFolder();
      const told: string[] = [];
      const reporter = { debug: (line: string) => void told.push(line) };
      const place = { workspace, reporter, now: () => 0 };
      await recordFailed({ ...place, disk }, FOUND);
      for (const line of told) expectClear(line, code);
      const kept = readLastFailed({ disk: unflushedDisk, workspace });
      if (failed() === undefined || told.length === 0) expect(kept).toHaveLength(2);
      await recordFailed({ ...place, disk: unflushedDisk }, [{ path: "c", reason: "empty" }]);
      expect(readLastFailed({ disk: unflushedDisk, workspace }).at(-1)).toEqual({
        path: "c",
        reason: "empty",
        time: "1970-01-01T00:00:00.000Z",
      });
      expect(existsSync(join(workspace, ".donemark/failed.jsonl"))).toBe(true);
    });
  },
);
