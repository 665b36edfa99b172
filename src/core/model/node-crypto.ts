/**
 * Node's cryptography, loaded at its first use: loading it takes a third of the time of an empty start, and many short
 * commands never need it.
 */
export function nodeCrypto(): typeof import("node:crypto") {
  // oxlint-disable-next-line no-restricted-globals -- the only way to load a part of Node late and at once
  return process.getBuiltinModule("node:crypto");
}
