// The class tests ask the same in thousands of ways. `npm run prove` asks all of them (VITRINE_FULL=1);
// `npm test` every so many, beginning with another one for each field, document or caller, so that together
// they still go through all of the ways.

export const IS_FULL = process.env.VITRINE_FULL === '1'

/** @param turn Which of `every` runs this is: those of all turns together are all items. */
export const inShort = <Item>(items: readonly Item[], turn: number, every = 12): Item[] =>
  IS_FULL ? [...items] : items.filter((_, index) => index % every === turn % every)
