/** Cuts a text so that a terminal shows it in at most so many cells. Any character beyond ASCII is counted as two. */
export function cutToCells(text: string, most: number): string {
  let cells = 0;
  let kept = "";
  for (const character of text) {
    cells += isNarrow(character) ? 1 : 2;
    if (cells > most) return kept;
    kept += character;
  }
  return kept;
}

function isNarrow(character: string): boolean {
  return character >= " " && character <= "~";
}
