import * as v from "valibot";
import { PARTS, type Part } from "../model/fingerprint.ts";
import { parseSelectorList, parseSelectors } from "../decide/select.ts";
import { DEFAULT_STATUS_RULES, isVersion, wordLists, type StatusRules } from "../model/status.ts";
import { parseDuration } from "../text/duration.ts";
import { nonBlankLines } from "../text/text.ts";
import { isReportPath } from "./report-path.ts";

/*
 * The forms in which inputs are given: as text by an action or a flag, as text, numbers or lists by a config file.
 * Each is made where a value is read: few of them are given, and making all would take a tenth of an empty start.
 */

export const nonEmpty = () => v.pipe(v.string(), v.regex(/\S/));

/** Texts, or one text with an item a line. */
export const lines = () =>
  v.pipe(
    v.union([v.string(), v.array(nonEmpty())]),
    v.transform((given) => (typeof given === "string" ? nonBlankLines(given) : given)),
  );

/** Paths whose endings say what is written there, each once. */
export const reports = () =>
  v.pipe(
    lines(),
    v.array(v.pipe(v.string(), v.trim(), v.check(isReportPath))),
    v.transform((given): readonly string[] => [...new Set(given)]),
  );

/** So many bytes fit into a marker, and into the note that keeps a marker's text, beside all else. */
const MOST_PATTERN_BYTES = 8192;

/** Lines that a marker holds. */
export const markedLines = () =>
  v.pipe(
    lines(),
    v.check(
      (given) => new TextEncoder().encode(JSON.stringify(given)).length <= MOST_PATTERN_BYTES,
    ),
  );

/** A choice, in any case. */
export function oneOf<const T extends readonly string[]>(options: T) {
  return v.pipe(v.string(), v.toLowerCase(), v.trim(), v.picklist(options));
}

const yes = ["true", "yes", "on", "1"];
const no = ["false", "no", "off", "0"];
export const flag = () =>
  v.pipe(
    v.union([
      v.boolean(),
      v.pipe(v.string(), v.toLowerCase(), v.trim(), v.picklist([...yes, ...no])),
    ]),
    v.transform((given) => (typeof given === "string" ? yes.includes(given) : given)),
  );

export function whole(least: number, most = Number.MAX_SAFE_INTEGER) {
  return v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\s*\d+\s*$/), v.transform(Number))]),
    v.integer(),
    v.minValue(least),
    v.maxValue(most),
  );
}

/** Milliseconds from a text such as `90m`, or from a number of seconds. */
export function time(leastMs: number, mostMs = Number.MAX_SAFE_INTEGER) {
  return v.pipe(
    v.union([v.pipe(v.number(), v.transform(String)), v.string()]),
    v.transform((given) => parseDuration(given) ?? Number.NaN),
    v.minValue(leastMs),
    v.maxValue(mostMs),
  );
}

export const selectors = () =>
  v.pipe(
    v.union([v.string(), v.array(nonEmpty())]),
    v.transform((given) =>
      typeof given === "string" ? parseSelectors(given) : parseSelectorList(given),
    ),
    v.check((given) => typeof given !== "string"),
    v.transform((given) => (typeof given === "string" ? [] : given)),
  );

/** The words of a text, which must hold one: separators alone are no empty list. */
const wordsOfText = () =>
  v.pipe(
    v.string(),
    v.regex(/[^\s,]/),
    v.transform((given) => given.split(/[\s,]+/).filter((word) => word !== "")),
  );

export const parts = () =>
  v.pipe(
    v.union([wordsOfText(), v.array(nonEmpty())]),
    v.transform((given) => given.filter((part) => part !== "none")),
    v.array(v.picklist(PARTS)),
    v.transform((given): readonly Part[] => PARTS.filter((part) => given.includes(part))),
  );

/** Exit codes from 1 to 255, `oom`, `timeout` and `reported`, each as a text. */
export const failures = () =>
  v.pipe(
    v.union([wordsOfText(), v.number(), v.array(v.union([wordsOfText(), v.number()]))]),
    v.transform((given) => (Array.isArray(given) ? given : [given]).flat()),
    v.transform((given) => given.map((word) => String(word).toLowerCase())),
    v.array(
      v.pipe(v.string(), v.regex(/^(oom|timeout|reported|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/)),
    ),
  );

export const parallel = () =>
  v.union([v.pipe(v.string(), v.toLowerCase(), v.trim(), v.literal("auto")), whole(1)]);

/** A status may also be a number or a truth value. */
const words = () =>
  v.pipe(
    v.array(v.union([nonEmpty(), v.number(), v.boolean()])),
    v.transform((given) => given.map((word) => String(word).trim().toLowerCase())),
  );
const status = () =>
  v.pipe(
    v.strictObject({
      field: v.optional(nonEmpty(), DEFAULT_STATUS_RULES.statusField),
      "version-field": v.optional(nonEmpty(), DEFAULT_STATUS_RULES.versionField),
      complete: v.optional(words()),
      "in-progress": v.optional(words()),
      failed: v.optional(words()),
      "highest-version": v.optional(
        v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.check(isVersion)),
      ),
    }),
    v.transform((given): StatusRules => ({
      statusField: given.field,
      versionField: given["version-field"],
      ...wordLists({
        complete: given.complete,
        inProgress: given["in-progress"],
        failed: given.failed,
      }),
      highestVersion: given["highest-version"],
    })),
  );

export const statusBlock = () => v.union([status(), v.pipe(v.string(), v.parseJson(), status())]);

export const shardEntry = () => v.union([nonEmpty(), v.looseObject({ id: nonEmpty() })]);
