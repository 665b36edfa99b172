import { posix } from "node:path";
import { quoteForShell } from "../../core/text/shell-quote.ts";
import { compareText } from "../../core/text/text.ts";

/** What a definition could be, as far as a folder tells. A part that nothing tells of is absent. */
export interface Guess {
  readonly shards?: string;
  /** Patterns of like files beside those, which are no part of `shards`. */
  readonly besides: readonly string[];
  readonly checkpoint: string;
  readonly command?: string;
  readonly runPer: "shard" | "slot";
  readonly fingerprintFiles: readonly string[];
}

const DATA =
  /\.(fa|fna|faa|fasta|fastq|fq|gb|gbk|pdb|cif|mol2?|sdf|vcf|bam|cram|bed|wav|flac|mp3|ogg|m4a|png|jpe?g|tiff?|webp|dcm|nii|nrrd|svs|pdf|mp4|mkv|mov|avi|txt|csv|tsv|json|jsonl|parquet|npy|npz|h5|hdf5|las|laz|mat)(\.(gz|bz2|xz|zst))?$/i;
const WEIGHTS = /\.(pt|pth|ckpt|safetensors|onnx|gguf|tflite|pb|engine)$/i;
const LOCKS =
  /^(requirements[^/]*\.txt|environment\.ya?ml|pyproject\.toml|uv\.lock|poetry\.lock|Pipfile\.lock|pixi\.lock|conda-lock\.yml)$/;
const INPUT_FOLDERS = /^(inputs?|in|data|samples|shards|queries|images|audio|recordings|videos)$/i;
const PROGRAMS = [
  /^(predict|infer|inference|embed|classify|transcribe|segment|fold|worker|run|main)[\w-]*\.py$/i,
  /\.py$/,
  /\.sh$/,
];
/** From so many weights in a folder on, a pattern names them. */
const MOST_NAMED = 3;

/** Guesses a definition from the files below a folder. `textOf` gives the beginning of a file's text. */
export function guess(files: readonly string[], textOf: (path: string) => string): Guess {
  const program = programAmong(files);
  const text = program === undefined ? "" : textOf(program);
  const takesLines = /\bdonemark\.shards\(/.test(text);
  const { shards, besides } = inputsAmong(files);
  const command = program === undefined ? undefined : commandOf(program, text);
  return {
    ...(shards !== undefined && { shards }),
    besides,
    ...(command !== undefined && { command }),
    checkpoint: `out/{id}${endingOf(text)}`,
    runPer: takesLines ? "slot" : "shard",
    fingerprintFiles: [
      ...(program === undefined ? [] : [program]),
      ...files.filter((path) => LOCKS.test(path)),
      ...weightsAmong(files),
    ],
  };
}

/** The pattern of the files that are most likely inputs: many of one kind in one folder, or a list of shards. */
function inputsAmong(files: readonly string[]): Pick<Guess, "shards" | "besides"> {
  const groups = new Map<string, number>();
  for (const path of files) {
    const ending = DATA.exec(path)?.[0];
    const folder = posix.dirname(path);
    if (ending === undefined || LOCKS.test(path) || isOwn(path)) continue;
    const pattern = posix.join(folder, `*${ending}`);
    groups.set(pattern, (groups.get(pattern) ?? 0) + 1);
  }
  const list = files.find((path) => /^shards\.jsonl?$/.test(path));
  if (list !== undefined) return { shards: `@${list}`, besides: [] };
  const weighed = [...groups].map(([pattern, amount]) => ({
    pattern,
    weight: weightOf(pattern, amount),
  }));
  const [best] = weighed.toSorted(
    (a, b) => b.weight - a.weight || compareText(a.pattern, b.pattern),
  );
  if (best === undefined || best.weight < 2) return { besides: [] };
  const { pattern } = best;
  const besides = [...groups.keys()].filter((one) => one !== pattern && isBeside(one, pattern));
  return { shards: pattern, besides: besides.toSorted(compareText) };
}

/** Do both lie below one folder of the workspace? */
function isBeside(one: string, other: string): boolean {
  const [top, ...rest] = one.split("/");
  return rest.length > 0 && other.startsWith(`${top}/`);
}

function weightOf(pattern: string, amount: number): number {
  const folder = posix.dirname(pattern);
  const isNamed = folder.split("/").some((name) => INPUT_FOLDERS.test(name));
  // Texts and tables beside the code are most often about it.
  return folder === "." && /\.(txt|json|csv|tsv)$/i.test(pattern)
    ? 0
    : amount + (isNamed ? 1000 : 0);
}

/** What tools write beside the code. */
function isOwn(path: string): boolean {
  return /(^|\/)(package(-lock)?|tsconfig|donemark\.schema)\.json$|(^|\/)(README|LICENSE|CHANGELOG)[^/]*$/i.test(
    path,
  );
}

function programAmong(files: readonly string[]): string | undefined {
  const near = files.filter(
    (path) =>
      /^((src|scripts|bin)\/)?[^/]+$/.test(path) &&
      !/(^|\/)(test_|setup\.py|conftest|donemark\.py)/.test(path),
  );
  for (const pattern of PROGRAMS) {
    const found = near.find((path) => pattern.test(posix.basename(path)));
    if (found !== undefined) return found;
  }
  return undefined;
}

const INPUT_FLAGS = [
  "--input",
  "--in",
  "-i",
  "--input-file",
  "--input_file",
  "--inputs",
  "--fasta",
  "--image",
  "--audio",
  "--path",
  "--query",
];
const OUTPUT_FLAGS = [
  "--output",
  "--out",
  "-o",
  "--output-file",
  "--output_file",
  "--save",
  "--save-path",
  "--dest",
];

/** How the program is started, by what its text says that it takes. */
function commandOf(program: string, text: string): string {
  // The name of a file is not a script: a blank, a `;` or a `-` in it is a part of the name.
  const word = quoteForShell(program.startsWith("-") ? `./${program}` : program);
  const start = program.endsWith(".sh") ? `bash ${word}` : `python3 ${word}`;
  if (/SHARD_(INPUT|CHECKPOINT|ID)|\bdonemark\b/.test(text)) return start;
  const flag = (names: readonly string[]): string => {
    const found = names.find((name) => text.includes(`"${name}"`) || text.includes(`'${name}'`));
    return found === undefined ? "" : `${found} `;
  };
  return `${start} ${flag(INPUT_FLAGS)}"$SHARD_INPUT" ${flag(OUTPUT_FLAGS)}"$SHARD_CHECKPOINT"`;
}

const ENDINGS: readonly (readonly [written: RegExp, ending: string])[] = [
  [/\btorch\.save\(/, ".pt"],
  [/\bsave_file\(|safetensors/, ".safetensors"],
  [/\bsavez(_compressed)?\(/, ".npz"],
  [/\bnp\.save\(|\bnumpy\.save\(/, ".npy"],
  [/\bto_parquet\(|\bwrite_table\(/, ".parquet"],
  [/\bh5py\b/, ".h5"],
  [/\bpickle\.dump\(/, ".pkl"],
  [/\bto_csv\(|\bcsv\.writer\(/, ".csv"],
  [/\bjson\.dumps?\(/, ".json"],
];

function endingOf(text: string): string {
  return ENDINGS.find(([written]) => written.test(text))?.[1] ?? ".out";
}

function weightsAmong(files: readonly string[]): readonly string[] {
  const folders = new Map<string, string[]>();
  for (const path of files.filter((one) => WEIGHTS.test(one))) {
    const folder = posix.dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return [...folders].flatMap(([folder, paths]) =>
    paths.length > MOST_NAMED ? [posix.join(folder, "*")] : paths,
  );
}
