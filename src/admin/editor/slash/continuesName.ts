// Whether a space after the words of the menu that `/` opens goes on with the name of something there.

/** @param before The paragraph up to the caret. @returns What was typed after `/`; `null` outside of the menu. */
export const queryIn = (before: string): string | null =>
  /(?:^|[\s(])\/([^\s/]+)$/.exec(before)?.[1] ?? null

/**
 * @param query As typed after `/`, without spaces.
 * @param names What the menu finds things by.
 */
export const continuesName = ({
  names,
  query,
}: {
  names: readonly string[]
  query: string
}): boolean => names.some((name) => startsOf(name).includes(query.toLowerCase()))

/** `Before and after`: `before`, `beforeand`. */
const startsOf = (name: string): string[] => {
  const words = name.toLowerCase().split(' ')
  return words.slice(1).map((_, index) => words.slice(0, index + 1).join(''))
}
