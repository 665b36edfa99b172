import type { Definition } from "../core/definition/fields.ts";
import type { ProcessMark } from "../core/model/start-record.ts";
import { openHistory } from "../files/history.ts";
import type { Writer } from "../protocol/writer.ts";
import { temporaryToken } from "../protocol/temporary-names.ts";
import type { Invocation } from "./invocation.ts";
import { markerForm } from "./marker-key.ts";

/** The file layer with temporary names that tell whose they are. */
export function writerOf(
  invocation: Pick<Invocation, "disk" | "env" | "inputs" | "workspace" | "now" | "reporter">,
  owner: ProcessMark,
  { keep }: Pick<Definition, "keep">,
): Writer {
  return {
    disk: invocation.disk,
    markers: markerForm(invocation),
    history: openHistory(invocation),
    keep,
    warn: (text) => invocation.reporter.warn(text),
    token: temporaryTokens(owner),
  };
}

/** Gives names of temporary files, each once, that tell whose they are. */
export function temporaryTokens(owner: ProcessMark): () => string {
  let serial = 0;
  return () => {
    serial += 1;
    return temporaryToken(owner, serial);
  };
}
