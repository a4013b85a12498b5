// Names that every object in JavaScript has already. As fields of what somebody sends, they would be taken for
// those: a node of a text with a `constructor` of its own does not open in the admin.
const STRANGE = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * @param value As `JSON.parse` makes it, which keeps such names.
 * @returns the path to the first of them, undefined when there is none
 */
export const strangeNameIn = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) {
    return undefined
  }
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && STRANGE.has(name)) {
      return name
    }
    const below = strangeNameIn(inner)
    if (below !== undefined) {
      return `${name}.${below}`
    }
  }
  return undefined
}

export const strangeNameSentence = (path: string): string =>
  `“${path.length > 200 ? `…${path.slice(-200)}` : path}” ends in a name that no field can have. Leave it out.`
