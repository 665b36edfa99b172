import { quote } from "../core/text/text.ts";
import type { Beginning } from "./format.ts";
import { textOf } from "./shared/bytes.ts";

/** Something that programs leave in the place of a result, by its first bytes. */
interface Disguise {
  readonly what: string;
  readonly begins: RegExp;
  /** A file of any name is none; else one whose name promises data. */
  readonly underAnyName: boolean;
}

const DISGUISES: readonly Disguise[] = [
  {
    what: "a Git LFS pointer",
    begins: /^version https:\/\/git-lfs\.github\.com\/spec\//,
    underAnyName: true,
  },
  { what: "a git-annex pointer", begins: /^\/annex\/objects\//, underAnyName: true },
  {
    what: "a traceback of Python",
    begins: /^\s*Traceback \(most recent call last\):/,
    underAnyName: false,
  },
  { what: "a web page", begins: /^\uFEFF?\s*<(?:!doctype\s+html|html[\s>])/i, underAnyName: false },
  {
    what: "an error of an object store",
    begins: /^\uFEFF?\s*<\?xml[^>]*\?>\s*<Error>/,
    underAnyName: false,
  },
  {
    what: "an answer of a web server",
    begins: /^HTTP\/\d(?:\.\d)? [1-5]\d\d\b/,
    underAnyName: false,
  },
  {
    what: "an error of a program",
    begins: /^\s*(?:[a-z_]\w*\.)*(?:[A-Z]\w*(?:Error|Exception): |CUDA (?:error|out of memory)\b)/,
    underAnyName: false,
  },
  {
    what: "an error of a shell",
    begins: /^(?:\S*\/)?(?:ba|da|z|k|a)?sh: [^\n]*: (?:command )?not found/,
    underAnyName: false,
  },
  { what: "an error of curl", begins: /^curl: \(\d+\) /, underAnyName: false },
  {
    what: "the last word of a process",
    begins: /^(?:Killed|Terminated|Aborted|Bus error|Segmentation fault)(?: \(core dumped\))?\s*$/,
    underAnyName: false,
  },
];

/** Endings of names that promise data: no program reads a web page under them. */
const DATA_ENDING = new RegExp(
  String.raw`\.(?:${[
    ...["pt", "pth", "ckpt", "bin", "safetensors", "gguf", "onnx", "pkl", "pickle", "joblib"],
    ...["npy", "npz", "h5", "hdf5", "keras", "parquet", "arrow", "feather", "sqlite", "db", "zip"],
    ...["nc", "mat", "h5ad", "msgpack", "orc", "avro", "xls", "xlsx", "rds", "bcf", "yaml", "yml"],
    ...["json", "jsonl", "ndjson", "csv", "tsv", "tab", "bed", "gff", "gff3", "gtf", "vcf", "sam"],
    ...[
      "bam",
      "cram",
      "fa",
      "fasta",
      "faa",
      "fna",
      "fq",
      "fastq",
      "pdb",
      "cif",
      "gz",
      "zst",
      "tar",
    ],
    ...["png", "jpg", "jpeg", "tif", "tiff", "wav", "mp3", "mp4"],
  ].join("|")})$`,
  "i",
);

/** What lies in the place of the file that its name promises, in words; `undefined` where nothing tells so. */
export function disguiseOf({ fileName, head }: Beginning): string | undefined {
  const text = textOf(head);
  const isData = DATA_ENDING.test(fileName);
  const found = DISGUISES.find(
    ({ begins, underAnyName }) => (underAnyName || isData) && begins.test(text),
  );
  if (found === undefined) return undefined;
  const [first = ""] = text.trimStart().split(/\r?\n/);
  return `it begins as ${found.what} does: ${quote(first)}`;
}
