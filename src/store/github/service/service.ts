import { unavailable } from "../../answers.ts";
import { setTimeout } from "node:timers/promises";
import type { Unavailable } from "../../store.ts";
import { openBreaker, type Breaker } from "./breaker.ts";
import { troubleIn, type Trouble } from "./causes.ts";
import type { Helpers } from "./helpers.ts";
import type { Reply, Request } from "./library.ts";
import { openPace } from "./pace.ts";

export type LookUpAnswer =
  | { readonly kind: "found"; readonly key: string }
  | { readonly kind: "miss" }
  | Unavailable;

export type SaveAnswer =
  | { readonly kind: "saved" }
  /** The key is locked or used: another one may be tried. */
  | { readonly kind: "taken"; readonly cause: string }
  | Unavailable;

type RestoreAnswer =
  | { readonly kind: "restored" }
  | { readonly kind: "miss" }
  /** The archive under the key cannot be unpacked. */
  | { readonly kind: "damaged"; readonly why: string }
  | Unavailable;

/** A save or a restore: the folder of `entry`, and a folder for the library's own files, which is emptied. */
export interface Transfer {
  readonly key: string;
  readonly folder: string;
  readonly scratch: string;
}

interface Bound {
  /** An archive that unpacks to more bytes is damaged; no bound by default. */
  readonly mostBytes?: number | undefined;
}

/** The cache service of a job: every answer within its deadline, every trouble with its cause. */
export interface Service {
  /** The newest entry with this key, or one that begins with it, in the first scope that has one. */
  readonly lookUp: (key: string) => Promise<LookUpAnswer>;
  readonly put: (transfer: Transfer, sizeBytes: number) => Promise<SaveAnswer>;
  readonly get: (transfer: Transfer & Bound, sizeBytes: number) => Promise<RestoreAnswer>;
}

/** Time limits in milliseconds. */
export interface Deadlines {
  readonly lookUpMs: number;
  /** A save or a restore may take this, and two seconds more for each megabyte: several share a slow line. */
  readonly carryMs: number;
  /** A refusal for a longer time is given up at once. */
  readonly patienceMs: number;
}

export const DEADLINES: Deadlines = { lookUpMs: 60_000, carryMs: 60_000, patienceMs: 60_000 };

export interface Modes {
  readonly reads: boolean;
  readonly writes: boolean;
  /** As `ACTIONS_CACHE_MODE` says it. */
  readonly mode: string;
}

interface ServiceContext {
  readonly helpers: Helpers;
  readonly pace: ReturnType<typeof openPace>;
  readonly deadlines: Deadlines;
  readonly breaker: Breaker;
}

type Answered = { readonly kind: "reply"; readonly reply: Reply } | Unavailable;

/** `ended` at the deadline, without an answer. */
type HelperAnswer = Answered | { readonly kind: "ended"; readonly cause: string };

const BYTES_PER_MS = 500;

/** Words for a connection that failed; a service that answers uses others. */
const NO_ANSWER =
  /\bE(?:CONN\w+|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|PIPE)\b|socket hang up|network|time(?:d |d|-| )?out/i;

export interface Rules {
  readonly modes: Modes;
  readonly deadlines: Deadlines;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function openService(helpers: Helpers, { modes, deadlines, now }: Rules): Service {
  // The pace waits by the machine's clock, whatever clock the store's callers have.
  const context: ServiceContext = {
    helpers,
    deadlines,
    pace: openPace(Date.now),
    breaker: openBreaker(now),
  };
  const { reads, writes, mode } = modes;
  const closed = unavailable(`the job's cache-mode is ${mode}`);
  return {
    lookUp: async (key) => (reads ? lookUp(context, key) : closed),
    put: async (transfer, sizeBytes) =>
      writes ? put(context, { op: "save", ...transfer, confirm: reads }, sizeBytes) : closed,
    get: async (transfer, sizeBytes) => (reads ? get(context, transfer, sizeBytes) : closed),
  };
}

async function lookUp(context: ServiceContext, key: string): Promise<LookUpAnswer> {
  const asked = await ask(context, { op: "lookup", key }, context.deadlines.lookUpMs);
  if (asked.kind === "unavailable") return asked;
  const { found, thrown, lines } = asked.reply;
  if (found !== undefined) return { kind: "found", key: found };
  const cause = thrown ?? troubleIn(lines)?.cause;
  return cause === undefined ? { kind: "miss" } : unavailable(cause);
}

async function put(
  context: ServiceContext,
  request: Extract<Request, { readonly op: "save" }>,
  sizeBytes: number,
): Promise<SaveAnswer> {
  const asked = await ask(context, request, carryDeadline(context, sizeBytes));
  if (asked.kind === "unavailable") return asked;
  const { saved, found, thrown, lines } = asked.reply;
  if (request.confirm ? found === request.key : saved === true) return { kind: "saved" };
  const trouble = troubleIn(lines);
  if (trouble?.kind === "taken") return trouble;
  const cause = thrown ?? trouble?.cause;
  if (cause !== undefined) return unavailable(cause);
  return unavailable(
    saved === true
      ? "it was uploaded, but the cache service does not find it"
      : "the cache service refused it and gave no reason",
  );
}

async function get(
  context: ServiceContext,
  transfer: Transfer & Bound,
  sizeBytes: number,
): Promise<RestoreAnswer> {
  const asked = await ask(
    context,
    { op: "restore", ...transfer },
    carryDeadline(context, sizeBytes),
  );
  if (asked.kind === "unavailable") return asked;
  const { found, thrown, lines } = asked.reply;
  if (found === transfer.key) return { kind: "restored" };
  // An entry whose key merely begins with this one.
  if (found !== undefined) return { kind: "miss" };
  const trouble = troubleIn(lines);
  if (trouble?.kind === "damaged") return { kind: "damaged", why: trouble.cause };
  const cause = thrown ?? trouble?.cause;
  return cause === undefined ? { kind: "miss" } : unavailable(cause);
}

/** Sends a request unless the breaker is open. */
async function ask(
  context: ServiceContext,
  request: Request,
  deadlineMs: number,
): Promise<Answered> {
  const attempt = context.breaker.begin();
  if (attempt.kind === "unavailable") return attempt;
  const told = await askInTurn(context, request, deadlineMs);
  const silence = silenceIn(told);
  if (silence === undefined) attempt.answered();
  else attempt.failed(silence);
  return told.kind === "ended" ? unavailable(told.cause) : told;
}

/** Why the service gave no answer; `undefined` where it gave one, whatever it says. */
function silenceIn(told: HelperAnswer): string | undefined {
  if (told.kind === "ended") return told.cause;
  if (told.kind === "unavailable" || told.reply.found !== undefined) return undefined;
  const cause = told.reply.thrown ?? troubleIn(told.reply.lines)?.cause;
  return cause !== undefined && NO_ANSWER.test(cause) ? cause : undefined;
}

/** Sends a request at its turn, and once more after a rate limit that says when it ends. */
async function askInTurn(
  context: ServiceContext,
  request: Request,
  deadlineMs: number,
): Promise<HelperAnswer> {
  const { pace, helpers, deadlines } = context;
  for (let tries = 1; ; tries += 1) {
    const waitMs = pace.turn(request.op === "save" ? "save" : "look");
    if (waitMs > deadlines.patienceMs) {
      return unavailable(
        `the cache service answers no more requests for ${Math.ceil(waitMs / 1000)} s (rate limit)`,
      );
    }
    if (waitMs > 0) await setTimeout(waitMs);
    const helped = await helpers.ask(request, deadlineMs);
    if (helped.kind === "ended") return { kind: "ended", cause: helped.why };
    const trouble = rateTrouble(helped.reply);
    if (trouble === undefined) return { kind: "reply", reply: helped.reply };
    const seconds = trouble.seconds ?? 5;
    pace.pause(seconds * 1000);
    if (tries > 1 || seconds * 1000 > deadlines.patienceMs) return unavailable(trouble.cause);
  }
}

function rateTrouble(reply: Reply): Extract<Trouble, { readonly kind: "rate" }> | undefined {
  if (reply.found !== undefined) return undefined;
  const trouble = troubleIn(reply.lines);
  return trouble?.kind === "rate" ? trouble : undefined;
}

function carryDeadline({ deadlines }: ServiceContext, sizeBytes: number): number {
  return deadlines.carryMs + sizeBytes / BYTES_PER_MS;
}
