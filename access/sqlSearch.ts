// Full-text search over studies. Postgres cannot use a text index underneath a policy, since its
// operators could tell of rows that the policy hides (they are not leakproof). So the words are kept
// apart, where no request may look, and one function asks them: only in the tenants of the context.
// The tenant is a word of its own, so that the one index narrows both down at once.
//
// The words are those of the latest version, which is what the tenant’s people see and search. They are
// taken once for each transaction that changed it, at its end, when all of its rows are there.
//
// See https://www.postgresql.org/docs/current/rules-privileges.html
import { permissionNumber } from './permissions.ts'
import { wordFunctions } from './sqlWords.ts'

/** The texts of a version, as SQL expressions over a row of its table, named "v". The heaviest first. */
export type SearchedTexts = {
  title: string
  headline: string
  summary: string
  /** All others, rich text included. */
  rest: string
  /** Names of the fields of blocks that hold text. */
  blockFields: string[]
}

/** Words of one text, at most. What comes after is not found. */
const MOST_WORDS = 60_000

export const searchFunctions = ({
  blockFields,
  headline,
  rest,
  summary,
  title,
}: SearchedTexts): string => `
${wordFunctions}

create table if not exists rls.study_words (
  study uuid primary key references public.case_studies (id) on delete cascade,
  words tsvector not null
);
create index if not exists rls_study_words on rls.study_words using gin (words) with (fastupdate = off);
revoke all on rls.study_words from public;

-- No word of a text begins like this.
create or replace function rls.tenant_word(tenant uuid) returns text
language sql immutable set search_path = pg_catalog as $rls$
  select '/' || replace(tenant::text, '-', '')
$rls$;

-- What is read in rich text: its paragraphs, whose parts stand together however they are set, and the texts of its
-- blocks and captions.
create or replace function rls.texts_in(body jsonb) returns text
language sql immutable set search_path = pg_catalog as $rls$
  select string_agg(written, E'\\n') from (
    select (select string_agg(case child ->> 'type' when 'text' then child ->> 'text' else ' ' end, '' order by place)
              from jsonb_array_elements(node -> 'children') with ordinality as each_child (child, place)) as written
      from jsonb_path_query(body, 'strict $.** ? (@.children[*].type == "text")') node
    union all
    select written #>> '{}'
      from jsonb_path_query(body, 'strict $.** ? (@.type == "block" || @.type == "inlineBlock" || @.type == "upload").fields.** ? (@.type() == "object").keyvalue() ? (@.value.type() == "string" && @.key like_regex "^(${blockFields.join('|')})$").value') written
  ) texts
$rls$;

create or replace function rls.words_of_version(version uuid, most int) returns tsvector
language sql stable set search_path = pg_catalog as $rls$
  select rls.words_of(${title}, 'A', most)
      || rls.words_of(${headline}, 'B', most)
      || rls.words_of(${summary}, 'C', most)
      || rls.words_of(${rest}, 'D', most)
      || array_to_tsvector(array[rls.tenant_word(v.version_tenant_id)])
    from public._case_studies_v v where v.id = version and v.version_tenant_id is not null
$rls$;

create or replace function rls.index_study(this uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $rls$
declare
  latest_version uuid;
  of_latest tsvector;
  most int := ${MOST_WORDS};
begin
  -- At the end of a transaction, nothing changes any more.
  if exists (select from rls.study_words w where w.study = this and w.xmin = pg_current_xact_id()::xid) then
    return;
  end if;
  select v.id into latest_version from public._case_studies_v v
   where v.parent_id = this and v.latest order by v.updated_at desc, v.id desc limit 1;
  while latest_version is not null and most > 0 loop
    begin
      of_latest := rls.words_of_version(latest_version, most);
      exit;
    exception when program_limit_exceeded then
      -- More words than fit into an index: a save never fails over that.
      most := most / 2;
    end;
  end loop;
  if of_latest is null then
    delete from rls.study_words w where w.study = this;
  else
    insert into rls.study_words (study, words) values (this, of_latest)
      on conflict (study) do update set words = excluded.words;
  end if;
end $rls$;

create or replace function rls.index_version() returns trigger
language plpgsql security definer set search_path = pg_catalog as $rls$
begin
  perform rls.index_study(new.parent_id);
  return null;
end $rls$;

-- The studies of the context's tenants in which all words stand, the best first.
create or replace function rls.search_studies(wanted text, in_tenant uuid, most int)
returns table (study uuid, rank real)
language plpgsql stable security definer set search_path = pg_catalog as $rls$
declare
  reached uuid[] := rls.tenants(${permissionNumber('case-studies.readInternal')});
  asked tsquery := rls.asked(wanted);
  walled tsquery;
begin
  if in_tenant is not null then
    reached := array(select one from unnest(reached) one where one = in_tenant);
  end if;
  if cardinality(reached) = 0 or asked is null then
    return;
  end if;
  select string_agg('''' || rls.tenant_word(one) || '''', ' | ')::tsquery into walled from unnest(reached) one;
  return query
    select s.study, ts_rank(s.words, asked) as best
      from rls.study_words s
     where s.words @@ (asked && walled)
     order by best desc, s.study
     limit least(most, 100);
end $rls$;`

/**
 * Every study is indexed again when what is taken from it changed. Its functions say so, since their text is what
 * is compared.
 */
export const searchTriggers = `
-- Before, the words of what is online were kept, in another form. Its trigger is gone by now.
drop table if exists rls.studies;
drop function if exists rls.index_study();
drop function if exists rls.study_words(text, text, text, uuid);
create constraint trigger rls_index_version after insert or update on public._case_studies_v
  deferrable initially deferred for each row when (new.latest is true and new.parent_id is not null)
  execute function rls.index_version();
do $rls$
declare
  made_by text := (select md5(string_agg(p.prosrc, '' order by p.proname)) from pg_proc p
    where p.pronamespace = 'rls'::regnamespace
      and p.proname in ('lowered', 'folded', 'spaced', 'words', 'words_of', 'tenant_word', 'texts_in', 'words_of_version'));
begin
  if made_by is distinct from obj_description('rls.study_words'::regclass, 'pg_class') then
    truncate rls.study_words;
    perform rls.index_study(s.id) from public.case_studies s;
    execute format('comment on table rls.study_words is %L', made_by);
  end if;
end $rls$;`

export const SEARCH_FUNCTIONS = ['search_studies(text, uuid, int)'] as const
