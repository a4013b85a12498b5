// Keeps a few pieces of work under way ahead of the one that is asked for, in order.

/**
 * @param ahead How many may run at the same time.
 * @example for await (const picture of prefetch({ items, ahead: 2, work: draw })) …
 */
export async function* prefetch<Item, Result>({
  items,
  ahead,
  work,
}: {
  items: readonly Item[]
  ahead: number
  work: (item: Item) => Promise<Result>
}): AsyncGenerator<{ item: Item; result: Result }> {
  const running: { item: Item; promise: Promise<Result> }[] = []
  const start = (item: Item) => {
    const promise = work(item)
    // Rejections surface when their turn comes; until then they are not unhandled.
    promise.catch(() => undefined)
    running.push({ item, promise })
  }
  items.slice(0, ahead).forEach(start)
  for (let index = ahead; running.length > 0; index += 1) {
    const first = running.shift()
    if (!first) return
    const result = await first.promise
    const following = items[index]
    if (following !== undefined) start(following)
    yield { item: first.item, result }
  }
}
