// What somebody has to know of a migration that failed: which one, why, and at which statement.

type Failure = {
  message?: string
  cause?: unknown
  detail?: string
  hint?: string
  /** Of pg: where in the text, counted in characters from 1. */
  position?: string
  /** Of drizzle. */
  query?: string
}

/** How much of a statement is shown, in characters. */
const MOST_SHOWN = 1_500

export const explainFailure = ({ err, name }: { err: unknown; name: string }): string => {
  const chain = causes(err)
  const last = chain.at(-1)
  const text = chain.find(({ query }) => query !== undefined)?.query
  const statement = text === undefined ? undefined : statementIn({ failure: last, text })
  return [
    `The migration ${name} failed, and the database is as it was before it: ${last?.message ?? String(err)}.`,
    ...(last?.detail ? [last.detail] : []),
    ...(statement === undefined ? [] : ['', statement]),
  ].join('\n')
}

const causes = (err: unknown): Failure[] =>
  typeof err === 'object' && err !== null ? [err, ...causes((err as Failure).cause)] : []

/** Postgres says where a text goes wrong; of what is there already, or is not, it only gives the name. */
const statementIn = ({
  failure,
  text,
}: {
  failure: Failure | undefined
  text: string
}): string | undefined => {
  const [name] = /"[^"]+"/.exec(failure?.message ?? '') ?? []
  const at = failure?.position ? Number(failure.position) - 1 : name ? text.indexOf(name) : -1
  return at < 0 ? undefined : statementAt({ at, text })
}

/** Many statements travel as one text; they end with a semicolon at the end of a line. */
const statementAt = ({ at, text }: { at: number; text: string }): string => {
  const before = text.slice(0, at)
  const begin = before.lastIndexOf(';\n') + 1
  const end = text.indexOf(';\n', at)
  const statement = text.slice(begin, end === -1 ? undefined : end + 1).trim()
  return statement.length > MOST_SHOWN ? `${statement.slice(0, MOST_SHOWN)} …` : statement
}
