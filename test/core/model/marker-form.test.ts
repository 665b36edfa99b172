import { expect, test } from "vitest";
import { sha256 } from "../../../src/core/model/digest.ts";
import { PLAIN_FORM, signedForm } from "../../../src/core/model/marker-form.ts";
import type { Marker } from "../../../src/core/model/marker.ts";

const KEY = "correct horse battery staple";
const MARKER: Marker = {
  shard: "a",
  checkpoint: {
    kind: "file",
    sizeBytes: 3,
    mtimeNs: "1",
    inode: "2",
    sample: sha256("abc"),
    sha256: sha256("abc"),
    format: "plain",
  },
  fingerprint: { input: sha256("in") },
  seconds: 1.5,
  finishedAt: "2026-01-01T00:00:00.000Z",
  by: { host: "here" },
};
const UNSIGNED = { kind: "corrupt", why: "it is not signed with this marker-key" };

test("a signed marker is read by who has the key, and by who has none", () => {
  const text = signedForm(KEY).format(MARKER);
  for (const form of [signedForm(KEY), PLAIN_FORM])
    expect(form.parse(text)).toEqual({ kind: "full", marker: MARKER });
  expect(text.endsWith("\n")).toBe(true);
  expect(text).not.toContain(KEY);
});

test.each([
  ["no signature", PLAIN_FORM.format(MARKER)],
  ["another key's", signedForm("another key, as long").format(MARKER)],
  ["nothing at all", ""],
  [
    "a signature of something else",
    signedForm(KEY)
      .format({ ...MARKER, shard: "b" })
      .replace('"b"', '"a"'),
  ],
  ["a signature that is no text", PLAIN_FORM.format(MARKER).replace("}\n", ',"signature":[1]}\n')],
])("a marker with %s proves nothing", (_, text) => {
  expect(signedForm(KEY).parse(text)).toEqual(UNSIGNED);
});

test("every field is signed", () => {
  const text = signedForm(KEY).format({ ...MARKER, fence: 3, adopted: true });
  const fields = [...text.matchAll(/"([A-Za-z0-9]+)":("[^"]*"|[\d.]+|true)/g)];
  expect(fields.length).toBeGreaterThan(12);
  for (const [whole, name, value] of fields) {
    const other = value === "true" ? "false" : value?.startsWith('"') === true ? '"0"' : "7";
    const changed = text.replace(whole, `"${name}":${other}`);
    expect(signedForm(KEY).parse(changed).kind, whole).toBe("corrupt");
  }
});

test("a fence is signed apart, so that earlier versions, which know none, check the same signature", () => {
  const form = signedForm(KEY);
  const fenced = form.format({ ...MARKER, fence: 1_700_000_000_000 });
  expect(form.parse(fenced)).toMatchObject({ marker: { fence: 1_700_000_000_000 } });
  const signatureIn = (text: string): unknown => JSON.parse(text).signature;
  expect(signatureIn(fenced)).toBe(signatureIn(form.format(MARKER)));
  const { fence, fenceSignature } = JSON.parse(fenced);
  const elsewhere = JSON.parse(form.format({ ...MARKER, shard: "b" }));
  for (const forged of [
    { ...JSON.parse(fenced), fence: fence + 1 },
    { ...JSON.parse(fenced), fenceSignature: undefined },
    { ...JSON.parse(form.format(MARKER)), fence: 5 },
    { ...elsewhere, fence, fenceSignature },
  ])
    expect(form.parse(JSON.stringify(forged))).toEqual(UNSIGNED);
});

test("a seal is the key's and the text's own", () => {
  const { seal } = signedForm(KEY);
  expect(seal?.("x")).toMatch(/^[0-9a-f]{16}$/);
  expect(seal?.("x")).not.toBe(seal?.("y"));
  expect(seal?.("x")).not.toBe(signedForm("another key, as long").seal?.("x"));
  expect(PLAIN_FORM.seal).toBeUndefined();
});
