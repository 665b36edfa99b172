import { formatBytes, formatDuration } from "../../core/text/duration.ts";
import { PARTS } from "../../core/model/fingerprint.ts";
import { unmarkedClause } from "../../core/decide/facts.ts";
import type { InfoAnswer } from "../../core/answers/info-answer.ts";
import type { Author, Marker } from "../../core/model/marker.ts";
import type { Failure, StartRecord } from "../../core/model/start-record.ts";
import { plural } from "../../core/text/text.ts";
import type { Paint } from "./paint.ts";

/** A name and what there is to say for it; left out where it is `undefined`. */
type Fact = readonly [name: string, value: string | undefined];

/** One screen about one checkpoint. */
export function infoLines(answer: InfoAnswer, paint: Paint): readonly string[] {
  const { marked, started, ok, why } = answer;
  return [
    paint("bold", answer.path),
    ...section(checkpointFacts(answer), paint),
    "",
    `${paint("bold", "marker")}: ${markerText(answer)}`,
    ...(marked === null ? [] : section(markerFacts(marked), paint)),
    "",
    `${paint("bold", "start record")}: ${startText(answer)}`,
    ...(started === null || started === "unreadable" ? [] : startLines(started, paint)),
    "",
    ok ? paint("green", "nothing is wrong with it") : paint("red", `wrong: ${why}`),
  ];
}

const NAME_WIDTH = 12;

function section(facts: readonly Fact[], paint: Paint): readonly string[] {
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${paint("dim", name.padEnd(NAME_WIDTH))} ${value}`],
  );
}

function checkpointFacts(answer: InfoAnswer): readonly Fact[] {
  const { kind, format, structure, ok, why, status, version, sizeBytes, bytesRead } = answer;
  if (kind === null)
    return [["checkpoint", why?.startsWith("unreadable:") === true ? "not seen" : "none"]];
  return [
    ["format", kind === format ? format : `${format}, a ${kind}`],
    ["structure", ok && why !== null ? `${structure}: ${why}` : structure],
    ["status", status ?? "none"],
    ["version", version ?? "none"],
    ["size", sizeText(sizeBytes)],
    ["read", `${formatBytes(bytesRead)} of it, for this answer`],
  ];
}

function sizeText(bytes: number): string {
  const exact = plural(bytes, "byte");
  return bytes < 1000 ? exact : `${formatBytes(bytes)} (${exact})`;
}

function markerText({ marker, agrees, difference }: InfoAnswer): string {
  if (agrees === null) return marker === "empty" ? "empty, the old form" : marker;
  return agrees
    ? "full, and the checkpoint agrees with it"
    : `full, and the checkpoint does not agree with it: ${difference}`;
}

function markerFacts(marked: Marker): readonly Fact[] {
  const { shard, checkpoint, fingerprint, seconds, finishedAt, by, adopted } = marked;
  const { listedFiles = {} } = fingerprint;
  const files = Object.keys(listedFiles);
  const isAdopted = adopted === true;
  return [
    ["shard", shard],
    ["finished", isAdopted ? undefined : `${finishedAt}, after ${formatDuration(seconds * 1000)}`],
    ["adopted", isAdopted ? `${finishedAt}: no run has seen it being made` : undefined],
    ["by", authorText(by)],
    ["size", sizeText(checkpoint.sizeBytes)],
    ["holds", checkpoint.files === undefined ? undefined : plural(checkpoint.files, "file")],
    ["sample", checkpoint.sample],
    ["sha256", checkpoint.sha256 ?? "not computed"],
    ...PARTS.map((part): Fact => [part, fingerprint[part] ?? "not known"]),
    ["files are", files.length === 0 ? undefined : files.join(", ")],
  ];
}

function authorText({ run, attempt, ref, host, gpu }: Author): string | undefined {
  const facts = [
    run === undefined ? undefined : `run ${run}`,
    attempt === undefined ? undefined : `attempt ${attempt}`,
    ref,
    host === undefined ? undefined : `host ${host}`,
    gpu === undefined ? undefined : `GPU ${gpu}`,
  ].filter((fact) => fact !== undefined);
  return facts.length === 0 ? undefined : facts.join(", ");
}

function startText({ started, startedWhy, unmarked }: InfoAnswer): string {
  if (started === null) return "none";
  if (unmarked !== null) return `${unmarkedClause(unmarked)}. Nothing is adopted beside it`;
  if (started === "unreadable")
    return `there, and not to be read as one: ${startedWhy}. Nothing is adopted beside it`;
  if (started.ended === true) return "a command was started, and failed";
  if (started.released === true) return "a command was started, and its run was stopped";
  return "a command was started, and nothing proves that it finished";
}

function startLines(started: StartRecord, paint: Paint): readonly string[] {
  return [
    ...section(startFacts(started), paint),
    ...logLines(started.failure?.logTail ?? "").flatMap((line, place) =>
      section([[place === 0 ? "its log ends" : "", line]], paint),
    ),
  ];
}

const MOST_LOG_LINES = 5;

function logLines(tail: string): readonly string[] {
  const lines = tail.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.slice(-MOST_LOG_LINES);
}

function startFacts(record: StartRecord): readonly Fact[] {
  const { shard, startedAt, attempt, by, resumed, failure } = record;
  return [
    ["shard", shard],
    ["started", `${startedAt}, start ${attempt}${resumed ? ", from its work directory" : ""}`],
    ["by", authorText(by)],
    ["failed", failure && failureText(failure)],
  ];
}

function failureText({ at, times, reason, exitCode }: Failure): string {
  const code = exitCode === null ? "" : `exit code ${exitCode}`;
  const exit = code === "" || reason.includes(code) ? "" : ` (${code})`;
  return `${at}, ${plural(times, "time")}: ${reason}${exit}`;
}
