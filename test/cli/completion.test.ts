import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { workspace } from "../fixtures/cli/workspace.ts";

const has = (shell: string): boolean => spawnSync(shell, ["-c", "exit 0"]).status === 0;

async function scriptFor(shell: string): Promise<string> {
  const { code, stdout } = await workspace().donemark("completion", shell);
  expect(code).toBe(0);
  return stdout;
}

/** What a shell that has read a script says to a line of its own. */
function told(shell: string, script: string): readonly string[] {
  const { stdout, stderr, status } = spawnSync(shell, ["-c", script], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.split("\n").filter((line) => line !== "");
}

describe("completion for bash", async () => {
  const script = await scriptFor("bash");
  /** The words as bash splits them: at `=` too. */
  const offered = (...words: readonly string[]): readonly string[] => {
    const list = words.map((word) => `'${word}'`).join(" ");
    return told(
      "bash",
      `${script}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _donemark; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
  };

  test("offers commands, then the flags of the command, then their values", () => {
    expect(offered("donemark", "st")).toEqual(["status"]);
    expect(offered("donemark", "")).toEqual(
      expect.arrayContaining(["run", "init", "logs", "help"]),
    );
    expect(offered("donemark", "run", "--qu")).toEqual(["--quiet"]);
    expect(offered("donemark", "status", "--qu")).toEqual([]);
    expect(offered("donemark", "run", "--run-p")).toEqual(["--run-per"]);
    expect(offered("donemark", "run", "--run-per", "=", "s")).toEqual(["shard", "slot"]);
    expect(offered("donemark", "run", "--run-per", "=")).toEqual(["shard", "slot", "job"]);
    expect(offered("donemark", "run", "--run-per", "j")).toEqual(["job"]);
    expect(offered("donemark", "demo", "--run-p")).toEqual([]);
    expect(offered("donemark", "completion", "")).toEqual(["bash", "zsh", "fish"]);
    expect(offered("donemark", "help", "st")).toEqual(["status"]);
  });

  test("leaves names of files to bash", () => {
    expect(script).toContain("complete -o bashdefault -o default");
    expect(offered("donemark", "info", "out/")).toEqual([]);
  });
});

describe.runIf(has("zsh"))("completion for zsh (skipped where it is not installed)", () => {
  test("is a script that zsh reads, and knows its commands", async () => {
    const script = await scriptFor("zsh");
    const lines = told(
      "zsh",
      `autoload -U compinit && compinit -u -D; ${script}\nprint -l \${_comps[donemark]}; whence -w _donemark`,
    );
    expect(lines).toEqual(["_donemark", "_donemark: function"]);
    expect(script).toContain("--run-per=[");
  });

  test("answers the completion that loads it, as a file of fpath", async () => {
    const script = await scriptFor("zsh");
    const here = workspace();
    here.write("functions/_donemark", script);
    const lines = told(
      "zsh",
      `fpath=('${here.path("functions")}' $fpath); autoload -U compinit && compinit -u -D
       _describe() { print "offers $2: \${(P)#2}" }; words=(donemark st); CURRENT=2
       \${_comps[donemark]}; \${_comps[donemark]}`,
    );
    expect(lines).toEqual([
      expect.stringMatching(/^offers commands: [1-9]/),
      expect.stringMatching(/^offers commands: [1-9]/),
    ]);
  });
});

describe.runIf(has("fish"))("completion for fish (skipped where it is not installed)", () => {
  test("offers commands, flags and values", async () => {
    const script = await scriptFor("fish");
    const offered = (line: string): readonly string[] =>
      told("fish", `${script}\ncomplete -C '${line}'`).map((one) => one.split("\t")[0] ?? "");
    expect(offered("donemark st")).toEqual(["status"]);
    expect(offered("donemark run --qui")).toEqual(["--quiet"]);
    expect(offered("donemark completion ")).toEqual(["bash", "fish", "zsh"]);
    expect(offered("donemark run --run-per=s")).toEqual(["--run-per=shard", "--run-per=slot"]);
  });
});

test("completion of a shell that is not known names those that are", async () => {
  const { code, stderr } = await workspace().donemark("completion", "bas");
  expect([code, stderr]).toEqual([
    2,
    'error Name one shell of bash, zsh, fish, got "bas". Did you mean "bash"?\n',
  ]);
});
