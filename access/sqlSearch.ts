// Full-text search over studies. Postgres cannot use a text index underneath a policy, since its
// operators could tell of rows that the policy hides (they are not leakproof). So the words are kept
// apart, where no request may look, and one function asks them: only in the tenants of the context.
// The tenant is a word of its own, so that the one index narrows both down at once.
//
// See https://www.postgresql.org/docs/current/rules-privileges.html
import { permissionNumber } from './permissions.ts'

export const searchFunctions = `
create table if not exists rls.studies (
  study uuid not null references public.case_studies (id) on delete cascade,
  locale text not null,
  words tsvector not null,
  primary key (study, locale)
);
create index if not exists rls_studies_words on rls.studies using gin (words) with (fastupdate = off);
revoke all on rls.studies from public;

create or replace function rls.tenant_word(tenant uuid) returns text
language sql immutable set search_path = pg_catalog as $rls$
  select 'tenant' || replace(tenant::text, '-', '')
$rls$;

create or replace function rls.study_words(title text, headline text, summary text, tenant uuid) returns tsvector
language sql immutable set search_path = pg_catalog as $rls$
  select setweight(to_tsvector('pg_catalog.simple', coalesce(title, '')), 'A')
      || setweight(to_tsvector('pg_catalog.simple', coalesce(headline, '')), 'B')
      || setweight(to_tsvector('pg_catalog.simple', coalesce(summary, '')), 'C')
      || array_to_tsvector(array[rls.tenant_word(tenant)])
$rls$;

create or replace function rls.index_study() returns trigger
language plpgsql security definer set search_path = pg_catalog as $rls$
declare of_tenant uuid;
begin
  if tg_op <> 'INSERT' then
    delete from rls.studies where study = old._parent_id and locale = old._locale::text;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  select tenant_id into of_tenant from public.case_studies where id = new._parent_id;
  if of_tenant is not null then
    insert into rls.studies (study, locale, words)
      values (new._parent_id, new._locale::text, rls.study_words(new.title, new.headline, new.summary, of_tenant))
      on conflict (study, locale) do update set words = excluded.words;
  end if;
  return new;
end $rls$;

-- The studies of the context's tenants in which all words stand, the best first. Words as a person
-- types them: "quoted phrases", or, and -minus.
create or replace function rls.search_studies(wanted text, in_tenant uuid, most int)
returns table (study uuid, rank real)
language plpgsql stable security definer set search_path = pg_catalog as $rls$
declare
  reached uuid[] := rls.tenants(${permissionNumber('case-studies.readDrafts')});
  asked tsquery := websearch_to_tsquery('pg_catalog.simple', wanted);
  walled tsquery;
begin
  if in_tenant is not null then
    reached := array(select one from unnest(reached) one where one = in_tenant);
  end if;
  if cardinality(reached) = 0 or numnode(asked) = 0 then
    return;
  end if;
  select string_agg(rls.tenant_word(one), ' | ')::tsquery into walled from unnest(reached) one;
  return query
    select s.study, max(ts_rank(s.words, asked)) as best
      from rls.studies s
     where s.words @@ (asked && walled)
     group by s.study
     order by best desc, s.study
     limit least(most, 100);
end $rls$;`

export const searchTriggers = `
create trigger rls_index_study after insert or update or delete on public.case_studies_locales
  for each row execute function rls.index_study();
insert into rls.studies (study, locale, words)
  select l._parent_id, l._locale::text, rls.study_words(l.title, l.headline, l.summary, s.tenant_id)
    from public.case_studies_locales l join public.case_studies s on s.id = l._parent_id
   where s.tenant_id is not null
  on conflict (study, locale) do nothing;`

export const SEARCH_FUNCTIONS = ['search_studies(text, uuid, int)'] as const
