/**
 * What Postgres lets every role do, and a server has no use for. Only a superuser can revoke it,
 * since the functions are the superuser's; for others, `npm run walls` reports it as a note.
 */
import type { Query } from './audit.ts'

type Right = {
  /** Completes “Everybody may …”. */
  what: string
  functions?: readonly string[]
  /** Columns of `pg_class`. */
  columns?: readonly string[]
  language?: string
  /** Whether monitoring needs it: roles in `pg_monitor` keep it. */
  isForMonitoring?: boolean
}

const RIGHTS: readonly Right[] = [
  {
    what: 'create large objects',
    functions: ['lo_create', 'lo_creat', 'lo_from_bytea', 'lo_import'],
  },
  {
    what: 'hold a lock of its own making beyond the end of a statement',
    functions: [
      'pg_advisory_lock',
      'pg_advisory_lock_shared',
      'pg_try_advisory_lock',
      'pg_try_advisory_lock_shared',
    ],
  },
  {
    // A block of code can reset the role, and the log-in role can then alter itself.
    what: 'run blocks of code (DO)',
    language: 'plpgsql',
  },
  {
    what: 'see how many rows a table has, all tenants together',
    functions: [
      'pg_stat_get_live_tuples',
      'pg_stat_get_dead_tuples',
      'pg_stat_get_tuples_inserted',
      'pg_stat_get_tuples_updated',
      'pg_stat_get_tuples_deleted',
      'pg_stat_get_tuples_hot_updated',
      'pg_stat_get_tuples_newpage_updated',
      'pg_stat_get_tuples_returned',
      'pg_stat_get_tuples_fetched',
      'pg_stat_get_mod_since_analyze',
      'pg_stat_get_ins_since_vacuum',
      'pg_stat_get_numscans',
      'pg_stat_get_blocks_fetched',
      'pg_stat_get_blocks_hit',
      'pg_relation_size',
      'pg_table_size',
      'pg_indexes_size',
      'pg_total_relation_size',
    ],
    columns: ['relpages', 'reltuples', 'relallvisible', 'relallfrozen'],
    isForMonitoring: true,
  },
]

/** Takes these rights from everybody, where the role that asks may. Changes nothing a second time. */
export const takeFromEverybody = async ({ query }: { query: Query }): Promise<void> => {
  const { rows } = await query<{ superuser: boolean }>(
    `select rolsuper as superuser from pg_roles where rolname = current_user`,
  )
  if (!rows[0]?.superuser) {
    return
  }
  for (const right of RIGHTS) {
    for (const statement of await statementsFor({ query, right })) {
      await query(statement)
    }
  }
}

/** @returns sentences about what everybody, the server included, may still do. */
export const leftToEverybody = async ({ query }: { query: Query }): Promise<string[]> => {
  const notes: string[] = []
  for (const right of RIGHTS) {
    const statements = await statementsFor({ query, right })
    if (statements.length > 0) {
      notes.push(
        `Everybody may ${right.what}. A superuser can end that: ${statements.find((one) => one.startsWith('revoke'))}, and so on.`,
      )
    }
  }
  return notes
}

const statementsFor = async ({
  query,
  right: { columns = [], functions = [], isForMonitoring = false, language },
}: {
  query: Query
  right: Right
}): Promise<string[]> => {
  const { rows } = await query<{ statement: string }>(
    `with routines as (
       select 'function pg_catalog.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name
         from pg_proc p
        where p.pronamespace = 'pg_catalog'::regnamespace and p.proname = any ($1)
          and has_function_privilege('public', p.oid, 'execute')),
     open_columns as (
       select count(*) as count from pg_attribute a
        where a.attrelid = 'pg_catalog.pg_class'::regclass and a.attname = any ($2)
          and has_column_privilege('public', a.attrelid, a.attnum, 'select'))
     select 'grant execute on ' || name || ' to pg_monitor' as statement from routines where $4
     union all
     select 'revoke execute on ' || name || ' from public' from routines
     union all
     select 'grant select on pg_catalog.pg_class to pg_monitor' from open_columns where count > 0
     union all
     select 'revoke select on pg_catalog.pg_class from public' from open_columns where count > 0
     union all
     select 'grant select (' || (select string_agg(attname, ', ' order by attnum) from pg_attribute
              where attrelid = 'pg_catalog.pg_class'::regclass and attnum > 0 and attname <> all ($2))
            || ') on pg_catalog.pg_class to public' from open_columns where count > 0
     union all
     select 'revoke usage on language ' || lanname || ' from public' from pg_language
      where lanname = $3 and has_language_privilege('public', oid, 'usage')`,
    [functions, columns, language ?? null, isForMonitoring],
  )
  return rows.map(({ statement }) => statement)
}
