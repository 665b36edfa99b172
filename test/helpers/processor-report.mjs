// Loaded before a program under test: when it ends, its processor time in seconds lies in the file that
// PROCESSOR_REPORT names.
import { writeFileSync } from "node:fs";

process.once("exit", () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env["PROCESSOR_REPORT"], String((user + system) / 1_000_000));
});
