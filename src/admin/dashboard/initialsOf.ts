// A name in two letters.

/** The first letters of the first and the last word, upper case. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/u)
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return picked
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
