/** Works through items, a few at a time: the database answers while the server thinks. */
export const inTurns = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  atOnce = 6,
): Promise<void> => {
  const open = [...items]
  const turn = async (): Promise<void> => {
    for (let item = open.shift(); item !== undefined; item = open.shift()) {
      await work(item)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, turn))
}
