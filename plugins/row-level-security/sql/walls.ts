/**
 * Builds the whole wall as SQL: roles, functions, and for every table its grants, policies,
 * triggers and keys. The script removes what an earlier one made first, so it is applied as a
 * whole, in a migration, and running it twice changes nothing.
 */
import { contextFunctions } from './functions.ts'
import { short } from './identifier.ts'
import { or, type Predicate } from './predicate.ts'
import { CLEAR, closeToOthers, grants, open, roles, secure } from './ground.ts'
import {
  referencesOf,
  sortTables,
  type ChildTable,
  type KnownTable,
  type RawTable,
} from './tables.ts'

export type RootWall = {
  table: string
  /** The column that names the tenant; absent for tables that belong to none. */
  tenantColumn?: string
  /** Predicates over the row. `null`: no grant at all. */
  select: Predicate
  insert: Predicate
  update: Predicate
  delete: Predicate
  /** Statements of trigger functions in plpgsql, run for everybody but the owner of the table. */
  guards?: { afterInsert?: string; beforeUpdate?: string; beforeDelete?: string }
  /** Columns of the wall's own, e.g. an owner with a default. */
  columns?: { name: string; definition: string }[]
  children?: ChildRules
  /** Whether rows of one's own tenant may be pointed at from others of the same tenant. */
  isReferable?: boolean
}

export type ChildRules = {
  /** Over `"rls_tenant"`: enough to read, or to write, whatever the root row. */
  reads: Predicate
  writes: Predicate
  /** Whether a child shows when its parent does. */
  showsWithParent: boolean
  /** Children that do not show with their parent all the same. */
  internal?: readonly string[]
  /** Over the root row: enough to write its children. */
  rootWrites: Predicate
  /** Over a child's own row: what it has to be as well when it is inserted or updated. */
  check?: Predicate
}

export type WallsArgs = {
  rawTables: Record<string, RawTable>
  walls: RootWall[]
  /** The group role that holds the grants; log-in roles are its members. */
  role: string
  tenantsTable: string
  /** Functions of the application that its policies ask. */
  functions?: string
  /** What the application changes about tables, while no policy holds their columns. */
  columns: string
  /** Triggers of the application, after everything else. */
  triggers?: string
}

export const buildWalls = ({
  columns,
  functions = '',
  rawTables,
  role,
  tenantsTable,
  triggers = '',
  walls,
}: WallsArgs): { up: string; down: string } => {
  const tables = sortTables(rawTables)
  const byRoot = new Map(walls.map((wall) => [wall.table, wall]))
  const raw = new Map(Object.values(rawTables).map((table) => [table.name, table]))
  const tenantColumnOf = (table: string): string | undefined => {
    const known = tables.find((one) => one.table === table)
    return known?.kind === 'child'
      ? byRoot.get(known.root)?.tenantColumn && 'rls_tenant'
      : byRoot.get(table)?.tenantColumn
  }
  const parts = tables.map((table) => {
    const header = [`-- ${table.table}`, secure(table.table)]
    const wall = byRoot.get(table.kind === 'child' ? table.root : table.table)
    if (!wall) {
      // Nobody but the owner: no grant, and no policy should there ever be one.
      return header.join('\n')
    }
    return [
      ...header,
      ...(table.kind === 'child'
        ? childWall({ role, table, tenantColumn: tenantColumnOf(table.parent), wall })
        : rootWall({ role, wall })),
    ].join('\n')
  })
  const parents = [
    ...new Set(
      tables.flatMap((one) =>
        one.kind === 'child'
          ? [one.parent]
          : // Versions stand by themselves, and yet their policies ask for the document's row.
            versionParent(raw.get(one.table)!).map(({ target }) => target),
      ),
    ),
  ]
  const asked = parents.flatMap((name) => {
    const table = tables.find((one) => one.table === name)!
    const wall = byRoot.get(table.kind === 'child' ? table.root : table.table)
    const keyType = raw.get(name)!.columns.id?.type ?? 'uuid'
    return wall ? parentFunctions({ parent: { ...table, keyType }, role, wall }) : []
  })
  const keys = tables.flatMap(({ table }) =>
    tenantKeys({ byRoot, table: raw.get(table)!, tenantColumn: tenantColumnOf(table) }),
  )
  return {
    up: [
      roles(role),
      contextFunctions({ tenantsTable: `public.${tenantsTable}` }),
      // Functions are everybody's when they are created; those of an earlier wall are nobody's now.
      `revoke all on all functions in schema rls from public, ${role};`,
      functions,
      CLEAR,
      columns,
      closeToOthers(role),
      ...walls
        .filter(({ isReferable }) => isReferable)
        .map(
          ({ table, tenantColumn }) =>
            `create unique index if not exists ${short(`rls_${table}_tenant`)} on public."${table}" ("${tenantColumn}", "id");`,
        ),
      ...asked,
      ...parts,
      ...keys,
      ...walls.flatMap((wall) => tenantCascade({ table: raw.get(wall.table), tenantsTable, wall })),
      triggers,
      grants({ role }),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    down: [
      CLEAR,
      open(tables.map(({ table }) => table)),
      `drop schema if exists rls cascade;`,
    ].join('\n\n'),
  }
}

const rootWall = ({ role, wall }: { role: string; wall: RootWall }): string[] => [
  ...(wall.columns ?? []).map(
    ({ definition, name }) =>
      `alter table public."${wall.table}" add column if not exists "${name}" ${definition};`,
  ),
  ...policies({
    role,
    table: wall.table,
    select: wall.select,
    insert: wall.insert,
    update: wall.update,
    delete: wall.delete,
  }),
  ...guards(wall),
]

const policies = ({
  check,
  role,
  table,
  ...predicates
}: { check?: Predicate | undefined; role: string; table: string } & Record<
  'select' | 'insert' | 'update' | 'delete',
  Predicate
>): string[] => {
  const on = `on public."${table}"`
  const checked = (predicate: string) => (check ? `(${predicate}) and (${check})` : predicate)
  const clauses = {
    select: (predicate: string) => `using (${predicate})`,
    insert: (predicate: string) => `with check (${checked(predicate)})`,
    update: (predicate: string) => `using (${predicate}) with check (${checked(predicate)})`,
    delete: (predicate: string) => `using (${predicate})`,
  }
  const commands = (['select', 'insert', 'update', 'delete'] as const).filter(
    (command) => predicates[command] !== null,
  )
  return [
    ...commands.map(
      (command) =>
        `create policy rls_${command} ${on} for ${command} to ${role} ${clauses[command](predicates[command]!)};`,
    ),
    ...(commands.length > 0 ? [`grant ${commands.join(', ')} ${on} to ${role};`] : []),
  ]
}

const guards = ({ guards: bodies = {}, table }: RootWall): string[] => {
  const trigger = (name: string, timing: string, body: string | undefined, result: string) =>
    body
      ? [
          `create or replace function rls.${short(`${name}_${table}`)}() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return ${result};
  end if;
  ${body}
  return ${result};
end $rls$;
create trigger rls_${name} ${timing} on public."${table}" for each row execute function rls.${short(`${name}_${table}`)}();`,
        ]
      : []
  return [
    ...trigger('after_insert', 'after insert', bodies.afterInsert, 'new'),
    ...trigger('before_update', 'before update', bodies.beforeUpdate, 'new'),
    ...trigger('before_delete', 'before delete', bodies.beforeDelete, 'old'),
  ]
}

const childWall = ({
  role,
  table: child,
  tenantColumn,
  wall,
}: {
  role: string
  table: ChildTable
  /** Of the parent. */
  tenantColumn: string | undefined
  wall: RootWall
}): string[] => {
  const { parent, parentColumn, table } = child
  const rules = wall.children
  if (!rules) {
    return []
  }
  // Asked of a function and not in the policy itself: spelled out there, the policies of parents
  // would be planned again with every statement, one inside the other.
  const reads = or(
    rules.reads,
    rules.showsWithParent && !rules.internal?.includes(table)
      ? `rls.${short(`shows_${parent}`)}("${parentColumn}")`
      : null,
  )
  const writes = or(
    rules.writes,
    rules.rootWrites ? `rls.${short(`writes_${parent}`)}("${parentColumn}")` : null,
  )
  const own = policies({
    check: rules.check,
    role,
    table,
    select: reads,
    insert: writes,
    update: writes,
    delete: writes,
  })
  if (!tenantColumn) {
    return own
  }
  return [
    `alter table public."${table}" add column if not exists "rls_tenant" uuid;
create index if not exists ${short(`rls_${table}_tenant`)} on public."${table}" ("rls_tenant");
update public."${table}" c set rls_tenant = p."${tenantColumn}" from public."${parent}" p where p.id = c."${parentColumn}" and c.rls_tenant is distinct from p."${tenantColumn}";
create or replace function rls.${short(`tenant_${table}`)}() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."${tenantColumn}" from public."${parent}" p where p.id = new."${parentColumn}");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."${table}" for each row execute function rls.${short(`tenant_${table}`)}();`,
    ...own,
  ]
}

/** Whether a row shows, and may be written: for the policies of its children. */
const parentFunctions = ({
  parent,
  role,
  wall,
}: {
  parent: KnownTable & { keyType: string }
  role: string
  wall: RootWall
}): string[] => {
  const define = (name: string, body: string): string => {
    const signature = `rls.${short(`${name}_${parent.table}`)}`
    return `create or replace function ${signature}(this ${parent.keyType}) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return ${body};
end $rls$;
grant execute on function ${signature}(${parent.keyType}) to ${role};`
  }
  const ask = (name: 'shows' | 'writes', predicate: Predicate): string =>
    parent.kind === 'child'
      ? `rls.${short(`${name}_${parent.parent}`)}((select p."${parent.parentColumn}" from public."${parent.table}" p where p.id = this))`
      : `exists (select 1 from public."${parent.table}" where "id" = this and (${predicate ?? 'false'}))`
  return [
    define('shows', ask('shows', wall.select)),
    define('writes', ask('writes', wall.children?.rootWrites ?? null)),
  ]
}

/** Every reference of a row of one tenant is held to a row of the same. */
const tenantKeys = ({
  byRoot,
  table,
  tenantColumn,
}: {
  byRoot: Map<string, RootWall>
  table: RawTable
  tenantColumn: string | undefined
}): string[] =>
  tenantColumn === undefined || tenantColumn === 'id'
    ? []
    : [...referencesOf(table), ...versionParent(table)].flatMap(({ column, target }) => {
        const wall = byRoot.get(target)
        const onDelete = table.name.endsWith('_rels') ? 'cascade' : `set null ("${column}")`
        return wall?.isReferable && wall.tenantColumn
          ? [
              `alter table public."${table.name}" add constraint ${short(`rls_${table.name}_${column}`)} foreign key ("${tenantColumn}", "${column}") references public."${target}" ("${wall.tenantColumn}", "id") on delete ${onDelete};`,
            ]
          : []
      })

const versionParent = (table: RawTable): { column: string; target: string }[] => {
  const parent = table.columns.parent as { reference?: { table?: string } } | undefined
  return parent?.reference?.table ? [{ column: 'parent_id', target: parent.reference.table }] : []
}

/** A tenant takes everything of its own with it; Payload would leave rows without one. */
const tenantCascade = ({
  table,
  tenantsTable,
  wall,
}: {
  table: RawTable | undefined
  tenantsTable: string
  wall: RootWall
}): string[] =>
  table && wall.tenantColumn && wall.tenantColumn !== 'id'
    ? [
        `do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."${table.name}"'::regclass and k.confrelid = 'public."${tenantsTable}"'::regclass
        and k.contype = 'f' and a.attname = '${wall.tenantColumn}' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', '${table.name}', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', '${table.name}', one.conname, '${wall.tenantColumn}', '${tenantsTable}');
  end loop;
end $rls$;`,
      ]
    : []
