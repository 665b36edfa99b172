import { chmodSync, mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";

interface Check {
  readonly name: string;
  readonly level: string;
  readonly text: string;
  readonly fix?: string;
}

interface Told {
  readonly code: number | null;
  readonly of: (name: string) => Check | undefined;
  readonly text: string;
}

async function doctor(
  here: Workspace,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Told> {
  const { code, stdout } = await here.start(["doctor", "--json", ...args], env).ended;
  const answer: { readonly checks: readonly Check[] } = JSON.parse(stdout);
  return { code, of: (name) => answer.checks.find((check) => check.name === name), text: stdout };
}

function project(more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.write("in/a.txt", "a");
  here.write("predict.sh", "exit 0");
  here.define({
    shards: "in/*.txt",
    checkpoint: "out/{id}.txt",
    command: "bash predict.sh",
    "fingerprint-files": ["predict.sh"],
    ...more,
  });
  return here;
}

describe("doctor", () => {
  test("finds nothing wrong with a sound definition, and leaves nothing behind", async () => {
    const here = project();
    const { code, of } = await doctor(here);
    expect(code).toBe(0);
    expect(
      ["Node", "definition", "shards", "command", "store"].map((name) => of(name)?.level),
    ).toEqual(["ok", "ok", "ok", "ok", "ok"]);
    expect(of("shards")?.text).toBe("1 shard");
    expect(of("checkpoints")?.text).toMatch(/^"out" can be written, .* are free$/);
    expect(here.has("out")).toBe(false);
    const { stdout } = await here.donemark("doctor");
    expect(stdout).toMatch(/^ok {7}shards +1 shard$/m);
  });

  test("works where there is no definition", async () => {
    const { code, of } = await doctor(workspace());
    expect(code).toBe(0);
    expect(of("definition")).toMatchObject({ level: "warning", fix: "`donemark init` makes one." });
  });

  test("tells what the definition names and is not there, each with what mends it", async () => {
    const here = project({ shards: "input/*.txt", command: "pyhton predict.py" });
    const { code, of } = await doctor(here);
    expect(code).toBe(1);
    expect(of("shards")).toMatchObject({
      level: "fault",
      text: expect.stringContaining("input/*.txt"),
    });
    expect(of("command")).toMatchObject({
      level: "fault",
      text: '"pyhton" is not there',
      fix: "Install it on this machine, or add its folder to PATH.",
    });
    expect((await doctor(project({ retries: "many" }))).of("definition")).toMatchObject({
      level: "fault",
      text: 'donemark.yml: retries must be a whole number from 0 up, got "many".',
    });
  });

  test("tells of tools that GitHub's cache needs and that are not in the path", async () => {
    const { code, of } = await doctor(workspace(), [], { PATH: "/nowhere" });
    expect(code).toBe(1);
    expect(of("tar")).toMatchObject({
      level: "fault",
      fix: expect.stringContaining("install tar"),
    });
    expect(of("zstd")).toMatchObject({ level: "warning" });
  });

  test("names the GPUs with their memory", async () => {
    const here = workspace();
    here.write(
      "bin/nvidia-smi",
      `#!/bin/sh
case "$*" in
*memory*) echo "0, NVIDIA L4, 23034 MiB" ;;
*uuid*) echo "0, GPU-aaaaaaaa-1111" ;;
esac
`,
    );
    chmodSync(here.path("bin/nvidia-smi"), 0o755);
    const PATH = `${here.path("bin")}:${process.env["PATH"] ?? ""}`;
    const { of } = await doctor(here, [], { PATH, CUDA_VISIBLE_DEVICES: "0" });
    expect(of("GPUs")?.text).toContain("1 slot with a GPU each");
    expect(of("GPUs")?.text).toContain("0: NVIDIA L4, 23034 MiB");
  });

  test("names the cache service of a step, and no token", async () => {
    const { of, text } = await doctor(workspace(), [], {
      ACTIONS_RESULTS_URL: "http://127.0.0.1:9/",
      ACTIONS_CACHE_SERVICE_V2: "true",
      ACTIONS_RUNTIME_TOKEN: "hush-hush",
    });
    expect(of("cache")?.text).toBe("a cache service, version 2, at 127.0.0.1:9");
    expect(text).not.toContain("hush-hush");
  });

  test("tries the folder of a store, and removes what it has written", async () => {
    const here = project();
    mkdirSync(here.path("store"));
    const { of, code } = await doctor(here, [`--store=file:${here.path("store")}`]);
    expect(code).toBe(0);
    expect(of("store")).toMatchObject({
      level: "ok",
      text: expect.stringContaining("keeps two writers apart"),
    });
    expect(here.names("store")).toEqual([]);
    expect((await doctor(here, ["--store=file:none/such"])).of("store")).toMatchObject({
      level: "warning",
      text: expect.stringContaining("is not there yet"),
    });
    expect(here.has("none")).toBe(false);
    here.write("file", "");
    const blocked = await doctor(here, ["--store=file:file"]);
    expect([blocked.code, blocked.of("store")?.level]).toEqual([1, "fault"]);
  });

  test("tells of a folder of checkpoints in whose place something else lies", async () => {
    const here = project();
    here.write("out", "a file");
    const { of, code } = await doctor(here);
    expect([code, of("checkpoints")?.level]).toEqual([1, "fault"]);
    expect(of("checkpoints")?.text).toContain('"out" cannot be written');
  });
});
