// Sample: two of the stories, with every code at every change of the disk.
import { afterAll, describe, expect, it } from "vitest";
import { presentState } from "../crash/posix/crash-states.ts";
import { faultOf } from "../crash/posix/judge.ts";
import { recordOf, type Recorded } from "../crash/posix/record.ts";
import { SCENARIOS } from "../crash/posix/scenarios.ts";
import { openWorld } from "../crash/posix/world.ts";
import { chosenOf } from "../helpers/campaign.ts";
import { systemError } from "../store/disks.ts";
import { CODES, isHindered, tellFaults, reportFaults, type Code } from "./faulty-disk.ts";

afterAll(reportFaults);

/** Saves, restores, revocations, and work that is saved, dropped and brought, between this disk and GitHub's cache. */
const STORIES = chosenOf(
  SCENARIOS.filter(({ storeKind }) => storeKind === "github"),
  2,
);

describe("with GitHub's cache, a fault at every single change of the disk says its cause and harms nothing", () => {
  it.each(STORIES)("$title", async (scenario) => {
    const recorded = await recordOf(scenario);
    const changes = recorded.log.filter(({ kind }) => kind === "operation").length;
    for (const code of CODES) {
      const cases = await meetFaults(recorded, code);
      expect(cases > 0).toBe(changes > 0);
      tellFaults("GitHub's cache", cases);
    }
  });
});

/** Meets the fault at the first change that it can hinder, the second, and so on, until it is not met; gives how many. */
async function meetFaults({ scenario, machine }: Recorded, code: Code): Promise<number> {
  for (let n = 1; ; n += 1) {
    let left = n;
    const world = openWorld({
      ...scenario,
      machine: machine(),
      process: "act",
      refuse: (operation, path) => {
        if (isHindered(code, operation)) left -= 1;
        if (left === 0 && isHindered(code, operation)) throw systemError(code, operation, path);
      },
    });
    const said = await answerOf(() => scenario.act(world));
    if (left > 0) return n - 1;
    if (said !== undefined) {
      expect(said).toContain(code);
      expect(said).not.toContain("\n");
    }
    const marks = world.log().flatMap((item) => (item.kind === "mark" ? [item.says] : []));
    const claims = scenario.claims(new Set(marks));
    expect(await faultOf(presentState(world.machine), claims), `${code} at ${n}`).toBeUndefined();
  }
}

/** What is reported; `undefined` where it is done all the same. */
async function answerOf(act: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
