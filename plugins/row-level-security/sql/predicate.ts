/** A condition of SQL over a row; `null` where there is none, and nothing is allowed. */
export type Predicate = string | null

export const or = (...parts: Predicate[]): Predicate => {
  const present = parts.filter((part): part is string => part !== null)
  return present.length === 0 ? null : present.map((part) => `(${part})`).join(' or ')
}
