import type { Reader } from "../files/disk.ts";
import type { Beginning } from "./format.ts";

/** Endings of names under which programs write lines, each with its end. */
const LINES_ENDING =
  /\.(?:csv|tsv|tab|txt|bed|gff3?|gtf|vcf|sam|psl|paf|m8|fa|fasta|faa|fna|fq|fastq)$/i;

const LINE_FEED = 10;

/** A text of several lines whose last one has no end, as a copy to a full disk leaves it; in words. */
export function doubtOfLastLine(reader: Reader, { fileName, head }: Beginning): string | undefined {
  if (!LINES_ENDING.test(fileName) || !head.includes(LINE_FEED)) return undefined;
  const [last] = reader.read(reader.sizeBytes - 1, 1);
  return last === LINE_FEED ? undefined : "its last line has no end";
}
