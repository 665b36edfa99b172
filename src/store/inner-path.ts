/** A relative path that stays below, in the form of every system. */
export function isInnerPath(value: unknown): value is string {
  if (typeof value !== "string" || value.includes("\0")) return false;
  const names = value.split("/");
  return names.every((name) => name !== "" && name !== "." && name !== "..") && isPlain(value);
}

/** On Windows a backslash or a drive's colon would lead out; elsewhere they are parts of names. */
function isPlain(path: string): boolean {
  return process.platform !== "win32" || !/[\\:]/.test(path);
}
