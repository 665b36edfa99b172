/** Every row's text, by its place among the texts of the column. */
export interface Texts {
  readonly texts: readonly string[];
  readonly rows: readonly number[];
}

type Numbers = readonly (number | null)[];

/** All shards and attempts, column by column, as src/ui/report/page/shard-data.ts packs them. */
export interface Data {
  readonly ends: readonly string[];
  readonly jobs: readonly string[];
  readonly id: readonly string[];
  readonly end: readonly number[];
  readonly job: readonly number[];
  readonly seconds: readonly number[];
  readonly attempts: readonly number[];
  readonly bytes: Numbers;
  readonly peak: Numbers;
  readonly reason: Texts;
  readonly why: Texts;
  readonly slot: Texts;
  readonly log: Texts;
  readonly tail: Texts;
  readonly unsaved: Texts;
  readonly tries: {
    readonly shard: Numbers;
    readonly number: readonly number[];
    /** Milliseconds since the one before. */
    readonly start: readonly number[];
    readonly seconds: readonly number[];
    readonly exit: Numbers;
    readonly peak: Numbers;
    readonly outcome: Texts;
    readonly slot: Texts;
    readonly why: Texts;
  };
}

export async function unpack(text: string): Promise<Data> {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unzipped).json();
}

export function textAt({ texts, rows }: Texts, row: number): string {
  return texts[rows[row] ?? 0] ?? "";
}
