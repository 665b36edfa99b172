import type { LoggedEvent } from "../../src/ui/report/logged-event.ts";
import { createReport } from "../../src/ui/report/report.ts";
import type { Report } from "../../src/ui/report/model.ts";

const BEGAN_MS = Date.UTC(2026, 2, 3, 8, 15, 0);

/** Ids that would be code, another text or a second line, were they not text alone. */
export const HOSTILE = [
  "</script><script>document.title='taken'</script>",
  "<img src=x onerror=\"document.title='taken'\">",
  "\u202egpj.exe",
  "<!--",
  "a\nb\tc",
  "long".repeat(2500),
  "'\" onmouseover=alert(1) x='",
  "${document.title='taken'}",
] as const;

export interface Sample {
  readonly shards: number;
  readonly slots: number;
  readonly ids?: readonly string[];
}

/** The events of a run as it might be: a third was done before, and of the rest a few fail, once or for good. */
function sampleEvents({ shards, slots, ids = [] }: Sample): readonly LoggedEvent[] {
  const events: LoggedEvent[] = [];
  const idOf = (shard: number): string => ids[shard] ?? `UP000005640_${1000 + shard}_chunk`;
  const free = Array.from({ length: slots }, () => 4000);
  const add = (kind: string, afterMs: number, fields: object): void =>
    void events.push({ kind, atMs: BEGAN_MS + afterMs, ...fields });
  const skipped = Math.floor(shards / 3);
  const by = { host: "gpu-07.cluster" };
  add("opened", 0, { runTag: "3f9c2b7d1e5a4c60", by });
  const reasons = { done: skipped, new: shards - skipped };
  add("planned", 2000, { total: shards, reasons });
  add("warning", 2100, { text: "the command names predict.py, which no fingerprint covers" });
  for (let shard = 0; shard < shards; shard += 1) {
    const id = idOf(shard);
    const mixed = (shard * 2654435761) % 4294967296;
    const kinds = { decision: "run", reason: "new" };
    if (shard % 3 === 2 && shard / 3 < skipped) {
      const result = { ...kinds, id, decision: "skip", reason: "done", outcome: "skipped" };
      const rest = { exitCode: null, seconds: 0, attempts: 0, secondsSaved: 60 + (mixed % 90) };
      add("result", 2500, { result: { ...result, ...rest } });
      continue;
    }
    const place = free.indexOf(Math.min(...free));
    const slot = `slot ${place + 1}`;
    const isBad = shard % 97 === 1 || ids[shard] !== undefined;
    const isLate = shard % 41 === 3;
    const tries = isBad || isLate ? 2 : 1;
    const logPath = `.donemark/logs/esm2~1f0c9d2a/${id}.1.log`;
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const startMs = free[place] ?? 0;
      const fails = isBad || attempt < tries;
      const seconds = fails ? 6 + (mixed % 20) : 45 + (mixed % 70);
      const at = { shard: id, attempt };
      add("executing", startMs, { ...at, slot, gpu: `index-${place}`, logPath });
      const peakBytes = 2_400_000_000 + (mixed % 1_700_000_000);
      const endMs = startMs + seconds * 1000;
      add("executed", endMs, { ...at, seconds, peakBytes });
      const why = isBad
        ? "exit code 1: its log says that the memory of the GPU was used up. Make its batches smaller or its inputs shorter, run fewer on one GPU (parallel), or take a larger GPU"
        : "exit code 75";
      const told = { exitCode: isBad ? 1 : 75, why };
      if (fails && attempt < tries) add("retrying", endMs + 10, { shard: id, ...told });
      const outcome = fails ? "failed" : "done";
      const logTail = [
        "loading esm2_t33_650M_UR50D",
        "batch 3 of 9, 1022 residues",
        "Traceback (most recent call last):",
        '  File "predict.py", line 41, in <module>',
        "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.31 GiB",
      ].join("\n");
      const end = fails ? { ...told, logTail } : { exitCode: 0, sizeBytes: 31_000_000 };
      const result = { id, ...kinds, outcome, seconds, attempts: tries, slot, logPath, ...end };
      if (attempt === tries) add("result", endMs + 50, { result });
      if (!fails) add("marked", endMs + 40, { shard: id, sizeBytes: 31_000_000 });
      if (!fails) add("saved", endMs + 900, { shard: id, outcome: "saved", sizeBytes: 31_000_000 });
      free[place] = endMs + 1500;
    }
  }
  add("ended", Math.max(...free) + 500, { exitCode: 1 });
  return events;
}

export function sampleReport(sample: Sample): Report {
  const builder = createReport();
  sampleEvents(sample).forEach(builder.addJob(""));
  return builder.report();
}
