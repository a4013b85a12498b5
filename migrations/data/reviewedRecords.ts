// What the schema migration cannot say for people, organisations, testimonials, services, industries
// and technologies, which gain drafts and a trash: everything that is there was public, and stays so.
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const TABLES = [
  'people',
  'organisations',
  'testimonials',
  'services',
  'industries',
  'technologies',
] as const

/** Columns of a table that its versions have too; both lists in the same order. */
const columnsOf = ({ source, target }: { source: string; target: string }): string => `
    select string_agg(quote_ident(t.column_name), ', ' order by t.ordinal_position),
           string_agg(
             case when t.data_type = 'USER-DEFINED' and t.udt_name <> s.udt_name
               then format('s.%I::text::public.%I', s.column_name, t.udt_name)
               else format('s.%I', s.column_name) end,
             ', ' order by t.ordinal_position)
      into targets, sources
      from information_schema.columns t
      join information_schema.columns s
        on s.table_schema = 'public' and s.table_name = ${source}
       and 'version_' || s.column_name = t.column_name
     where t.table_schema = 'public' and t.table_name = ${target};`

/** Payload's lists of drafts read from the versions, so each record needs one to be found at all. */
const VERSIONS = `
do $$ declare one text; sources text; targets text; begin
  foreach one in array array['${TABLES.join("', '")}'] loop
    execute format('update public.%I set _status = ''published''', one);
    ${columnsOf({ source: 'one', target: `format('_%s_v', one)` })}
    execute format(
      'insert into public.%I (id, parent_id, %s, created_at, updated_at, latest)
         select gen_random_uuid(), s.id, %s, s.updated_at, s.updated_at, true from public.%I s',
      format('_%s_v', one), targets, sources, one);
    if to_regclass(format('public.%I', format('_%s_v_locales', one))) is not null then
      ${columnsOf({ source: `one || '_locales'`, target: `format('_%s_v_locales', one)` })}
      execute format(
        'insert into public.%I (_parent_id, _locale, %s)
           select v.id, s._locale, %s from public.%I s join public.%I v on v.parent_id = s._parent_id',
        format('_%s_v_locales', one), targets, sources, one || '_locales', format('_%s_v', one));
    end if;
  end loop;
end $$;
insert into public._people_v_version_links (id, _parent_id, _order, label, url, _uuid)
  select gen_random_uuid(), v.id, l._order, l.label, l.url, l.id
    from public.people_links l join public._people_v v on v.parent_id = l._parent_id;`

/** A file that a record shows is now used by its latest version as well. */
const USES = `
insert into public.media_references (id, tenant_id, source, target, exposure, state)
  select gen_random_uuid(), r.tenant_id, r.source, r.target, 'none', 'draft'
    from public.media_references r
   where r.state = 'online' and split_part(r.source, ':', 1) in ('people', 'organisations', 'testimonials');`

/** Custom roles that changed what is online go on doing so, which now takes publishing. */
const ROLES = `
update public.roles r set permissions = (
  select jsonb_agg(distinct one order by one) from (
    select one from jsonb_array_elements_text(r.permissions) one
    union all
    select split_part(one, '.', 1) || added
      from jsonb_array_elements_text(r.permissions) one
     cross join unnest(array['.publish', '.unpublish']) added
     where one in (${TABLES.map((table) => `'${table}.updateAny'`).join(', ')})
  ) permission)
 where r.permissions ?| array[${TABLES.map((table) => `'${table}.updateAny'`).join(', ')}];`

/** To be called at the end of `up`, once the columns and tables are there. */
export const publishExistingRecords = async ({ db }: Pick<MigrateUpArgs, 'db'>): Promise<void> => {
  for (const statement of [VERSIONS, USES, ROLES]) {
    await db.execute(sql.raw(statement))
  }
}
