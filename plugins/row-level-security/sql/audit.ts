/** Looks at a database as it is: which table is held by what, and what is wrong with that. */
import { leftToEverybody } from './everybody.ts'

export type TableReport = {
  table: string
  owner: string
  isSecured: boolean
  isForced: boolean
  policies: string[]
  /** `role: select, insert` for everybody but the owner. */
  grants: string[]
}

export type Audit = {
  tables: TableReport[]
  faults: string[]
  /** What is worth knowing and no fault: what only a superuser can end, or an operator may have meant. */
  notes: string[]
  /** Ids of the keys that contexts may be signed with, the newest first. */
  keys: { id: string; createdAt: Date }[]
}

export type Query = <Row>(text: string, values?: unknown[]) => Promise<{ rows: Row[] }>

/**
 * @param query As the owner of the tables, or whoever may read the catalogue.
 * @param role The group role that holds the grants.
 * @param runtime The log-in role of the server, where it is known.
 */
export const auditWalls = async ({
  query,
  role,
  runtime,
}: {
  query: Query
  role: string
  runtime?: string
}): Promise<Audit> => {
  const { rows: tables } = await query<TableReport>(TABLES)
  const { rows: keys } = await query<{ id: string; createdAt: Date }>(
    `select id, created_at as "createdAt" from rls.key order by created_at desc`,
  )
  const faults = [
    ...tables.flatMap((table) => faultsOf({ role, table })),
    ...(runtime ? await faultsOfRole({ query, role, runtime }) : []),
    ...(await faultsOfFunctions({ query, role })),
  ]
  const notes = [
    ...(await leftToEverybody({ query })),
    ...(runtime ? await settingsOf({ query, runtime }) : []),
  ]
  return { tables, faults, notes, keys }
}

const TABLES = `
  select c.relname as "table", c.relowner::regrole::text as owner,
         c.relrowsecurity as "isSecured", c.relforcerowsecurity as "isForced",
         coalesce((select array_agg(p.policyname::text order by p.policyname) from pg_policies p
            where p.schemaname = 'public' and p.tablename = c.relname), '{}') as policies,
         coalesce((select array_agg(g.line order by g.line) from (
            select coalesce(r.rolname, 'public') || ': ' || string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as line
              from aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
             where a.grantee <> c.relowner group by r.rolname) g), '{}') as grants
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
   order by c.relname`

const ALLOWED = new Set(['select', 'insert', 'update', 'delete'])

const faultsOf = ({ role, table }: { role: string; table: TableReport }): string[] => {
  const faults: string[] = []
  if (!table.isSecured || !table.isForced) {
    faults.push(
      `${table.table}: row-level security is ${table.isSecured ? 'not forced' : 'off'}. Run the migrations.`,
    )
  }
  for (const grant of table.grants) {
    const [grantee = '', privileges = ''] = grant.split(': ')
    if (grantee !== role) {
      faults.push(`${table.table}: ${grantee} may ${privileges}. Revoke it.`)
      continue
    }
    const held = privileges.split(', ')
    for (const privilege of held.filter((one) => !ALLOWED.has(one))) {
      faults.push(`${table.table}: ${role} may ${privilege}, which no policy holds. Revoke it.`)
    }
    for (const privilege of held.filter((one) => ALLOWED.has(one))) {
      if (!table.policies.includes(`rls_${privilege}`)) {
        faults.push(
          `${table.table}: ${role} may ${privilege}, but no policy of ours says which rows.`,
        )
      }
    }
  }
  for (const policy of table.policies.filter((name) => !/^rls_/.test(name))) {
    faults.push(
      `${table.table}: the policy “${policy}” is not ours and opens what ours keep closed.`,
    )
  }
  return faults
}

const faultsOfRole = async ({
  query,
  role,
  runtime,
}: {
  query: Query
  role: string
  runtime: string
}): Promise<string[]> => {
  const { rows } = await query<{
    superuser: boolean
    bypasses: boolean
    inherits: boolean
    owns: string[]
  }>(
    `select r.rolsuper as superuser, r.rolbypassrls as bypasses,
            pg_has_role(r.oid, $2, 'usage') as inherits,
            coalesce((select array_agg(c.relname::text) from pg_class c where c.relowner = r.oid), '{}') as owns
       from pg_roles r where r.rolname = $1`,
    [runtime, role],
  )
  const found = rows[0]
  if (!found) {
    return [`There is no role ${runtime}.`]
  }
  return [
    ...(found.superuser ? [`${runtime} is a superuser: no policy holds it.`] : []),
    ...(found.bypasses ? [`${runtime} has BYPASSRLS: no policy holds it.`] : []),
    ...(found.inherits && !found.superuser
      ? [`${runtime} inherits what ${role} may. Restart Vitrine, which ends that.`]
      : []),
    ...(found.owns.length > 0 ? [`${runtime} owns ${found.owns.join(', ')}.`] : []),
  ]
}

/** A role may alter itself, so it may have done so. */
const settingsOf = async ({
  query,
  runtime,
}: {
  query: Query
  runtime: string
}): Promise<string[]> => {
  const { rows } = await query<{ setting: string }>(
    `select one as setting from pg_db_role_setting s, unnest(s.setconfig) one
      where s.setrole = (select oid from pg_roles where rolname = $1)`,
    [runtime],
  )
  return rows.map(
    ({ setting }) =>
      `${runtime} signs in with ${setting}. If that was not you: alter role ${runtime} reset all`,
  )
}

/** The key has to stay unreadable, and no function of ours may be anybody's. */
const faultsOfFunctions = async ({
  query,
  role,
}: {
  query: Query
  role: string
}): Promise<string[]> => {
  const { rows } = await query<{ fault: string }>(
    `select 'rls.key: ' || coalesce(r.rolname, 'public') || ' may ' || lower(a.privilege_type) || '. Revoke it.' as fault
       from pg_class c cross join aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
      where c.oid = 'rls.key'::regclass and a.grantee <> c.relowner
     union all
     select p.oid::regprocedure || ': everybody may call it. Revoke it from public.'
       from pg_proc p cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where p.pronamespace = 'rls'::regnamespace and p.prosecdef and a.grantee = 0 and p.prorettype <> 'trigger'::regtype
     union all
     select n.nspname || ': ' || $1 || ' may create in it. Revoke it.'
       from pg_namespace n where n.nspname in ('public', 'rls') and has_schema_privilege($1, n.oid, 'create')
     union all
     select current_database() || ': ' || $1 || ' may make temporary tables, which can stand before real ones. Revoke it from public.'
      where has_database_privilege($1, current_database(), 'temporary')`,
    [role],
  )
  return rows.map(({ fault }) => fault)
}
