import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { pipeline, Readable, Transform, type Writable } from "node:stream";
import type { Change } from "./faults.ts";

/** What a call is answered with, where the answer is small. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A body on its way. */
export interface Passage {
  readonly from: Readable;
  readonly to: Writable;
  readonly length: number;
  readonly socket: Socket;
  readonly change?: Change | undefined;
  readonly count?: (bytes: number) => void;
  readonly failed?: () => void;
}

/** The number of bytes that leave a passage of this length. */
export function lengthAfter(length: number, change: Change | undefined): number {
  return typeof change === "object" ? Math.min(length, change.truncateTo) : length;
}

/** Lets a body through as the change says, and counts what comes out. */
export function carry({ from, to, length, socket, change, count, failed }: Passage): void {
  const ended = (trouble?: Error | null): void => {
    if (trouble) failed?.();
  };
  const counted = (chunk: Buffer): void => count?.(chunk.length);
  if (to.destroyed) {
    // Whoever asked was killed meanwhile, and a pipeline throws where its end is gone.
    from.resume();
    return failed?.();
  }
  if (change === undefined) {
    // No stream between: it would cost the processor a tenth more for every byte.
    from.on("data", counted);
    pipeline(from, to, ended);
    return;
  }
  const changed = changing(length, change, socket).on("data", counted);
  pipeline(from, changed, to, ended);
}

function changing(length: number, change: Change, socket: Socket): Transform {
  const half = Math.floor(length / 2);
  let start = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const at = start;
      start += chunk.length;
      if (typeof change === "object")
        return done(null, chunk.subarray(0, Math.max(0, change.truncateTo - at)));
      if (start <= half) return done(null, chunk);
      if (change === "corrupt") return done(null, flipped(chunk, half - at));
      // Without its callback a stream takes no more: what is behind waits for ever.
      if (half > at) this.push(chunk.subarray(0, half - at));
      if (change === "reset") setImmediate(() => socket.resetAndDestroy());
    },
  });
}

function flipped(chunk: Buffer, at: number): Buffer {
  if (at < 0) return chunk;
  const copy = Buffer.from(chunk);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

/** Sends a small answer, changed on its way where a fault says so. */
export function send(response: ServerResponse, answer: Answer, change?: Change): void {
  const body = Buffer.from(answer.body === undefined ? "" : JSON.stringify(answer.body));
  const type = answer.body === undefined ? {} : { "content-type": "application/json" };
  const length = { "content-length": lengthAfter(body.length, change) };
  const { socket } = response;
  response.writeHead(answer.status, {
    ...type,
    ...(answer.status === 204 ? {} : length),
    ...answer.headers,
  });
  if (change === undefined || socket === null || body.length === 0) {
    response.end(body);
    return;
  }
  carry({ from: Readable.from([body]), to: response, length: body.length, socket, change });
}

/** The JSON object of a request; undefined where there is none. */
export async function readJson(
  request: IncomingMessage,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
