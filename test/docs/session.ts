import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLI, NODE, temporaryFolder, terminalEnv } from "../helpers/program.ts";
import { ROOT } from "./markdown.ts";

/**
 * A folder in which the lines of a page are run. `donemark` and `npx donemark` are the program under test. A kill comes
 * when it is right and not when a time is over: `timeout` kills once six markers are there and the seventh shard runs,
 * whose command sleeps until then. After the kill no sleep takes any time.
 */
export interface Session {
  readonly folder: string;
  /** Runs one line of a shell, and gives all that it prints. */
  readonly say: (line: string) => Promise<string>;
  /** The same on a terminal of 100 columns. */
  readonly sayOnTerminal: (line: string) => Promise<string>;
  readonly write: (name: string, text: string) => void;
}

const SEVENTH = "slot 1  07";

const SLEEP = `import os, time
real = time.sleep
def sleep(seconds):
    while os.path.exists(os.environ["HOLD"]):
        real(seconds)
        if os.environ.get("SHARD_ID") != "07":
            return
time.sleep = sleep
`;

const TIMEOUT = `#!/bin/bash
shift 3
touch "$HOLD"
"$@" &
child=$!
if [ -t 1 ]; then
  # Typed once the screen shows the seventh shard.
  read -r _ < /dev/tty
else
  while [ "$(ls out/*.done 2>/dev/null | wc -l)" -lt 6 ] || [ ! -e out/07.json.started ]; do
    kill -0 $child 2>/dev/null || exit 1
    sleep 0.05
  done
fi
kill -9 $child
wait $child 2>/dev/null
rm "$HOLD"
exit 137
`;

export function openSession(): Session {
  const home = temporaryFolder();
  const folder = join(home, "here");
  const bin = join(home, "bin");
  for (const made of [folder, bin]) mkdirSync(made);
  const programs = {
    donemark: `#!/bin/sh\nexec "${NODE}" "${CLI}" "$@"\n`,
    npx: '#!/bin/sh\nexec "$@"\n',
    timeout: TIMEOUT,
  };
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  writeFileSync(join(bin, "sitecustomize.py"), SLEEP);
  copyFileSync(join(ROOT, "python/donemark.py"), join(bin, "donemark.py"));
  const env = terminalEnv(home, { PYTHONPATH: bin, HOLD: join(home, "hold") });
  const withPath = { ...env, PATH: `${bin}:${process.env["PATH"] ?? ""}` };
  const shell = ["bash", "--noprofile", "--norc", "-c"];
  const terminal = ["python3", join(ROOT, "test/fixtures/cli/on-terminal.py"), SEVENTH, "\n"];
  return {
    folder,
    say: (line) => output([...shell, `exec 2>&1; ${line}`], folder, withPath),
    sayOnTerminal: (line) => output([...terminal, ...shell, line], folder, withPath),
    write: (name, text) => writeFileSync(join(folder, name), text),
  };
}

async function output(
  [program = "", ...args]: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<string> {
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  await new Promise((done) => child.on("close", done));
  return said;
}
