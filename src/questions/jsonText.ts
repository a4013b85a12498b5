// Rich text is asked with a path of SQL/JSON. Payload allows few letters there, no umlaut among them, and takes what
// was typed for a regular expression.
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
    const written = JSON.stringify(value).replaceAll("'", "''")
    return query({ ...asked, value: PLACE })
      .replace(`"(?i)${PLACE}"`, () => `${written} flag "iq"`)
      .replace(`"${PLACE}"`, () => written)
  }
