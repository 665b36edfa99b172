import { defineConfig } from "vitest/config";
import { campaignIn } from "./test/helpers/campaign.ts";
import { PATIENCE_MS } from "./test/helpers/patience.ts";
import { SlowestFirst } from "./test/helpers/slowest-first.ts";

const report = process.env["DONEMARK_TEST_REPORT"];
const { extent } = campaignIn(process.env);

const patience = {
  testTimeout: PATIENCE_MS,
  hookTimeout: PATIENCE_MS,
  expect: { poll: { timeout: PATIENCE_MS } },
};

/** Rooms whose tests call functions and keep no state in modules: a process for each file would only take time. */
const CALLING = ["checkpoint", "commands", "core", "files", "inspect", "job", "library", "protocol"]
  .concat(["run", "shards", "ui"])
  .map((room) => `test/${room}/**/*.test.ts`);

const CAMPAIGNS = "test/**/*.campaign.test.ts";

const calling = {
  test: {
    ...patience,
    name: "calling",
    include: CALLING,
    exclude: [CAMPAIGNS],
    isolate: false,
    sequence: { groupOrder: 0 },
  },
};

/** The tests that start programs. */
const starting = {
  test: {
    ...patience,
    name: "starting",
    include: ["test/**/*.test.ts"],
    exclude: ["test/timing/**", CAMPAIGNS, ...CALLING],
    sequence: { groupOrder: 0 },
  },
};

/** The campaigns as samples. */
const samples = {
  test: {
    ...patience,
    name: "samples",
    include: [CAMPAIGNS],
    sequence: { groupOrder: 0 },
  },
};

/** Ratios of times: they are measured when nothing else runs. */
const timing = {
  test: {
    ...patience,
    name: "timing",
    include: ["test/timing/**/*.test.ts"],
    sequence: { groupOrder: 1 },
    fileParallelism: false,
  },
};

/** The campaigns with their full sets, of which one test may take many minutes. */
const campaign = {
  test: {
    ...patience,
    testTimeout: 30 * 60_000,
    name: "campaign",
    include: [CAMPAIGNS],
  },
};

export default defineConfig({
  test: {
    // Of the whole run and of no project: Vitest would load it anew for each project.
    globalSetup: "test/helpers/whole-run.ts",
    // Tests start real processes, and some wait for seconds: a third worker keeps two processors busy meanwhile.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: extent === "full" ? [campaign] : [starting, samples, calling, timing],
  },
});
