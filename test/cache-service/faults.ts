import type { IncomingMessage, ServerResponse } from "node:http";

export type ServiceCall =
  | "create"
  | "finalize"
  | "lookup"
  | "upload"
  | "download"
  | "list"
  | "delete"
  | "usage";

/**
 * What goes wrong with a call. The first group meets it before anything is done:
 * a status is answered instead; `refuse` ends the connection before a byte is answered; `not-json` answers a page.
 * The second group strikes the bytes of a call that is otherwise done, on their way up for an upload, down for all else:
 * `reset` breaks the connection half-way; `stall` goes silent half-way and keeps the connection;
 * `truncateTo` ends early with a length that fits; `corrupt` changes the byte in the middle.
 */
export type Fault =
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }
  | "refuse"
  | "not-json"
  | Change;

export type Change = "reset" | "stall" | "corrupt" | { readonly truncateTo: number };

export interface Faults {
  /** The next calls of a kind meet a fault, as often as said. Gives what ends it. */
  readonly set: (call: ServiceCall, fault: Fault, times?: number) => () => void;
  /** The fault that this call meets: the oldest that is not used up. */
  readonly take: (call: ServiceCall) => Fault | undefined;
}

interface Pending {
  readonly call: ServiceCall;
  readonly fault: Fault;
  left: number;
}

export function createFaults(): Faults {
  const pending = new Set<Pending>();
  return {
    set: (call, fault, times = Number.POSITIVE_INFINITY) => {
      const entry = { call, fault, left: times };
      pending.add(entry);
      return () => void pending.delete(entry);
    },
    take: (call) => {
      const next = [...pending].find((entry) => entry.call === call && entry.left > 0);
      if (next === undefined) return undefined;
      next.left -= 1;
      return next.fault;
    },
  };
}

/** Where a fault strikes the bytes instead of the call. */
export function changeOf(fault: Fault | undefined): Change | undefined {
  if (fault === undefined || fault === "refuse" || fault === "not-json") return undefined;
  return typeof fault === "object" && "status" in fault ? undefined : fault;
}

/** Ends a call with a fault that meets it before anything is done; says whether it did. */
export function meetBefore(
  fault: Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (fault === undefined || changeOf(fault) !== undefined) return false;
  if (fault === "refuse") {
    request.socket.resetAndDestroy();
    return true;
  }
  request.resume();
  if (fault === "not-json") {
    response.writeHead(200, { "content-type": "text/html" }).end("<html>Sign in</html>");
    return true;
  }
  if (typeof fault === "object" && "status" in fault) {
    const code = fault.status === 429 ? "resource_exhausted" : "unavailable";
    const message = `fault ${fault.status}`;
    const body = fault.body ?? JSON.stringify({ code, msg: message, message });
    response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
    response.end(body);
  }
  return true;
}
