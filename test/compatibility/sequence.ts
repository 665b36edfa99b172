import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { createRunner, type Runner } from "../action/runner.ts";
import { openTerminal, writeFiles, type Terminal } from "./make/terminal.ts";

/** What one command or step gives to programs. Absolute paths begin with `<folder>`. */
interface Answer {
  readonly code: number | null;
  readonly answer: unknown;
}

export type Answers = Readonly<Record<string, Answer>>;

const FOLDER = "<folder>";

/** Names of own files tell definitions and steps apart now; what they say is the same. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\b(results|collect|restore)-[\da-f]{8}\.[\da-f]{8}\.json\b/g, "$1.json"],
  [/\b(shards-[\da-f]{8})\.[\da-f]{8}\.jsonl\b/g, "$1.jsonl"],
  [/\/logs\/[^/"]+~[\da-f]{8}\//g, "/logs/"],
];

/** Texts with the names that each generation has. */
function asNamed(text: string, folder: string): string {
  let named = text.replaceAll(folder, FOLDER);
  for (const [now, before] of NAMES) named = named.replaceAll(now, before);
  return named;
}

const FILES = {
  "in/a.json.in": '{"status":"complete","version":"1"}',
  "in/b.json.in": "broken",
  "in/c.json.in": '{"status":"complete","version":"9"}',
  "in/d.json.in": '{"status":"complete","version":"2"}',
  "in/e.json.in": '{"status":"complete","version":"1.5"}',
  "weights.txt": "weights\n",
  "predict.sh": `set -e
! grep -q broken "$SHARD_INPUT" || { echo "cannot be predicted" >&2; exit 3; }
cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"
`,
};

const DEFINITION = {
  name: "answers",
  shards: "in/*.in",
  checkpoint: "out/{id}",
  command: "sh predict.sh",
  shell: "sh",
  status: { "highest-version": 2 },
  "fingerprint-files": "weights.txt",
  parallel: 1,
};

const OLD = '{"status":"complete","version":"9"}';

/** What commands print with `--json`, in an order in which each has something to say. */
export async function commandAnswers(): Promise<Answers> {
  const here = openTerminal({
    ...FILES,
    "donemark.yml": JSON.stringify(DEFINITION),
    "out/c.json": OLD,
  });
  const found: Record<string, Answer> = {};
  const ask = async (name: string, ...args: readonly string[]): Promise<void> => {
    const { code, stdout, stderr } = await here.start(args).ended;
    if (stdout === "") throw new Error(`expected an answer to ${args.join(" ")}, got ${stderr}`);
    found[name] = { code, answer: JSON.parse(asNamed(stdout, here.folder)) };
  };
  await ask("plan of a fresh project", "plan", "--json");
  await ask("run", "run", "--json");
  await ask("status", "status", "--json");
  await ask("collect", "collect", "--json");
  await ask("collect with allow-missing", "collect", "--json", "--allow-missing", "2");
  writeFiles(here.folder, { "out/d.json": '{"status":"complete"' });
  await ask("verify", "verify", "--json");
  await ask("verify of a file", "verify", "--json", "--deep", "out/a.json");
  await ask("info of a finished shard", "info", "--json", "out/a.json");
  await ask("info of a failed shard", "info", "--json", "out/b.json");
  await ask("unmark", "unmark", "--json", "a.json", "b.json");
  await ask("mark", "mark", "--json", "a.json", "d.json");
  forget(here);
  writeFiles(here.folder, { "out/e.json.done": "" });
  await ask("adopt", "adopt", "--json", "--all");
  await ask("plan", "plan", "--json", "--max-jobs", "2");
  await ask("run of some", "run", "--json", "--only", "d.json", "--retries", "1");
  const records = failedRecords(here);
  rmSync(here.folder, { recursive: true, force: true });
  return { ...found, ...records };
}

/** Takes away what says that Donemark has made these itself: fb90092 took no notes of it. */
function forget(here: Terminal): void {
  for (const folder of [".donemark", ".cache"]) {
    const names = existsSync(here.path(folder)) ? readdirSync(here.path(folder)) : [];
    for (const name of names.filter((one) => one.startsWith("history-")))
      rmSync(here.path(`${folder}/${name}`));
  }
  for (const name of readdirSync(here.path("out")).filter((one) => one.endsWith(".done"))) {
    const text = readFileSync(here.path(`out/${name}`), "utf8");
    writeFiles(here.folder, { [`out/${name}`]: text.replace(',"noted":true', "") });
  }
}

function failedRecords(here: Terminal): Answers {
  const lines = asNamed(readFileSync(here.path(".donemark/failed.jsonl"), "utf8"), here.folder);
  return { "failed.jsonl": { code: null, answer: jsonLines(lines) } };
}

/** The outputs of the actions, and the files that they name or leave. */
export async function stepAnswers(): Promise<Answers> {
  const ends: (() => Promise<void>)[] = [];
  const job = createRunner({ ...FILES, "out/c.json": OLD }, (end) => void ends.push(end));
  const found: Record<string, Answer> = {};
  const take = async (name: string, step: ReturnType<Runner["main"]>): Promise<string> => {
    const { code, outputs } = await step.ended;
    found[`outputs of ${name}`] = { code, answer: withJson(job, outputs) };
    return outputs["definition"] ?? "";
  };
  const store = "file:store";
  const common = { config: "predict.yml", store };
  writeFiles(job.workspace, { "predict.yml": JSON.stringify(DEFINITION) });
  const definition = await take("plan", job.step("plan", { inputs: common }));
  const inputs = { definition, store };
  await take("restore", job.step("restore", { inputs }));
  await take("save", job.step("save", { inputs }));
  await take("main", job.main({ inputs }));
  await take("collect", job.step("collect", { inputs: { ...inputs, "allow-missing": "1" } }));
  const files = ownFiles(job);
  for (const end of ends) await end();
  return { ...found, ...files };
}

/** The counts of a job and of collect that take a definition which some `plan` has given. */
export async function takeDefinition(definition: string): Promise<readonly unknown[]> {
  const ends: (() => Promise<void>)[] = [];
  const job = createRunner({ ...FILES, "out/c.json": OLD }, (end) => void ends.push(end));
  const inputs = { definition, store: "file:store" };
  const run = await job.main({ inputs }).ended;
  const collected = await job.step("collect", { inputs: { ...inputs, "allow-missing": "1" } })
    .ended;
  for (const end of ends) await end();
  return [run, collected].map(({ code, outputs }) => ({ code, answer: withJson(job, outputs) }));
}

/** Outputs are texts; those that hold JSON are compared as such. */
function withJson(job: Runner, outputs: Readonly<Record<string, string>>): unknown {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => {
      const text = asNamed(value, job.workspace);
      return [name, /^[[{]/.test(text) ? { json: JSON.parse(text) } : text];
    }),
  );
}

/** The files that steps leave for each other and for people's own steps. */
function ownFiles({ workspace }: Runner): Answers {
  const folder = join(workspace, ".donemark");
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => /\.jsonl?$/.test(name))
    : [];
  const madeMs = (name: string): number => statSync(join(folder, name)).mtimeMs;
  // Of several with one name, earlier versions left the last.
  const inOrder = names.toSorted((a, b) => madeMs(a) - madeMs(b));
  const files = inOrder.map((name): [string, Answer] => {
    const text = asNamed(readFileSync(join(folder, name), "utf8"), workspace);
    return [
      asNamed(name, workspace),
      { code: null, answer: name.endsWith("l") ? jsonLines(text) : JSON.parse(text) },
    ];
  });
  return Object.fromEntries(files);
}

function jsonLines(text: string): readonly unknown[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}
