import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, statfsSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { findLeftovers } from "../../src/machine/leftovers.ts";
import { otherUser } from "../fixtures/cli/other-user.ts";
import { snapshot, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { HAS_TERMINALS, runOnTerminal } from "../helpers/on-terminal.ts";
import { CLI, NODE, temporaryFolder, terminalEnv, type Ended } from "../helpers/program.ts";
import { until } from "../helpers/until.ts";

/** Linux has a folder in memory there, unless a container has put another file system in its place. */
const IS_MEMORY = existsSync("/dev/shm") && statfsSync("/dev/shm").type === 0x01_02_19_94;

/** What `doctor --json` prints. */
const answerSchema = v.strictObject({
  ok: v.boolean(),
  faults: v.number(),
  warnings: v.number(),
  checks: v.array(
    v.strictObject({
      name: v.string(),
      verdict: v.picklist(["ok", "warning", "fault"]),
      says: v.string(),
      fix: v.nullable(v.string()),
    }),
  ),
});

type Answer = v.InferOutput<typeof answerSchema>;

const read = ({ stdout }: Pick<Ended, "stdout">): Answer =>
  v.parse(answerSchema, JSON.parse(stdout));

const ask = async (
  here: Workspace,
  env: Record<string, string> = {},
  ...more: readonly string[]
): Promise<Answer & { readonly code: number | null }> => {
  const ended = await here.start(["doctor", "--json", ...more], env).ended;
  const answer = read(ended);
  expect(ended.code).toBe(answer.faults > 0 ? 1 : 0);
  return { ...answer, code: ended.code };
};

/** The checks of a name, as `verdict: what it says`. */
const found = ({ checks }: Answer, name: string): readonly string[] =>
  checks.filter((check) => check.name === name).map(({ verdict, says }) => `${verdict}: ${says}`);

/** A folder in which nothing is wrong. */
function healthy(more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.write("in/a.txt", "a");
  here.write("in/b.txt", "b");
  here.write("predict.sh", "exit 0");
  here.define({
    shards: "in/*.txt",
    checkpoint: "out/{id}.txt",
    command: "sh predict.sh",
    "fingerprint-files": "predict.sh",
    ...more,
  });
  return here;
}

/** A PATH with these programs alone. */
function pathWith(...names: readonly string[]): Record<string, string> {
  const bin = temporaryFolder();
  for (const name of ["sh", "bash", ...names]) symlinkSync(`/bin/${name}`, join(bin, name));
  return { PATH: bin };
}

describe("doctor", () => {
  test("finds no fault in a folder where nothing is wrong, and changes nothing there", async () => {
    const here = healthy({ store: "file:store" });
    mkdirSync(here.path("store"));
    const before = snapshot(here.folder);
    const answer = await ask(here);
    expect(answer).toMatchObject({ code: 0, ok: true, faults: 0 });
    expect(found(answer, "shards")).toEqual(['ok: 2 shards, such as "a"']);
    expect(found(answer, "command")).toEqual(['ok: "bash" and "sh" can be started']);
    expect(found(answer, "fingerprint-files")).toEqual(["ok: 1 file"]);
    expect(found(answer, "store")).toContain("ok: conditional writes work");
    expect(snapshot(here.folder)).toEqual(before);
  });

  test("prints a line for each check, and below each that is not right what to do", async () => {
    const here = healthy({ command: "no-such-program" });
    const { code, stdout, stderr } = await here.donemark("doctor");
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^ok {7}node {15}\d+\.\d+\.\d+$/m);
    expect(stdout).toMatch(
      /^fault {4}command +"no-such-program" is not in PATH\n +Install it, or write its path/m,
    );
    expect(stdout).toMatch(/\n1 fault, \d warnings?\n$/);
  });

  test("checks the machine alone where there is no definition, and says so", async () => {
    const here = workspace();
    const answer = await ask(here);
    expect(answer.ok).toBe(true);
    expect(found(answer, "definition")[0]).toMatch(/^warning: there is no donemark\.yml in /);
    expect(found(answer, "checkpoints")).toEqual([]);
    expect(here.names(".")).toEqual([]);
  });

  test("takes flags for the definition, and refuses words", async () => {
    const here = workspace();
    const flags = ["--shards=2", "--checkpoint=out/{id}", "--command=true"];
    expect(found(await ask(here, {}, ...flags), "definition")).toEqual(["ok: given by flags"]);
    expect((await here.donemark("doctor", "word")).code).toBe(2);
  });

  test("tells every problem of a definition that is wrong, each as a fault", async () => {
    const here = workspace();
    here.define({ shards: 2, checkpoint: "out", parallel: "many", retries: -1 });
    const answer = await ask(here);
    expect(found(answer, "definition")).toEqual([
      expect.stringMatching(/^fault: .*parallel/),
      expect.stringMatching(/^fault: .*retries/),
    ]);
  });

  test("keeps control characters and secrets of the environment from what it prints", async () => {
    const here = healthy({ shards: "in/hidden-value-\u001b[2J*.txt" });
    const ended = await here.start(["doctor"], { MY_TOKEN: "hidden-value" }).ended;
    expect(ended.stdout).toContain("***");
    expect(ended.stdout).not.toContain("hidden-value");
    expect(ended.stdout).not.toContain("\u001b");
  });

  test.skipIf(!HAS_TERMINALS)("is coloured on a terminal", async () => {
    const { code, said } = await runOnTerminal(healthy(), {
      command: "doctor",
      env: { NO_COLOR: "" },
    });
    expect(code).toBe(0);
    expect(said).toContain("\u001b[32mok     \u001b[39m  node");
    // The terminal has 100 columns.
    const lines = stripVTControlCharacters(said).split("\r\n");
    expect(lines.filter((line) => line.length > 100 && !/^ *\S+$/.test(line.slice(28)))).toEqual(
      [],
    );
  });
});

describe("doctor looks at the definition", () => {
  test.each([
    ["a pattern without files", { shards: "nothing/*.txt" }, "shards", /No shard matches/],
    [
      "a pattern of fingerprint-files without files",
      { "fingerprint-files": "weights/*.pt" },
      "fingerprint-files",
      /matches no file/,
    ],
    [
      "a program by its path",
      { command: "./bin/predict" },
      "command",
      /"\.\/bin\/predict" is not there, or may not be executed/,
    ],
    ["a shell", { shell: "no-such-shell {0}" }, "command", /"no-such-shell" is not in PATH/],
    [
      "a folder to start in",
      { "working-directory": "elsewhere" },
      "command",
      /working-directory must be a folder/,
    ],
  ])("and names %s that is not there", async (_, wrong, name, says) => {
    const answer = await ask(healthy(wrong));
    expect(answer.faults).toBe(1);
    expect(found(answer, name).join("\n")).toMatch(says);
    expect(answer.checks.find(({ verdict }) => verdict === "fault")?.fix).toMatch(/\.$/);
  });

  test("and names a file of the command that no fingerprint covers", async () => {
    const answer = await ask(healthy({ "fingerprint-files": "" }));
    expect(found(answer, "fingerprint-files")[0]).toMatch(/^warning: .*"predict\.sh"/);
  });

  test("and takes a pointer of Git LFS in the place of weights for a fault", async () => {
    const here = healthy({ "fingerprint-files": "weights.pt" });
    const oid = "0".repeat(64);
    here.write(
      "weights.pt",
      `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 12345\n`,
    );
    const { checks } = await ask(here);
    expect(checks.find(({ verdict }) => verdict === "fault")).toMatchObject({
      name: "fingerprint-files",
      fix: "Run `git lfs pull`.",
    });
  });

  test("and believes in a function that bash exports, and in nothing that only a shell can tell", async () => {
    const exported = { "BASH_FUNC_load_model%%": "() { :; }" };
    expect((await ask(healthy({ command: "load_model 7" }), exported)).ok).toBe(true);
    expect((await ask(healthy({ command: "load_model 7" }))).ok).toBe(false);
    for (const command of [
      "$PYTHON predict.py",
      "cd there && ./run",
      "set -e\n. venv/bin/activate\nx",
    ])
      expect((await ask(healthy({ command }))).ok).toBe(true);
  });
});

describe("doctor looks at the machine", () => {
  test("and warns where tar and zstd are missing; without tar GitHub's cache is a fault", async () => {
    const bare = await ask(healthy(), pathWith());
    expect(found(bare, "tar")[0]).toMatch(/^warning: it is not in PATH/);
    expect(found(bare, "zstd")[0]).toMatch(/^warning: it is not in PATH/);
    const needed = await ask(healthy({ store: "github" }), pathWith());
    expect(found(needed, "tar")[0]).toMatch(/^fault: it is not in PATH/);
    expect(found(await ask(healthy(), pathWith("tar")), "tar")[0]).toMatch(/^ok: .*\/tar$/);
  });

  test("and names each GPU with its memory, as nvidia-smi tells it", async () => {
    const uuids = [
      "GPU-5d5ba0d6-d33d-2b2c-524d-9e3d8d2b8a77",
      "GPU-7f57f032-34ab-a064-c37c-7a4f75601cc5",
    ];
    const here = healthy();
    here.write(
      "bin/nvidia-smi",
      `#!/bin/sh
case "$*" in
 *--query-gpu=index,uuid*) echo "0, ${uuids[0]}"; echo "1, ${uuids[1]}";;
 *--query-gpu=uuid,memory*) echo "${uuids[0]}, 81920, 80384, NVIDIA H100, 80GB"; echo "${uuids[1]}, [N/A], [N/A], NVIDIA GB10";;
esac
`,
    );
    chmodSync(here.path("bin/nvidia-smi"), 0o755);
    const PATH = `${here.path("bin")}:${process.env["PATH"] ?? ""}`;
    const answer = await ask(here, { PATH, CUDA_VISIBLE_DEVICES: "0,1" });
    expect(found(answer, "gpus")).toEqual([
      "ok: 2 GPUs: 0 (NVIDIA H100, 80GB, 80.0 GiB, 78.5 GiB free), 1 (NVIDIA GB10)",
    ]);
    expect(found(await ask(here, { PATH, CUDA_VISIBLE_DEVICES: "" }), "gpus")).toEqual([
      "ok: none for a run: CUDA_VISIBLE_DEVICES hides 2 GPUs",
    ]);
  });

  test("and says why nvidia-smi fails", async () => {
    const here = healthy();
    here.write("bin/nvidia-smi", "#!/bin/sh\necho 'NVIDIA-SMI has failed: no driver.'; exit 9\n");
    chmodSync(here.path("bin/nvidia-smi"), 0o755);
    const PATH = `${here.path("bin")}:${process.env["PATH"] ?? ""}`;
    const answer = await ask(here, { PATH, CUDA_VISIBLE_DEVICES: "0" });
    expect(found(answer, "gpus")[0]).toContain("warning: nvidia-smi failed: NVIDIA-SMI has failed");
  });

  test("and names the runner of a workflow, with its version where its folder tells it", async () => {
    const env = {
      GITHUB_ACTIONS: "true",
      RUNNER_NAME: "gpu-7",
      RUNNER_ENVIRONMENT: "self-hosted",
      RUNNER_OS: "Linux",
      RUNNER_ARCH: "X64",
    };
    const here = healthy();
    const [plain] = found(await ask(here, env), "runner");
    expect(plain).toBe("ok: gpu-7, self-hosted, Linux X64, its version is not told");
    const worker = join(temporaryFolder(), "bin.2.331.0", "Runner.Worker");
    mkdirSync(dirname(worker));
    copyFileSync("/bin/sh", worker);
    chmodSync(worker, 0o755);
    const script = '"$0" "$1" doctor --json; exit $?';
    const ended = await output(
      spawn(worker, ["-c", script, NODE, CLI], {
        cwd: here.folder,
        env: terminalEnv(here.folder, env),
        stdio: ["ignore", "pipe", "inherit"],
      }),
    );
    expect(found(read(ended), "runner")).toEqual([
      "ok: gpu-7, self-hosted, Linux X64, version 2.331.0",
    ]);
  });

  test("and names folders that this user may not write, each with whose it is", () => {
    const here = healthy();
    here.write("out/.keep");
    here.write(".donemark/.gitignore", "*\n");
    const user = otherUser(here);
    chmodSync(here.path("out"), 0o555);
    chmodSync(here.path(".donemark"), 0o555);
    const told = user.donemark("doctor", "--json");
    chmodSync(here.path("out"), 0o755);
    chmodSync(here.path(".donemark"), 0o755);
    expect(told.code).toBe(1);
    for (const name of ["checkpoints", ".donemark"])
      expect(found(read(told), name)[0]).toMatch(/^fault: .* cannot be written: EACCES/);
  });

  test.skipIf(!IS_MEMORY)("and warns of checkpoints that a restart loses", async () => {
    const answer = await ask(healthy({ checkpoint: "/dev/shm/donemark-doctor/{id}.txt" }));
    expect(found(answer, "checkpoints")).toEqual([
      expect.stringMatching(/^warning: .* free on tmpfs, which is in memory: /),
    ]);
  });

  test("and names a file in the place of a folder", async () => {
    const here = healthy();
    here.write("out", "a file");
    expect(found(await ask(here), "checkpoints")[0]).toMatch(/^fault: .*out" is no folder$/);
  });

  test("and names a process that a killed run has left, and none of a run that lives", async () => {
    const here = healthy({
      shards: 1,
      command: `setsid sh -c 'echo $$ > pid; exec sleep 600' & sleep 600`,
      "fingerprint-files": "",
    });
    // By its number: a loop that waits for a file would not see it before the folder is removed.
    onTestFinished(() => {
      for (const pid of here.lines("pid")) process.kill(Number(pid), "SIGKILL");
    });
    // All of them are looked at here: `doctor` names the first few alone, and this machine may have others.
    const isLeft = (): boolean =>
      findLeftovers().some(({ pid }) => String(pid) === here.lines("pid")[0]);
    const run = here.start(["run"]);
    await until("the process", () => here.lines("pid").length > 0);
    expect(isLeft()).toBe(false);
    run.child.kill("SIGKILL");
    await run.ended;
    await until("the end of its guard", isLeft);
    const { checks } = await ask(here);
    const { says, fix } = checks.find(({ name }) => name === "processes") ?? {};
    expect(says).toMatch(/^\d+ process(es)? of runs that are gone: \d+ \(/);
    expect(fix).toMatch(/^End what you do not want: `kill [\d ]+`\.$/);
  });

  test("and tells a folder of leases that is none", async () => {
    const here = healthy();
    here.write("leases", "a file");
    const answer = await ask(here, { DONEMARK_LEASE_DIR: here.path("leases") });
    expect(found(answer, "leases")[0]).toMatch(/^fault: Expected a folder for leases/);
    expect(found(await ask(here, { DONEMARK_LEASE_DIR: "relative" }), "leases")[0]).toMatch(
      /^fault: DONEMARK_LEASE_DIR: expected an absolute path/,
    );
  });
});

async function output(child: ChildProcess): Promise<Pick<Ended, "stdout">> {
  let stdout = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  await new Promise((done) => child.on("close", done));
  return { stdout };
}

describe("doctor looks at the store", () => {
  test("and warns of a folder that is not there, which it does not make", async () => {
    const here = healthy({ store: "file:store" });
    expect(found(await ask(here), "store")[0]).toMatch(
      /^warning: ".*store" is not there: the first save makes it$/,
    );
    expect(here.has("store")).toBe(false);
  });

  test("and takes a file in its place for a fault", async () => {
    const here = healthy({ store: "file:store" });
    here.write("store", "a file");
    expect(found(await ask(here), "store")[0]).toMatch(/^fault: .*store" is no folder$/);
  });

  test("and takes one that this user may not write for a fault", () => {
    const here = healthy({ store: "file:store" });
    here.write("store/.keep");
    const user = otherUser(here);
    chmodSync(here.path("store"), 0o555);
    const told = user.donemark("doctor", "--json");
    chmodSync(here.path("store"), 0o755);
    expect(found(read(told), "store")[0]).toMatch(/^fault: .* cannot be written: EACCES/);
  });
});

describe("doctor looks at the cache service", () => {
  let service: CacheService;
  beforeAll(async () => {
    service = await startCacheService({ inMemory: true });
  });
  afterAll(() => service.close());

  test.each(["v2", "v1"] as const)("of version %s, and leaves nothing there", async (protocol) => {
    const here = healthy({ store: "github" });
    const answer = await ask(here, service.env({ protocol }));
    const { host } = new URL(service.url);
    expect(found(answer, "cache-service")).toEqual([`ok: version ${protocol} at ${host} answers`]);
    expect(found(answer, "store")).toEqual(["ok: github: see cache-service"]);
    expect(service.entries()).toEqual([]);
  });

  test("and prints no token of it", async () => {
    const env = service.env({ token: "read" });
    const { stdout } = await healthy().start(["doctor"], env).ended;
    expect(stdout).toContain("cache-service");
    expect(stdout).not.toContain(env["ACTIONS_RUNTIME_TOKEN"]);
  });

  test("and takes one that does not answer for a fault", async () => {
    const gone = {
      ACTIONS_CACHE_URL: "http://127.0.0.1:9/",
      ACTIONS_RESULTS_URL: "http://127.0.0.1:9/",
    };
    const answer = await ask(healthy(), { ...service.env(), ...gone });
    expect(found(answer, "cache-service")[0]).toMatch(/^fault: version v2 does not answer: /);
  });

  test("and says that nothing is saved in a job that may only read", async () => {
    const env = { ...service.env(), ACTIONS_CACHE_MODE: "read" };
    expect(found(await ask(healthy(), env), "cache-service")).toContain(
      "warning: cache-mode is read: nothing is saved",
    );
  });

  test("which a terminal has not: a definition that names it is warned of", async () => {
    const answer = await ask(healthy({ store: "github" }));
    expect(found(answer, "store")[0]).toMatch(/^warning: github: there is no cache service here/);
    expect(found(answer, "cache-service")).toEqual([]);
  });
});
