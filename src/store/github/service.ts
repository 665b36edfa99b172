import { setTimeout } from "node:timers/promises";
import type { Unavailable } from "../store.ts";
import { openBreaker, type Breaker } from "./breaker.ts";
import { troubleIn, type Trouble } from "./causes.ts";
import type { Helpers } from "./helpers.ts";
import type { Reply, Request } from "./library.ts";
import { openPace } from "./pace.ts";

export type Looked =
  | { readonly kind: "found"; readonly key: string }
  | { readonly kind: "miss" }
  | Unavailable;

export type Put =
  | { readonly kind: "saved" }
  /** The key is locked or used: another one may be tried. */
  | { readonly kind: "taken"; readonly cause: string }
  | Unavailable;

type Got =
  | { readonly kind: "restored" }
  | { readonly kind: "miss" }
  /** What the key names is no archive that can be unpacked. */
  | { readonly kind: "damaged"; readonly why: string }
  | Unavailable;

/** A folder that holds `entry`, or is to hold it, and one for the library's own files, which is emptied. */
export interface Parcel {
  readonly key: string;
  readonly folder: string;
  readonly scratch: string;
}

interface Bound {
  /** What unpacks to more than this is damaged; no bound where it is not given. */
  readonly mostBytes?: number | undefined;
}

/** The cache service of a job: every answer within its deadline, every trouble with its cause. */
export interface Service {
  /** The newest entry with this key, or one that begins with it, in the first scope that has one. */
  readonly lookUp: (key: string) => Promise<Looked>;
  readonly put: (parcel: Parcel, sizeBytes: number) => Promise<Put>;
  readonly get: (parcel: Parcel & Bound, sizeBytes: number) => Promise<Got>;
}

/** How long things may take, in milliseconds. */
export interface Deadlines {
  readonly lookUpMs: number;
  /** A save or a restore may take this, and two seconds more for each megabyte: several share a slow line. */
  readonly carryMs: number;
  /** What is refused for longer than this is given up at once. */
  readonly patienceMs: number;
}

export const DEADLINES: Deadlines = { lookUpMs: 60_000, carryMs: 60_000, patienceMs: 60_000 };

export interface Modes {
  readonly reads: boolean;
  readonly writes: boolean;
  /** As `ACTIONS_CACHE_MODE` says it. */
  readonly mode: string;
}

interface Desk {
  readonly helpers: Helpers;
  readonly pace: ReturnType<typeof openPace>;
  readonly deadlines: Deadlines;
  readonly breaker: Breaker;
}

type Asked = { readonly kind: "reply"; readonly reply: Reply } | Unavailable;

/** `ended` at the deadline, without an answer. */
type Told = Asked | { readonly kind: "ended"; readonly cause: string };

const BYTES_PER_MS = 500;

/** The words of a connection that failed, not of a service that answered. */
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
  const desk: Desk = {
    helpers,
    deadlines,
    pace: openPace(Date.now),
    breaker: openBreaker(now),
  };
  const { reads, writes, mode } = modes;
  const closed = unavailable(`the job's cache-mode is ${mode}`);
  return {
    lookUp: async (key) => (reads ? lookUp(desk, key) : closed),
    put: async (parcel, sizeBytes) =>
      writes ? put(desk, { op: "save", ...parcel, confirm: reads }, sizeBytes) : closed,
    get: async (parcel, sizeBytes) => (reads ? get(desk, parcel, sizeBytes) : closed),
  };
}

export function unavailable(cause: string): Unavailable {
  return { kind: "unavailable", cause };
}

async function lookUp(desk: Desk, key: string): Promise<Looked> {
  const asked = await ask(desk, { op: "lookup", key }, desk.deadlines.lookUpMs);
  if (asked.kind === "unavailable") return asked;
  const { found, thrown, lines } = asked.reply;
  if (found !== undefined) return { kind: "found", key: found };
  const cause = thrown ?? troubleIn(lines)?.cause;
  return cause === undefined ? { kind: "miss" } : unavailable(cause);
}

async function put(
  desk: Desk,
  request: Extract<Request, { readonly op: "save" }>,
  sizeBytes: number,
): Promise<Put> {
  const asked = await ask(desk, request, carryDeadline(desk, sizeBytes));
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

async function get(desk: Desk, parcel: Parcel & Bound, sizeBytes: number): Promise<Got> {
  const asked = await ask(desk, { op: "restore", ...parcel }, carryDeadline(desk, sizeBytes));
  if (asked.kind === "unavailable") return asked;
  const { found, thrown, lines } = asked.reply;
  if (found === parcel.key) return { kind: "restored" };
  // An entry whose key merely begins with this one.
  if (found !== undefined) return { kind: "miss" };
  const trouble = troubleIn(lines);
  if (trouble?.kind === "damaged") return { kind: "damaged", why: trouble.cause };
  const cause = thrown ?? trouble?.cause;
  return cause === undefined ? { kind: "miss" } : unavailable(cause);
}

/** Asks unless the service has not answered for a while. */
async function ask(desk: Desk, request: Request, deadlineMs: number): Promise<Asked> {
  const attempt = desk.breaker.begin();
  if (attempt.kind === "unavailable") return attempt;
  const told = await askInTurn(desk, request, deadlineMs);
  const silence = silenceIn(told);
  if (silence === undefined) attempt.answered();
  else attempt.failed(silence);
  return told.kind === "ended" ? unavailable(told.cause) : told;
}

/** Why the service gave no answer; `undefined` where it gave one, whatever it says. */
function silenceIn(told: Told): string | undefined {
  if (told.kind === "ended") return told.cause;
  if (told.kind === "unavailable" || told.reply.found !== undefined) return undefined;
  const cause = told.reply.thrown ?? troubleIn(told.reply.lines)?.cause;
  return cause !== undefined && NO_ANSWER.test(cause) ? cause : undefined;
}

/** Asks when it is this request's turn; once more where the service was asked too much and says until when. */
async function askInTurn(desk: Desk, request: Request, deadlineMs: number): Promise<Told> {
  const { pace, helpers, deadlines } = desk;
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

function carryDeadline({ deadlines }: Desk, sizeBytes: number): number {
  return deadlines.carryMs + sizeBytes / BYTES_PER_MS;
}
