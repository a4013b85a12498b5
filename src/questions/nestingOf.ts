/** Levels that a body may have. What the longest of chapters needs many times over. */
export const DEEPEST = 500

const OPENING = new Set(['{', '[', '('])
const CLOSING = new Set(['}', ']', ')'])

/**
 * How many brackets are open at once at most, in JSON or in a query of GraphQL. Those inside of texts do not count.
 * Whoever goes through what is nested with a function that calls itself needs to know before.
 */
export const nestingOf = (text: string): number => {
  let deepest = 0
  let depth = 0
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!
    if (isText) {
      isText = sign !== '"'
      at += sign === '\\' ? 1 : 0
    } else if (sign === '"') {
      isText = true
    } else if (OPENING.has(sign)) {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (CLOSING.has(sign)) {
      depth -= 1
    }
  }
  return deepest
}
