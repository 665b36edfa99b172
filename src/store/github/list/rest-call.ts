import type { IncomingMessage } from "node:http";
import type { Environment } from "../../../core/definition/environment.ts";
import { messageOf } from "../../../core/text/problem.ts";
import type { Unavailable } from "../../store.ts";
import { unavailable } from "../../answers.ts";

/** GitHub's REST interface, as a job's token may use it. */
export interface RestAccess {
  /** `https://api.github.com` */
  readonly apiUrl: string;
  /** `owner/name` */
  readonly repository: string;
  readonly token: string;
}

export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  /** Has the token reached its rate limit? */
  readonly isLimit: boolean;
  readonly body: string;
  /** The server's time. */
  readonly date: string | undefined;
}

const BIGGEST_ANSWER_BYTES = 8 * 1024 * 1024;

interface Line {
  readonly access: RestAccess;
  readonly env: Environment;
  readonly deadlineMs: number;
}

/** Never throws: what does not answer within the deadline is unavailable. */
export async function callRest(
  line: Line,
  method: "GET" | "DELETE",
  path: string,
): Promise<Answer | Unavailable> {
  const { access, env, deadlineMs } = line;
  const url = new URL(`${access.apiUrl.replace(/\/$/, "")}${path}`);
  const headers = {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${access.token}`,
    "user-agent": "donemark",
    "x-github-api-version": "2022-11-28",
  };
  try {
    return await senderFor(env)(url, { method, headers, deadlineMs });
  } catch (error) {
    return unavailable(`${url.host} did not answer: ${messageOf(error)}`);
  }
}

/** The `Date` of a server's answer, whatever else it says. @throws where it gives none in time. */
export async function askTime(
  env: Environment,
  url: string,
  deadlineMs: number,
): Promise<string | undefined> {
  const headers = { "user-agent": "donemark" };
  const { date } = await senderFor(env)(new URL(url), { method: "HEAD", headers, deadlineMs });
  return date;
}

function senderFor(env: Environment): typeof directly {
  const proxied = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some(
    (name) => env[name],
  );
  return proxied ? throughProxy : directly;
}

interface Call {
  readonly method: "GET" | "DELETE" | "HEAD";
  readonly headers: Record<string, string>;
  readonly deadlineMs: number;
}

/** Sends by Node's own client: the library of actions takes as long to load as a whole plan may. */
async function directly(url: URL, { method, headers, deadlineMs }: Call): Promise<Answer> {
  const { request } = await (url.protocol === "https:"
    ? import("node:https")
    : import("node:http"));
  const signal = AbortSignal.timeout(deadlineMs);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method, headers, signal }, resolve).once("error", reject).end();
  });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes: Buffer = chunk;
    length += bytes.length;
    if (length > BIGGEST_ANSWER_BYTES) throw new Error("its answer is too long");
    chunks.push(bytes);
  }
  return {
    kind: "answer",
    status: response.statusCode ?? 0,
    isLimit: isLimit(response),
    body: Buffer.concat(chunks).toString("utf8"),
    date: response.headers.date,
  };
}

function isLimit({ statusCode: status, headers }: IncomingMessage): boolean {
  if (status === 429) return true;
  const isUsedUp = headers["x-ratelimit-remaining"] === "0" || "retry-after" in headers;
  return status === 403 && isUsedUp;
}

async function throughProxy(url: URL, { method, headers, deadlineMs }: Call): Promise<Answer> {
  const { HttpClient } = await import("@actions/http-client");
  const client = new HttpClient("donemark", [], { socketTimeout: deadlineMs });
  try {
    const response = await client.request(method, url.href, null, headers);
    return {
      kind: "answer",
      status: response.message.statusCode ?? 0,
      isLimit: isLimit(response.message),
      body: await response.readBody(),
      date: response.message.headers.date,
    };
  } finally {
    client.dispose();
  }
}
