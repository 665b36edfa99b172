import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";
import type { Disk } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { tidyUp } from "../../src/protocol/aside/tidy.ts";
import { shardPaths } from "../../src/core/model/shard-paths.ts";
import { temporaryFolder } from "../helpers/program.ts";
import { systemError } from "../store/disks.ts";

test.each(["EIO", "EACCES"])(
  "a start record that gives %s at that moment may be another run's: it and its work stay, and the rest is tidied up",
  async (code) => {
    const folder = temporaryFolder();
    const paths = shardPaths(folder, { checkpoint: "a", work: "work" });
    mkdirSync(paths.work);
    for (const path of [
      join(paths.work, "hours"),
      paths.checkpoint,
      paths.started,
      join(folder, ".a.attempt.stale"),
    ])
      writeFileSync(path, "{}");
    const disk: Disk = {
      ...realDisk,
      readText: (path, most) => {
        if (path === paths.started) throw systemError(code, "open", path);
        return realDisk.readText(path, most);
      },
    };
    const told: string[] = [];
    const warn = (text: string): void => void told.push(text);
    await tidyUp({ disk, token: () => "t", markers: PLAIN_FORM, keep: 1, warn }, paths);
    expect([paths.started, join(paths.work, "hours")].map((path) => existsSync(path))).toEqual([
      true,
      true,
    ]);
    expect(existsSync(join(folder, ".a.attempt.stale"))).toBe(false);
    expect(told).toEqual([expect.stringContaining(`${paths.started} and its work stay`)]);
  },
);
