// Rich text is asked with a path of SQL/JSON. Payload allows few letters there, no umlaut among them, takes what was
// typed for a regular expression, and leaves case to the locale of the database, which may know that of ASCII alone.
//
// https://www.postgresql.org/docs/current/functions-json.html#FUNCTIONS-SQLJSON-PATH

export type JsonQuery = (asked: {
  column: unknown
  operator: string
  pathSegments: string[]
  value: unknown
}) => string

/** Stands for the text while Payload writes the question. */
const PLACE = 'a text of the question'

/** The same query for any text, each letter of which means itself. */
export const anyText =
  (query: JsonQuery): JsonQuery =>
  (asked) => {
    const { operator, value } = asked
    if (operator === 'exists') {
      return query(asked)
    }
    if (Array.isArray(value)) {
      const [word, none] = operator === 'in' ? ['OR', 'false'] : ['AND', 'true']
      const each = value.map((one: unknown) =>
        anyText(query)({
          ...asked,
          operator: operator === 'in' ? 'equals' : 'not_equals',
          value: one,
        }),
      )
      return each.length === 0 ? none : `(${each.join(` ${word} `)})`
    }
    if (typeof value !== 'string' || value.includes('\0')) {
      return query(asked)
    }
    return query({ ...asked, value: PLACE })
      .replace(`@ like_regex "(?i)${PLACE}"`, () =>
        value
          .split(' ')
          .map((word) => `@ like_regex ${quoted([...word].map(inAnyCase).join(''))}`)
          .join(' && '),
      )
      .replace(`"${PLACE}"`, () => quoted(value))
  }

/** As a text of SQL/JSON within a text of SQL. */
const quoted = (text: string): string => JSON.stringify(text).replaceAll("'", "''")

/** A letter as a regular expression that finds it in either case, and every other sign as itself. */
const inAnyCase = (letter: string): string => {
  const upper = letter.toUpperCase()
  const cases = [letter, letter.toLowerCase(), upper, upper.toLowerCase()]
  const single = [...new Set(cases)].filter((one) => [...one].length === 1)
  return single.length > 1 ? `[${single.join('')}]` : letter.replace(/[\\^$.|?*+()[\]{}]/, '\\$&')
}
