/** The text of a field that was read in all languages, or in one: the first that says something. */
export const firstText = (value: unknown): string | undefined =>
  (typeof value === 'object' && value !== null ? Object.values(value) : [value]).find(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  )
