import { formatMarker, parseJson, parseMarker, type Marker, type ParsedMarker } from "./marker.ts";
import { nodeCrypto } from "./node-crypto.ts";
import { isRecord } from "../text/text.ts";

/** The two directions between markers and their text, with or without a signature. */
export interface MarkerForm {
  readonly format: (marker: Marker) => string;
  readonly parse: (text: string) => ParsedMarker;
  /**
   * Signs a text with sixteen hexadecimal digits; `undefined` where there is no key. With a key, nothing unsigned counts as
   * done: no empty marker, no status alone, no entry of a store.
   */
  readonly seal: ((text: string) => string) | undefined;
}

export const PLAIN_FORM: MarkerForm = { format: formatMarker, parse: parseMarker, seal: undefined };

const SEAL_DIGITS = 16;

/** The marker with its fields in the order in which the reader finds them: this form is signed. */
function asRead(marker: Marker): Marker {
  const parsed = parseMarker(formatMarker(marker));
  return parsed.kind === "full" ? parsed.marker : marker;
}

/** Each marker carries an HMAC-SHA256 over its own text; one without it, or with another, is corrupt. */
export function signedForm(key: string): MarkerForm {
  const sign = (use: string, text: string): string =>
    nodeCrypto().createHmac("sha256", key).update(`${use}\n${text}`).digest("hex");
  // Earlier versions check a signature over what they know, and they know no fence: it is signed on its own.
  const signatureOf = (marker: Marker): string => {
    const { fence: _, ...known } = marker;
    return sign("marker", formatMarker(known));
  };
  const fenceSignatureOf = (marker: Marker): string | undefined =>
    marker.fence === undefined
      ? undefined
      : sign("fence", `${signatureOf(marker)}\n${marker.fence}`);
  return {
    format: (marker) => {
      const known = asRead(marker);
      const signatures = { fenceSignature: fenceSignatureOf(known), signature: signatureOf(known) };
      return `${formatMarker(known).trimEnd().slice(0, -1)},${JSON.stringify(signatures).slice(1)}\n`;
    },
    parse: (text) => {
      const parsed = parseMarker(text);
      if (parsed.kind === "corrupt") return parsed;
      const value = parseJson(text);
      const { signature, fenceSignature } = isRecord(value) ? value : {};
      const isSigned =
        parsed.kind === "full" &&
        signature === signatureOf(parsed.marker) &&
        fenceSignature === fenceSignatureOf(parsed.marker);
      if (isSigned) return parsed;
      return { kind: "corrupt", why: "it is not signed with this marker-key" };
    },
    seal: (text) => sign("entry", text).slice(0, SEAL_DIGITS),
  };
}
