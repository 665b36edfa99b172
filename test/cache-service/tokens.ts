import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Grant } from "./entries.ts";

/** What a token for the REST interface allows: to list, also to delete, nothing of the caches. */
export type RestRights = "read" | "write" | "none";

/** The tokens of one service: a job's runtime token, and one token per REST right. */
export interface Tokens {
  readonly runtime: (grants: readonly Grant[]) => string;
  readonly rest: Readonly<Record<RestRights, string>>;
  /** The grants of the runtime token that came, or nothing where it is not one of ours. */
  readonly grantsOf: (request: IncomingMessage) => readonly Grant[] | undefined;
  readonly rightsOf: (request: IncomingMessage) => RestRights | undefined;
}

const READ = 1;
const WRITE = 2;

export function createTokens(): Tokens {
  const secret = randomBytes(32);
  const rest = { read: restToken(), write: restToken(), none: restToken() };
  const rights: readonly RestRights[] = ["read", "write", "none"];
  return {
    rest,
    runtime: (grants) => {
      const ac = grants.map(({ scope, read, write }) => ({
        Scope: scope,
        Permission: (read ? READ : 0) + (write ? WRITE : 0),
      }));
      const body = [
        { alg: "HS256", typ: "JWT" },
        { ac: JSON.stringify(ac), iss: "cache-service" },
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
        .join(".");
      return `${body}.${seal(secret, body)}`;
    },
    grantsOf: (request) => {
      const [head = "", claims = "", mark = ""] = (bearer(request) ?? "").split(".");
      const expected = Buffer.from(seal(secret, `${head}.${claims}`));
      const came = Buffer.from(mark);
      if (came.length !== expected.length || !timingSafeEqual(came, expected)) return undefined;
      return grantsIn(claims);
    },
    rightsOf: (request) => rights.find((right) => rest[right] === bearer(request)),
  };
}

function grantsIn(claims: string): readonly Grant[] {
  const { ac }: { ac: string } = JSON.parse(Buffer.from(claims, "base64url").toString("utf8"));
  const scopes: readonly { Scope: string; Permission: number }[] = JSON.parse(ac);
  return scopes.map(({ Scope, Permission }) => ({
    scope: Scope,
    read: (Permission & READ) !== 0,
    write: (Permission & WRITE) !== 0,
  }));
}

function bearer(request: IncomingMessage): string | undefined {
  return /^(?:Bearer|token) (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
}

function seal(secret: Buffer, body: string): string {
  return createHmac("sha256", secret).update(body).digest("base64url");
}

function restToken(): string {
  return `ghs_${randomBytes(18).toString("hex")}`;
}
