// What one call of a server function may ask for at most. The size of its body and of its answer are
// the HTTP layer's to measure; see src/http/serverFunctions.ts.
import { MOST_LISTED } from '../questions/parameters.ts'
import { refusalError } from './refusal.ts'

export const MOST_BODY_BYTES = 1024 * 1024
export const MOST_RESULT_BYTES = 2 * 1024 * 1024
export const MOST_DATABASE_MS = 2_000
export const MOST_ROWS = 200

/** Of one user: running at the same time, and waiting for those to end. A tab asks one at a time. */
export const MOST_AT_ONCE = 2
export const MOST_IN_LINE = 8
const MOST_DEPTH = 10

/** What the server said about a document comes back as it was: filters of our own access functions, in part. */
const MOST_PERMISSION_DEPTH = 40

/** Of a rich text, where a list in a list in a list is already six nodes deep. */
const MOST_NODE_DEPTH = 30

/**
 * Refuses arguments with too many rows, a limit that is too high, or too deep a nesting.
 *
 * Rows are what costs: entries of arrays and blocks, ids of a list, rows of a table. Paragraphs of a
 * rich text are none, but each block in one is, because it is a form of its own. The same document
 * may come as data and as form state beside each other, so each argument is counted by itself.
 */
export const checkLimits = (args: Record<string, unknown>): void => {
  // Before anything is counted: what is too deep cannot even be walked through.
  for (const [name, value] of Object.entries(args)) {
    checkDepth(value, name === 'docPermissions' ? MOST_DEPTH - MOST_PERMISSION_DEPTH : 1)
  }
  for (const [name, value] of Object.entries(args)) {
    const rows = FORM_STATES.has(name) ? rowsOfFormState(value) : rowsOf(value)
    if (rows > MOST_ROWS) {
      throw refusalError({
        status: 422,
        code: 'too_many_rows',
        message: `This has ${rows} rows, and ${MOST_ROWS} are possible at a time. Split it, or choose fewer.`,
      })
    }
  }
  for (const name of ['query', 'searchParams']) {
    checkListLimit((args[name] as { limit?: unknown } | null | undefined)?.limit)
  }
}

/** Payload takes each of the others for a limit that is not there. */
export const isLimitGiven = (limit: unknown): boolean =>
  limit !== undefined && limit !== null && limit !== ''

/** A list without a limit is as long as the table. */
const checkListLimit = (limit: unknown): void => {
  const isGiven = isLimitGiven(limit)
  const count = typeof limit === 'string' || typeof limit === 'number' ? Number(limit) : NaN
  if (isGiven && !(Number.isInteger(count) && count >= 1 && count <= MOST_LISTED)) {
    throw refusalError({
      status: 422,
      code: 'too_many_rows',
      message: `A list shows from 1 to ${MOST_LISTED} rows at a time. Choose fewer per page.`,
    })
  }
}

/** Arguments in Payload's flat form: a path to a field's state. */
const FORM_STATES = new Set(['formState', 'documentFormState', 'initialBlockFormState'])

const rowsOfFormState = (state: unknown): number => {
  if (!isObject(state)) {
    return rowsOf(state)
  }
  const told = Object.values(state).filter(isObject).map(rowsOfField)
  // Payload makes a row of each number in a path, whether or not its array is told of.
  const named = new Set(Object.keys(state).flatMap(rowPathsOf))
  return Math.max(
    told.reduce((sum, rows) => sum + rows, 0),
    named.size,
  )
}

/** `initialValue` repeats what `value` was when the form was opened. */
const rowsOfField = ({ rows, value }: Record<string, unknown>): number =>
  Math.max(Array.isArray(rows) ? rows.length : 0, rowsOf(value))

/** Of `chapters.2.items.0.title`: `chapters.2` and `chapters.2.items.0`. */
const rowPathsOf = (path: string): string[] =>
  [...path.matchAll(/\.\d+(?=\.|$)/g)].map(({ 0: row, index }) => path.slice(0, index + row.length))

/** Of values as they are stored. */
const rowsOf = (value: unknown): number => {
  if (Array.isArray(value)) {
    return value.reduce((sum: number, one) => sum + rowsOf(one), value.length)
  }
  return isObject(value)
    ? Object.entries(value).reduce(
        (sum, [name, one]) => sum + (isRoot(name, one) ? blocksIn(one) : rowsOf(one)),
        0,
      )
    : 0
}

type Node = { children?: unknown; fields?: unknown; type?: unknown }

const blocksIn = ({ children, ...node }: Node): number => {
  const own = (isObject(node.fields) ? 1 : 0) + rowsOf(node)
  return Array.isArray(children)
    ? children.reduce(
        (sum: number, child) => sum + (isObject(child) ? blocksIn(child) : rowsOf(child)),
        own,
      )
    : own + rowsOf(children)
}

const checkDepth = (value: unknown, depth: number): void => {
  if (!Array.isArray(value) && !isObject(value)) {
    return
  }
  if (depth > MOST_DEPTH) {
    throw tooDeep()
  }
  for (const [name, one] of Object.entries(value)) {
    if (isRoot(name, one)) {
      checkNodes(one, { depth, nodeDepth: 1 })
    } else {
      checkDepth(one, depth + 1)
    }
  }
}

const checkNodes = (
  { children, ...node }: Node,
  { depth, nodeDepth }: { depth: number; nodeDepth: number },
): void => {
  if (nodeDepth > MOST_NODE_DEPTH) {
    throw tooDeep()
  }
  for (const value of [...Object.values(node), ...(Array.isArray(children) ? [] : [children])]) {
    checkDepth(value, depth + 1)
  }
  for (const child of Array.isArray(children) ? (children as unknown[]) : []) {
    if (isObject(child)) {
      checkNodes(child, { depth, nodeDepth: nodeDepth + 1 })
    } else {
      checkDepth(child, depth + 1)
    }
  }
}

const tooDeep = () =>
  refusalError({
    status: 422,
    code: 'too_deep',
    message: `This is nested deeper than ${MOST_DEPTH} levels. Put less inside each other.`,
  })

/** What Lexical keeps a text below. Whatever stands beside it counts as everywhere else. */
const isRoot = (name: string, value: unknown): value is Node =>
  name === 'root' && isObject(value) && value.type === 'root'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
