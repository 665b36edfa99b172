const LOOKS = 30;

/** Waits until a value is the same at thirty looks in a row, 10 ms apart. */
export async function unchanging(look: () => number): Promise<void> {
  let last = look();
  for (let same = 0; same < LOOKS; same += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const next = look();
    if (next !== last) same = 0;
    last = next;
  }
}
