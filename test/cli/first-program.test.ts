import { expect, test } from "vitest";
import { checkNode } from "../../src/commands/doctor/system.ts";
import { firstProgram } from "../../src/commands/doctor/program.ts";

test.each([
  ["python3 predict.py", "python3"],
  ["  ./run.sh\n", "./run.sh"],
  ["# a comment\n\nset -eu\npython3 x", "python3"],
  ["exec nohup python3 x", "python3"],
  ["predict \\\n  --fast", "predict"],
  ["python3 x | tee log", "python3"],
  ["echo begin\nmodel", "model"],
])("the program of %j is %j", (command, program) => {
  expect(firstProgram(command)).toBe(program);
});

test.each([
  "",
  "$PYTHON x",
  '"my program" x',
  "A=1 python3 x",
  "if true; then x; fi",
  "cd model && x",
  ". venv/bin/activate\nx",
  "export PATH=/elsewhere\nx",
  "set -e; x",
  "echo $(x) > y",
  "(x)",
])("the program of %j is left to the shell", (command) => {
  expect(firstProgram(command)).toBeUndefined();
});

test("the oldest Node that may run it is the one of package.json", () => {
  expect(checkNode("20.19.0").verdict).toBe("ok");
  expect(checkNode("24.0.0").verdict).toBe("ok");
  expect(checkNode("20.18.9")).toMatchObject({
    verdict: "fault",
    fix: "Install Node 20.19 or later.",
  });
  expect(checkNode("18.20.0").verdict).toBe("fault");
});
