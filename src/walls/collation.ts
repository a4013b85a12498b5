// Texts that people read are sorted and compared by language, whatever the database was made with: under the C
// locale, KRÄNE is not Kräne, and Äpfel comes after Zebra. The collation is ours, so that we may renew it when its
// version changes (src/database/renewCollation.ts), and deterministic: what is equal stays equal, letter by letter.
//
// https://www.postgresql.org/docs/current/collation.html
import { sortTables, type RawTable } from '../../plugins/row-level-security/index.ts'

export const COLLATION = 'public.by_language'

/** Before everything that uses it. A Postgres that was built without ICU goes on as it was. */
export const makeCollation = `do $rls$ begin
  if to_regcollation('${COLLATION}') is null then
    create collation ${COLLATION} (provider = icu, locale = 'und');
  end if;
exception when feature_not_supported then
  raise warning 'This Postgres was built without ICU: texts are sorted and compared as the database was created.';
end $rls$;`

/**
 * Every text of a collection, its versions and their rows.
 *
 * @param roots The tables of collections.
 */
export const textColumns = ({
  rawTables,
  roots,
}: {
  rawTables: Record<string, RawTable>
  roots: ReadonlySet<string>
}): { table: string; column: string }[] => {
  const raw = new Map(Object.values(rawTables).map((table) => [table.name, table]))
  return sortTables(rawTables)
    .filter((known) => roots.has(known.kind === 'child' ? known.root : known.table))
    .flatMap(({ table }) =>
      Object.values(raw.get(table)!.columns).flatMap((column) =>
        column && isText(column.type) && !isKey(column.name)
          ? [{ table, column: column.name }]
          : [],
      ),
    )
    .sort((a, b) => `${a.table}.${a.column}`.localeCompare(`${b.table}.${b.column}`, 'en'))
}

const isText = (type: string | undefined): boolean => type === 'varchar' || type === 'text'

/** Payload's own keys, places and paths, which are compared letter by letter. */
const isKey = (column: string): boolean =>
  /^(id|key|path)$/.test(column) || column.startsWith('_') || column.endsWith('__order')

/** While no policy holds the columns. */
export const collateTexts = (columns: { table: string; column: string }[]): string => `do $rls$
declare one record;
begin
  for one in
    select c.relname as name,
           string_agg(format('alter column %I type %s collate ${COLLATION}', a.attname, format_type(a.atttypid, a.atttypmod)), ', ') as changes
      from unnest(array[
        ${columns.map(({ column, table }) => `'${table}.${column}'`).join(',\n        ')}
      ]) wanted
      join pg_class c on c.relnamespace = 'public'::regnamespace and c.relname = split_part(wanted, '.', 1)
      join pg_attribute a on a.attrelid = c.oid and a.attname = split_part(wanted, '.', 2)
     where a.attcollation <> to_regcollation('${COLLATION}')
     group by c.relname order by c.relname
  loop
    execute format('alter table public.%I %s', one.name, one.changes);
  end loop;
end $rls$;`
