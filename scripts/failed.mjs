/**
 * Counts of one report of the tests as "passed failed" on standard output; the name of each failed test and its first
 * lines on standard error, so that they are the last thing in a log.
 */
import { readFileSync } from "node:fs";

const LINES = 12;

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const file of report.testResults) {
  if (file.status === "failed" && file.message)
    console.error(`FAILED: ${file.name}\n${file.message}`);
  for (const test of file.assertionResults) {
    if (test.status !== "failed") continue;
    console.error(`FAILED: ${file.name}: ${test.fullName}`);
    console.error(test.failureMessages.join("\n").split("\n").slice(0, LINES).join("\n"));
  }
}
console.log(report.numPassedTests, report.numFailedTests);
