/** What somebody may name a file, a shard or a status, without the characters that no id may hold. */
export const TEXTS = [
  "::set-output name=all-done::true",
  "::add-mask::shard",
  "::warning::owned",
  "::stop-commands::x",
  "##[error]owned",
  "##[set-output name=x;]y",
  "##[add-mask]shard",
  "%0A::error::owned",
  "%0D%0A##[error]owned",
  "| a | b |",
  "`code`",
  "```",
  "~~~ sh",
  "www.example.org",
  "[link](javascript:alert(1))",
  "![image](https:x.png)",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</code></td><h1>owned",
  "<!-- hidden",
  "--> shown",
  "# heading",
  "&lt;b&gt;",
  "@everyone",
  "https:example.org",
  "a".repeat(200),
  "</details>",
  "${{ github.token }}",
  "{{ id }}",
  "\\| \\` \\<",
] as const;

/** What a terminal obeys: only in what a command prints and a file says, since no id may hold them. */
export const CONTROLS = [
  "\u001B[2J\u001B[H",
  "\u001B]0;owned\u0007",
  "\u001B]8;;https://example.org\u001B\\link\u001B]8;;\u001B\\",
  "\u001B[1A\u001B[2Kowned",
  "\u001BP$q\u001B\\",
  "\u009B2J",
  "\u202Egnp.exe",
  "a\r::error::owned",
  "\u2028::error::owned",
  "\u001B[6n",
  "\u001Bc",
] as const;

export const OBEYED =
  // oxlint-disable-next-line no-control-regex -- what must not be there
  /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]|\u001b(?!\[[\d;:]*m)/;

/** What the runner takes for a command to itself, but for Donemark's own annotations and debug lines. */
export function commandsIn(log: string): readonly string[] {
  return log
    .split(/[\r\n]+/)
    .filter((line) => /^\s*::|##\[/.test(line))
    .filter(
      (line) =>
        !/^::(?:debug::\{"kind":"|error title=(?:Shard [^:]* failed|\d+ shards failed alike)::|(?:error|warning)::)/.test(
          line,
        ),
    );
}
