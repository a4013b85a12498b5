/**
 * Calls every function that the server's role may call, without a valid context and with ids that
 * exist and ids that do not. A function that says anything, or tells the two apart, is an oracle.
 */
import { randomUUID } from 'node:crypto'
import type { Query } from './audit.ts'
import { within, type Probe, type Stranger } from './probe.ts'

type Routine = { id: string; call: string; types: string[]; isVariadic: boolean }

/** One set of arguments: an id of a row, or of none. */
type Candidate = { table: string; id: string; isThere: boolean }

/** The answer of a function that refuses its caller (SQLSTATE 42501, insufficient_privilege). */
const REFUSED = 'refused'

/** How a function says nothing: a refusal, no row, null, false, nothing in it. */
const NOTHING = new Set([REFUSED, '[]', '[null]', '["false"]', '["{}"]', '[""]'])

const UUID = /^[0-9a-f-]{36}$/

export const probeFunctions = async ({
  query,
  role,
  strangers,
  tables,
}: {
  query: Query
  role: string
  strangers: readonly Stranger[]
  tables: readonly string[]
}): Promise<Probe> => {
  const faults: string[] = []
  const notes: string[] = []
  const { rows: routines } = await query<Routine>(ROUTINES, [role])
  const candidates = await candidatesIn({ query, tables })
  for (const routine of routines) {
    for (const { context, who } of strangers) {
      const result = await within({ context, query, role }, () =>
        answersOf({ candidates, query, routine }),
      )
      if ('problem' in result) {
        notes.push(`${routine.id} could not be called by ${who}: ${result.problem}`)
        continue
      }
      const said = [...new Set(result.answers.map(({ answer }) => answer))]
      if (said.length > 1) {
        faults.push(`${routine.id} tells ${who} which ids exist: ${said.slice(0, 3).join(' or ')}.`)
      } else if (said.some((answer) => !NOTHING.has(answer))) {
        faults.push(`${routine.id} answers ${who}: ${said[0]!.slice(0, 100)}.`)
      }
    }
  }
  return { faults, notes }
}

/** Ours, and those of others that run with their owner's rights. */
const ROUTINES = `
  select p.oid::regprocedure::text as id,
         quote_ident(n.nspname) || '.' || quote_ident(p.proname) as call,
         array(select format_type(t, null) from unnest(p.proargtypes) with ordinality a(t, n) order by n) as types,
         p.provariadic <> 0 as "isVariadic"
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname in ('rls', 'public') and (n.nspname = 'rls' or p.prosecdef) and p.prokind = 'f'
     and p.prorettype <> 'trigger'::regtype
     and has_function_privilege($1, p.oid, 'execute') and has_schema_privilege($1, n.oid, 'usage')
   order by 1`

const candidatesIn = async ({
  query,
  tables,
}: {
  query: Query
  tables: readonly string[]
}): Promise<Candidate[]> => {
  const found: Candidate[] = []
  for (const table of tables) {
    await query('savepoint ids')
    try {
      const { rows } = await query<{ id: string }>(
        `select id::text as id from public."${table}" limit 2`,
      )
      found.push(...rows.map(({ id }) => ({ table, id, isThere: true })))
    } catch {
      // A table without an id.
      await query('rollback to savepoint ids')
    }
    found.push({ table, id: randomUUID(), isThere: false })
  }
  return found
}

type Answers = { answers: { answer: string }[] } | { problem: string }

const answersOf = async ({
  candidates,
  query,
  routine: { call, isVariadic, types },
}: {
  candidates: readonly Candidate[]
  query: Query
  routine: Routine
}): Promise<Answers> => {
  const takesUuid = types.includes('uuid')
  const fitting =
    takesUuid || types.includes('jsonb') ? candidates.filter(({ id }) => UUID.test(id)) : candidates
  const rows = fitting.map(({ id, table }) =>
    Object.fromEntries(
      types.map((type, index) => [
        `a${index}`,
        argumentFor({ id, isPair: takesUuid, table, type }),
      ]),
    ),
  )
  const args = types
    .map((type, index) => {
      const isRest = isVariadic && index === types.length - 1
      return `${isRest ? 'variadic ' : ''}(a ->> 'a${index}')::${type}`
    })
    .join(', ')
  const ask = async (rowsToAsk: readonly object[]): Promise<{ answer: string }[]> => {
    const { rows: answers } = await query<{ answer: string }>(
      `select distinct (select coalesce(jsonb_agg(r::text), '[]')::text from ${call}(${args}) r) as answer
         from jsonb_array_elements($1::jsonb) a`,
      [JSON.stringify(rowsToAsk)],
    )
    return answers
  }
  const rowsToAsk = types.length === 0 ? [{}] : rows
  await query('savepoint routine')
  try {
    return { answers: await ask(rowsToAsk) }
  } catch (err) {
    await query('rollback to savepoint routine')
    return isRefusal(err)
      ? oneByOne({ ask, query, rows: rowsToAsk })
      : { problem: (err as Error).message }
  }
}

/** A refusal ends the whole statement, so each row is asked alone: refusing only some ids tells which exist. */
const oneByOne = async ({
  ask,
  query,
  rows,
}: {
  ask: (rows: readonly object[]) => Promise<{ answer: string }[]>
  query: Query
  rows: readonly object[]
}): Promise<Answers> => {
  const answers: { answer: string }[] = []
  for (const row of rows) {
    try {
      answers.push(...(await ask([row])))
    } catch (err) {
      await query('rollback to savepoint routine')
      if (!isRefusal(err)) {
        return { problem: (err as Error).message }
      }
      answers.push({ answer: REFUSED })
    }
  }
  return { answers }
}

const isRefusal = (err: unknown): boolean => (err as { code?: unknown }).code === '42501'

/** @param isPair Whether the id has an argument of its own, so that a text names its table. */
const argumentFor = ({
  id,
  isPair,
  table,
  type,
}: {
  id: string
  isPair: boolean
  table: string
  type: string
}): unknown => {
  switch (type) {
    case 'uuid':
      return id
    case 'text':
    case 'character varying':
      return isPair ? table : id
    case 'jsonb':
      return { parent_id: id, path: 'document', [`${table}_id`]: id }
    case 'boolean':
      return true
    case 'timestamp with time zone':
      return new Date().toISOString()
    default:
      return type.endsWith('[]') ? (type.startsWith('int') ? '{0}' : '{operator}') : 1
  }
}
