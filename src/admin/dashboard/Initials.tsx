// A person as two letters.

export const Initials = ({ name }: { name: string }) => (
  <span aria-hidden className="vitrine-initials">
    {initialsOf(name)}
  </span>
)

/** The first letters of the first and the last word. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/u)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase()
}
