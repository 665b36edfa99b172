import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/core/text/problem.ts";
import { scriptExtension, shellArgv } from "../../src/machine/shell.ts";

describe("the argument list of a shell", () => {
  test.each([
    ["bash", ["bash", "--noprofile", "--norc", "-eo", "pipefail", "/t/s"]],
    ["sh", ["sh", "-e", "/t/s"]],
    ["pwsh", ["pwsh", "-command", ". '/t/s'"]],
    ["python", ["python", "/t/s"]],
    ["perl {0}", ["perl", "/t/s"]],
    ["  bash   -l\t{0} ", ["bash", "-l", "/t/s"]],
    ['"/opt/my tools/run" --at="a b" {0}', ["/opt/my tools/run", "--at=a b", "/t/s"]],
    ['sh -c "echo \\"{0}\\"; true"', ["sh", "-c", 'echo "/t/s"; true']],
    ['env "" {0}', ["env", "", "/t/s"]],
    ["diff {0} {0}.old", ["diff", "/t/s", "/t/s.old"]],
    ["echo $HOME `id` {0}; rm", ["echo", "$HOME", "`id`", "/t/s;", "rm"]],
    ['sh "-e {0}', ["sh", "-e /t/s"]],
  ])("%s", (shell, argv) => {
    expect(shellArgv(shell, "/t/s")).toEqual(argv);
  });

  test("a path with blanks, quotes or dollars stays one word, letter by letter", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (path) => {
        expect(shellArgv("bash", path).at(-1)).toBe(path);
        expect(shellArgv("ruby -w {0} --", path)).toEqual(["ruby", "-w", path, "--"]);
      }),
    );
  });

  test("a single quote in the path is doubled for PowerShell", () => {
    expect(shellArgv("pwsh", "/it's/$&").at(-1)).toBe(". '/it''s/$&'");
  });

  test("another name is refused with the choices and the nearest of them", () => {
    expect(() => shellArgv("bsh", "/t/s")).toThrow(UserError);
    expect(() => shellArgv("bsh", "/t/s")).toThrow(
      /^shell: expected bash, sh, pwsh, python or a template with \{0\}.*, got "bsh"\. Did you mean "bash"\?$/,
    );
    expect(() => shellArgv("constructor", "/t/s")).toThrow(UserError);
    expect(() => shellArgv("", "/t/s")).toThrow(UserError);
  });
});

test.each([
  ["bash", ".sh"],
  ["sh", ".sh"],
  ["pwsh", ".ps1"],
  ["python", ".py"],
  ["bash -x {0}", ".sh"],
  ["python -u {0}", ".py"],
  ["perl {0}", ""],
  ["toString {0}", ""],
])("a script for %s is named *%s", (shell, extension) => {
  expect(scriptExtension(shell)).toBe(extension);
});
