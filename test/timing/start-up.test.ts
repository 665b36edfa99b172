import { execFileSync } from "node:child_process";
import module from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { DIST } from "../helpers/program.ts";

describe("starting up", () => {
  const TRIES = 3;
  const BENCH = fileURLToPath(new URL("../helpers/start-up.mjs", import.meta.url));

  type Name = "version" | "status" | "statusByFlags";
  type Ratios = Readonly<Record<Name, number>>;

  /**
   * How many empty starts of Node each takes, by the quickest of 15 rounds: whatever else runs on the machine adds to
   * both, and would make the ratio of medians look better than it is. A process of its own measures, because a large
   * one starts others slowly.
   */
  function measure(): Ratios {
    const json = execFileSync(process.execPath, [BENCH, DIST, "15"], {
      encoding: "utf8",
      // Code that is kept compiled is part of what is measured.
      env: { ...process.env, NODE_COMPILE_CACHE: undefined },
    });
    const { quickest }: { readonly quickest: { readonly ratio: Ratios } } = JSON.parse(json);
    return quickest.ratio;
  }

  const tries: Ratios[] = [];
  /** Node 20 keeps no compiled code, so that every start pays for the whole program again. */
  const keepsCompiled = typeof module.enableCompileCache === "function";

  // A machine that is busy all the while may let no start through undisturbed: one good try of three is proof enough.
  test.each([
    ["the version", "version", 1.3],
    ["the status of one finished shard, by flags", "statusByFlags", keepsCompiled ? 2 : 2.9],
    [
      "the status of one finished shard, by a config file with a glob",
      "status",
      keepsCompiled ? 2.5 : 3.3,
    ],
  ] as const)(
    "%s (%s) takes at most %d empty starts of Node",
    { timeout: 180_000 },
    (_, name, most) => {
      const isGood = (): boolean => tries.some((ratios) => ratios[name] <= most);
      while (!isGood() && tries.length < TRIES) tries.push(measure());
      expect({ isGood: isGood(), ratios: tries.map((ratios) => ratios[name]) }).toMatchObject({
        isGood: true,
      });
    },
  );
});
