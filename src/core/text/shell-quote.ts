/** A text as one word of a shell, which it reads as it is. No log takes it for a workflow command. */
export function quoteForShell(text: string): string {
  const isPlain = /^[\w./:@%+,-]+$/.test(text) && !text.startsWith("-");
  return isPlain ? text : `'${text.replaceAll("'", `'\\''`).replaceAll("##[", "##''[")}'`;
}
