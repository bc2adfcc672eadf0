/**
 * Works on up to `atOnce` items at a time and gives the results in the items' order. No more
 * items are asked for while that many wait, so memory stays the same however many there are.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const waiting: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    // It is awaited in its turn; until then a failure must not count as unheard.
    result.catch(() => {});
    waiting.push(result);
    const first = waiting.length >= atOnce ? waiting.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of waiting) yield await result;
}
