import { defineConfig } from "vitest/config";

const report = process.env["DONEMARK_TEST_REPORT"];
const limits = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Tests start real processes and wait for them: more at once than there are processors only makes them wait longer.
    maxWorkers: 2,
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: [
      {
        test: {
          name: "behaviour",
          globalSetup: "test/closing-report.ts",
          include: ["test/**/*.test.ts"],
          exclude: ["test/timing/**", "test/crash/slot.test.ts"],
          sequence: { groupOrder: 0 },
          ...limits,
        },
      },
      // What measures time runs when nothing else does.
      {
        test: {
          name: "timing",
          include: ["test/timing/**/*.test.ts", "test/crash/slot.test.ts"],
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          ...limits,
        },
      },
    ],
  },
});
