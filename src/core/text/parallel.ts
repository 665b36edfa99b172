/** Calls `act` for each item, at most `width` at once; gives the answers in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  act: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const answers: R[] = [];
  const waiting = [...items.entries()];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let one = waiting[next]; one !== undefined; one = waiting[next]) {
      next += 1;
      const [place, item] = one;
      answers[place] = await act(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
  return answers;
}
