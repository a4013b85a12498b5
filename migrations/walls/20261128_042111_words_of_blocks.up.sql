do $rls$ begin
  if not exists (select from pg_roles where rolname = 'vitrine_app') then
    create role vitrine_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $rls$;

create schema if not exists rls;
create table if not exists rls.key (
  id text primary key,
  inner_pad bytea not null,
  outer_pad bytea not null,
  created_at timestamptz not null default now()
);
revoke all on rls.key from public;

create or replace function rls.tenants(variadic wanted int[]) returns uuid[]
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $rls$
declare
  found_ids uuid[] := '{}';
  part text;
  mask bytea;
  ids text;
  n int;
  context text := current_setting('rls.context', true);
  message text;
  k rls.key;
begin
  if context is null or length(context) < 70 then
    return '{}';
  end if;
  message := left(context, -65);
  select * into k from rls.key where id = split_part(message, '|', 1);
  if not found
    or encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(message, 'UTF8'))), 'hex')
       <> right(context, 64)
    or split_part(message, '|', 2)::bigint < extract(epoch from statement_timestamp())
  then
    return '{}';
  end if;

  foreach part in array string_to_array(split_part(message, '|', 5), ';') loop
    mask := decode(split_part(part, ':', 1), 'hex');
    foreach n in array wanted loop
      if get_bit(mask, n) = 1 then
        ids := split_part(part, ':', 2);
        if ids = '*' then
          return array(select id from public.tenants);
        end if;
        found_ids := found_ids || string_to_array(ids, ',')::uuid[];
        exit;
      end if;
    end loop;
  end loop;
  return found_ids;
end $rls$;

create or replace function rls.uid() returns uuid
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $rls$
declare
  context text := current_setting('rls.context', true);
  message text;
  k rls.key;
begin
  if context is null or length(context) < 70 then
    return null;
  end if;
  message := left(context, -65);
  select * into k from rls.key where id = split_part(message, '|', 1);
  if not found
    or encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(message, 'UTF8'))), 'hex')
       <> right(context, 64)
    or split_part(message, '|', 2)::bigint < extract(epoch from statement_timestamp())
  then
    return null;
  end if;

  return nullif(split_part(message, '|', 3), '')::uuid;
end $rls$;

create or replace function rls.has_cap(variadic wanted text[]) returns boolean
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $rls$
declare
  context text := current_setting('rls.context', true);
  message text;
  k rls.key;
begin
  if context is null or length(context) < 70 then
    return false;
  end if;
  message := left(context, -65);
  select * into k from rls.key where id = split_part(message, '|', 1);
  if not found
    or encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(message, 'UTF8'))), 'hex')
       <> right(context, 64)
    or split_part(message, '|', 2)::bigint < extract(epoch from statement_timestamp())
  then
    return false;
  end if;

  return wanted && string_to_array(split_part(message, '|', 4), ',');
end $rls$;

create or replace function rls.is_known() returns boolean
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $rls$
declare
  context text := current_setting('rls.context', true);
  message text;
  k rls.key;
begin
  if context is null or length(context) < 70 then
    return false;
  end if;
  message := left(context, -65);
  select * into k from rls.key where id = split_part(message, '|', 1);
  if not found
    or encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(message, 'UTF8'))), 'hex')
       <> right(context, 64)
    or split_part(message, '|', 2)::bigint < extract(epoch from statement_timestamp())
  then
    return false;
  end if;

  return true;
end $rls$;

revoke all on all functions in schema rls from public, vitrine_app;

do $rls$ begin
  if to_regcollation('public.by_language') is null then
    create collation public.by_language (provider = icu, locale = 'und');
  end if;
exception when feature_not_supported then
  raise warning 'This Postgres was built without ICU: texts are sorted and compared as the database was created.';
end $rls$;

create or replace function rls.has_users() returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  if (rls.has_cap('auth')) is not true then
    return null;
  end if;
  return exists (select from public.users);
end $rls$;

-- Sessions that ended. Payload keeps them by writing the whole list that it read before; one that ended
-- meanwhile is left out then.
create table if not exists rls.ended_sessions (
  id text primary key,
  ended_at timestamptz not null default now()
);
revoke all on rls.ended_sessions from public;

-- Ends the sessions of an account: one, or all but one. The lock lets whoever writes them at the same
-- time finish first. Only what was there is noted: an id that was made up may become somebody's session.
create or replace function rls.end_sessions(this_user uuid, only_one text, but_not text)
returns table (id text, created_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog as $rls$
begin
  if not coalesce(rls.uid() = this_user or rls.has_cap('auth', 'recover', 'email'), false) then
    raise exception 'not allowed to end these sessions' using errcode = '42501';
  end if;
  perform from public.users u where u.id = this_user for update;
  delete from rls.ended_sessions e where e.ended_at < now() - interval '1 hour';
  return query
    with gone as (
      delete from public.users_sessions s
       where s._parent_id = this_user
         and (only_one is null or s.id = only_one)
         and s.id is distinct from but_not
      returning s.id::text, s.created_at::timestamptz
    ), noted as (
      insert into rls.ended_sessions (id) select g.id from gone g on conflict do nothing
    )
    select g.id, g.created_at from gone g;
end $rls$;

create or replace function rls.skip_ended_session() returns trigger
language plpgsql security definer set search_path = pg_catalog as $rls$
begin
  if exists (select from rls.ended_sessions e where e.id = new.id) then
    return null;
  end if;
  return new;
end $rls$;

-- Whoever shares a tenant: its members see each other.
create or replace function rls.is_colleague(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (
    select from public.memberships m
     where m.user_id = this and m.tenant_id = any (rls.tenants(99))
  );
end $rls$;

create or replace function rls.is_user(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  if (rls.has_cap('auth', 'operator', 'join') or rls.uid() = this) is not true then
    return null;
  end if;
  return exists (select from public.users where id = this);
end $rls$;

create or replace function rls.has_other_users(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  if (rls.has_cap('auth')) is not true then
    return null;
  end if;
  return exists (select from public.users where id <> this);
end $rls$;

-- Volatile, so that it sees what others committed until now, and what this statement did so far.
create or replace function rls.has_other_owner(this_tenant uuid, this_membership uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $rls$ begin
  if (rls.has_cap('operator')
      or this_tenant = any (rls.tenants(99, 101, 102))
      or exists (select from public.memberships m where m.id = this_membership and m.user_id = rls.uid())) is not true then
    return null;
  end if;
  return exists (
    select from public.memberships m
     where m.tenant_id = this_tenant and m.id <> this_membership and m.role = 'owner' and m.status = 'active'
  ) or not exists (select from public.tenants where id = this_tenant);
end $rls$;

-- Of what anybody may read, only what an active tenant shows; and nothing for nobody.
create or replace function rls.active_tenants() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $rls$
begin
  if not rls.is_known() then
    return '{}';
  end if;
  return array(select id from public.tenants where status = 'active');
end $rls$;

-- Which tenants a user reaches, and as what: his memberships, and the clients of his agencies. The
-- one place that says so; asked while he is authenticated, by himself, or by an operator.
create or replace function rls.reach(this_user uuid)
returns table (tenant uuid, role text, permissions jsonb, access text)
language sql stable security definer set search_path = pg_catalog as $rls$
  select t.id, m.role::text, r.permissions, case when t.id = home.id then 'owner' else t.agency_access::text end
    from public.memberships m
    join public.tenants home on home.id = m.tenant_id
    join public.tenants t on t.id = home.id or (home.kind = 'agency' and t.agency_id = home.id)
    left join public.roles r on r.id = m.custom_role_id
   where (rls.has_cap('auth') or rls.has_cap('operator') or rls.uid() = this_user)
     and m.user_id = this_user
     and m.status = 'active'
     and home.status in ('prospect', 'active')
     and (t.status in ('prospect', 'active') or m.role in ('admin', 'owner'))
     and (t.id = home.id or t.agency_access <> 'none')
$rls$;

-- A lock and a planned job belong to the tenant of the document that they are about.
create or replace function rls.tenant_of(collection text, document uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $rls$
declare found_tenant uuid;
begin
  if collection = 'tenants' then
    return document;
  end if;
  if to_regclass(format('public.%I', replace(collection, '-', '_'))) is null
     or not exists (select from information_schema.columns
        where table_schema = 'public' and table_name = replace(collection, '-', '_') and column_name = 'tenant_id') then
    return null;
  end if;
  execute format('select tenant_id from public.%I where id = $1', replace(collection, '-', '_'))
    into found_tenant using document;
  return found_tenant;
end $rls$;

create or replace function rls.job_tenant() returns trigger
language plpgsql security definer set search_path = pg_catalog as $rls$
begin
  new.rls_tenant := case
    when new.input #>> '{doc,relationTo}' is not null
      then rls.tenant_of(new.input #>> '{doc,relationTo}', (new.input #>> '{doc,value}')::uuid)
    when new.input ->> 'study' is not null then rls.tenant_of('case-studies', (new.input ->> 'study')::uuid)
    else null end;
  return new;
exception when invalid_text_representation then
  new.rls_tenant := null;
  return new;
end $rls$;

-- Whether this very document may be updated. Of a table that is not named here, none.
create or replace function rls.may_edit(this_table text, this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  if this_table = 'tenants' then
    return exists (select from public."tenants" where "id" = this and (("id" = any ((select rls.tenants(1, 2))::uuid[])) or ("agency_id" = any ((select rls.tenants(6))::uuid[])) or ((select rls.has_cap('operator')))));
  end if;
  if this_table = 'case_studies' then
    return exists (select from public."case_studies" where "id" = this and (("tenant_id" = any ((select rls.tenants(13))::uuid[])) or ("tenant_id" = any ((select rls.tenants(12))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
  end if;
  if this_table = 'pages' then
    return exists (select from public."pages" where "id" = this and (("tenant_id" = any ((select rls.tenants(25))::uuid[])) or ("tenant_id" = any ((select rls.tenants(24))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
  end if;
  if this_table = 'people' then
    return exists (select from public."people" where "id" = this and (("tenant_id" = any ((select rls.tenants(35))::uuid[])) or ("tenant_id" = any ((select rls.tenants(34))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
  end if;
  if this_table = 'organisations' then
    return exists (select from public."organisations" where "id" = this and (("tenant_id" = any ((select rls.tenants(41))::uuid[])) or ("tenant_id" = any ((select rls.tenants(40))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
  end if;
  if this_table = 'services' then
    return exists (select from public."services" where "id" = this and (("tenant_id" = any ((select rls.tenants(47))::uuid[])) or ("tenant_id" = any ((select rls.tenants(46))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
  end if;
  if this_table = 'industries' then
    return exists (select from public."industries" where "id" = this and (("tenant_id" = any ((select rls.tenants(53))::uuid[])) or ("tenant_id" = any ((select rls.tenants(52))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
  end if;
  if this_table = 'technologies' then
    return exists (select from public."technologies" where "id" = this and (("tenant_id" = any ((select rls.tenants(59))::uuid[])) or ("tenant_id" = any ((select rls.tenants(58))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
  end if;
  if this_table = 'testimonials' then
    return exists (select from public."testimonials" where "id" = this and (("tenant_id" = any ((select rls.tenants(65))::uuid[])) or ("tenant_id" = any ((select rls.tenants(64))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
  end if;
  if this_table = 'media' then
    return exists (select from public."media" where "id" = this and (("tenant_id" = any ((select rls.tenants(71))::uuid[])) or ("tenant_id" = any ((select rls.tenants(70))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none')))));
  end if;
  if this_table = 'documents' then
    return exists (select from public."documents" where "id" = this and (("tenant_id" = any ((select rls.tenants(79))::uuid[])) or ("tenant_id" = any ((select rls.tenants(78))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none')))));
  end if;
  if this_table = 'site_settings' then
    return exists (select from public."site_settings" where "id" = this and (("tenant_id" = any ((select rls.tenants(87))::uuid[]))));
  end if;
  if this_table = 'leads' then
    return exists (select from public."leads" where "id" = this and (("tenant_id" = any ((select rls.tenants(93))::uuid[]))));
  end if;
  if this_table = 'redirects' then
    return exists (select from public."redirects" where "id" = this and (("tenant_id" = any ((select rls.tenants(97))::uuid[]))));
  end if;
  if this_table = 'memberships' then
    return exists (select from public."memberships" where "id" = this and ((("tenant_id" = any ((select rls.tenants(101))::uuid[]) and ("user_id" is distinct from (select rls.uid())))) and (case memberships.role
      when 'viewer' then memberships.tenant_id = any (rls.tenants(103))
      when 'contributor' then memberships.tenant_id = any (rls.tenants(104))
      when 'reviewer' then memberships.tenant_id = any (rls.tenants(105))
      when 'editor' then memberships.tenant_id = any (rls.tenants(106))
      when 'admin' then memberships.tenant_id = any (rls.tenants(107))
      when 'owner' then memberships.tenant_id = any (rls.tenants(108))
      when 'custom' then memberships.tenant_id = any (rls.tenants(109))
      else false end)));
  end if;
  if this_table = 'invitations' then
    return exists (select from public."invitations" where "id" = this and (("tenant_id" = any ((select rls.tenants(112))::uuid[]))));
  end if;
  if this_table = 'roles' then
    return exists (select from public."roles" where "id" = this and (("tenant_id" = any ((select rls.tenants(116))::uuid[]))));
  end if;
  if this_table = 'domains' then
    return exists (select from public."domains" where "id" = this and (("tenant_id" = any ((select rls.tenants(120))::uuid[]))));
  end if;
  if this_table = 'storage_accounts' then
    return exists (select from public."storage_accounts" where "id" = this and (("tenant_id" = any ((select rls.tenants(127))::uuid[]))));
  end if;
  if this_table = 'users' then
    return exists (select from public."users" where "id" = this and ("id" = (select rls.uid()) or (select rls.has_cap('operator'))));
  end if;
  return false;
end $rls$;

-- Whether a row may stand under a lock: one names whose lock it is, the other the document.
create or replace function rls.may_lock(part jsonb) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$
declare named int; target text; document uuid;
begin
  select count(*), min(left(key, -3)), min(value)::uuid into named, target, document
    from jsonb_each_text(part)
   where key like '%\_id' and key <> 'parent_id' and value is not null;
  return named = 1 and case part ->> 'path'
    when 'user' then target = 'users' and document = rls.uid()
    when 'document' then rls.may_edit(target, document)
    else false end;
end $rls$;

-- After the row has passed its policy.
create or replace function rls.lock_document() returns trigger
language plpgsql security definer set search_path = pg_catalog as $rls$
declare target text; document uuid;
begin
  if new.path = 'user' then
    update public.payload_locked_documents set rls_owner = new.users_id
     where id = new.parent_id and rls_owner is distinct from new.users_id;
    return new;
  end if;
  select left(key, -3), value::uuid into target, document
    from jsonb_each_text(to_jsonb(new))
   where key like '%\_id' and key <> 'parent_id' and value is not null
   limit 1;
  if document is not null then
    update public.payload_locked_documents
       set rls_table = target, rls_document = document, rls_tenant = rls.tenant_of(target, document)
     where id = new.parent_id;
  end if;
  return new;
end $rls$;

-- A lock goes with its document. Payload deletes and inserts the row that names it with each change
-- of the lock; then the document is still there.
create or replace function rls.unlock_document() returns trigger
language plpgsql security definer set search_path = pg_catalog as $rls$
declare held record; is_there boolean;
begin
  if old.path = 'document' then
    select rls_table, rls_document into held from public.payload_locked_documents where id = old.parent_id;
    if held.rls_document is not null then
      execute format('select exists (select from public.%I where id = $1)', held.rls_table)
        into is_there using held.rls_document;
      if not is_there then
        delete from public.payload_locked_documents where id = old.parent_id;
      end if;
    end if;
  end if;
  return old;
end $rls$;

-- What was left behind when a document could not be locked.
create or replace function rls.clear_locks() returns trigger
language plpgsql security definer set search_path = pg_catalog as $rls$ begin
  delete from public.payload_locked_documents
   where rls_owner = new.rls_owner and rls_document is null and id <> new.id
     and created_at < now() - interval '1 minute';
  return new;
end $rls$;


-- With the case of all scripts, where this Postgres knows it.
do $rls$ begin
  execute format(
    'create or replace function rls.lowered(written text) returns text language sql immutable parallel safe as %L',
    case when to_regcollation('public.by_language') is null then 'select lower(written)'
         else 'select lower(written collate public.by_language)' end);
end $rls$;

create or replace function rls.folded(written text) returns text
language sql immutable parallel safe set search_path = pg_catalog as $rls$
  select case when octet_length(written) = char_length(written) then lower(written collate "C")
         else translate(replace(replace(replace(replace(bare, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ςøłđðħıŧ', 'σolddhit') end
    from (select normalize(regexp_replace(
            normalize(rls.lowered(normalize(written, NFKC)), NFD) collate "C",
            '[\u00AD\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u061C\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF\U0001F3FB-\U0001F3FF\U000E0000-\U000E01EF]+', '', 'g'), NFC) as bare) folded
$rls$;

-- A text with one blank between its words. What stands in ASCII is replaced first: an expression costs more for
-- each place where it finds something.
create or replace function rls.spaced(written text) returns text
language plpgsql immutable parallel safe set search_path = pg_catalog as $rls$
declare
  spaced text := translate(rls.folded(written), E'\t\n\r!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', repeat(' ', 35)) collate "C";
begin
  if octet_length(spaced) <> char_length(spaced) then
    spaced := regexp_replace(spaced, '[\u0001-/:-@\[-\u0060{-\u00A8\u00AB-\u00AD\u00AF-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u00D7\u00F7\u02C2-\u02C5\u02D2-\u02DF\u037E\u0387\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0600-\u060F\u061B-\u061F\u066A-\u066D\u06D4\u06DD\u06DE\u06E9\u0700-\u070D\u0964\u0965\u0970\u0DF4\u0F04-\u0F14\u10FB\u1360-\u1368\u166E\u1680\u1800-\u180E\u2000-\u206F\u2E00-\u2E7F\u2FF0-\u3004\u3006\u3008-\u3020\u3030\u303D-\u303F\u30FB\uA4FE\uA4FF\uFD3E\uFD3F\uFE10-\uFE1F\uFE30-\uFE6F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\uFFF0-\uFFFF]+', ' ', 'g');
    if spaced ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u1100-\u11FF\u3130-\u318F\uA960-\uA97F\uAC00-\uD7FF\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u3031-\u3035\u303B\u3040-\u30FA\u30FC-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00016FE0-\U00018D8F\U0001AFF0-\U0001B16F\U00020000-\U0003FFFF\u00A9\u00AE\u20A0-\u20CF\u2190-\u2BFF\U0001F000-\U0001FAFF]' then
      spaced := regexp_replace(spaced, '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u1100-\u11FF\u3130-\u318F\uA960-\uA97F\uAC00-\uD7FF\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u3031-\u3035\u303B\u3040-\u30FA\u30FC-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00016FE0-\U00018D8F\U0001AFF0-\U0001B16F\U00020000-\U0003FFFF]+|[\u00A9\u00AE\u20A0-\u20CF\u2190-\u2BFF\U0001F000-\U0001FAFF])', ' \1 ', 'g');
    end if;
  end if;
  return spaced;
end $rls$;

-- The words of a text in their order. Of those in an unspaced script, each two letters, and the last alone;
-- run counts the letters that stood together, and is null for any other word.
create or replace function rls.words(written text)
returns table (place int, word text, piece int, run int)
language sql immutable parallel safe set search_path = pg_catalog as $rls$
  with found as materialized (
    select place, token,
           case when octet_length(token) > char_length(token) and token ~ '^[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u1100-\u11FF\u3130-\u318F\uA960-\uA97F\uAC00-\uD7FF\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u3031-\u3035\u303B\u3040-\u30FA\u30FC-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00016FE0-\U00018D8F\U0001AFF0-\U0001B16F\U00020000-\U0003FFFF]' then char_length(token) end as run
      from string_to_table(rls.spaced(written) collate "C", ' ') with ordinality as each_one (token, place)
     where token <> ''
  ), pieces as (
    select place, left(token, 80) as word, 1 as piece, run from found where run is null
    union all
    select place, letter || coalesce(lead(letter) over (partition by place order by piece), ''), piece::int, run
      from found, string_to_table(token, null) with ordinality as each_letter (letter, piece)
     where run is not null
  )
  select (row_number() over (order by place, piece))::int, word, piece, run from pieces
$rls$;

-- At most so many words of a text, for the index.
create or replace function rls.words_of(written text, weight text, most int) returns tsvector
language sql immutable parallel safe set search_path = pg_catalog as $rls$
  select coalesce(string_agg('''' || word || ''':' || least(place, 16383) || weight, ' '), '')::tsvector
    from rls.words(written) where place <= most
$rls$;

-- What a person asks for, as they type it: words, of which all have to be there, "quoted phrases", or, -minus.
-- A word of three letters or more is also found as the beginning of another.
create or replace function rls.asked(wanted text) returns tsquery
language plpgsql immutable parallel safe set search_path = pg_catalog as $rls$
declare
  part text[];
  is_negated boolean;
  is_quoted boolean;
  written text;
  one record;
  word tsquery;
  these tsquery;
  all_of tsquery;
  any_of tsquery;
begin
  for part in
    select regexp_matches(translate(normalize(wanted, NFKC), '“”„«»', '"""""') collate "C",
             '(-?)"([^"]*)"?|([^[:space:]"]+)', 'g')
  loop
    if lower(part[3]) = 'or' then
      any_of := coalesce(any_of || all_of, all_of, any_of);
      all_of := null;
      continue;
    end if;
    is_quoted := part[2] is not null;
    is_negated := coalesce(part[1], left(part[3], 1)) = '-';
    written := coalesce(part[2], part[3]);
    these := null;
    for one in
      select w.word, w.run from rls.words(written) w where w.run is null or w.run = 1 or w.piece < w.run order by w.place
    loop
      word := ('''' || one.word || '''' || case
        when one.run = 1 or (one.run is null and char_length(one.word) > 2 and not is_quoted and not is_negated) then ':*'
        else '' end)::tsquery;
      these := case when these is null then word when is_quoted then these <-> word else these && word end;
    end loop;
    if these is not null then
      these := case when is_negated then !! these else these end;
      all_of := coalesce(all_of && these, these);
    end if;
  end loop;
  return coalesce(any_of || all_of, all_of, any_of);
end $rls$;

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
  select string_agg(written, E'\n') from (
    select (select string_agg(case child ->> 'type' when 'text' then child ->> 'text' else ' ' end, '' order by place)
              from jsonb_array_elements(node -> 'children') with ordinality as each_child (child, place)) as written
      from jsonb_path_query(body, 'strict $.** ? (@.children[*].type == "text")') node
    union all
    select written #>> '{}'
      from jsonb_path_query(body, 'strict $.** ? (@.type == "block" || @.type == "inlineBlock" || @.type == "upload").fields.** ? (@.type() == "object").keyvalue() ? (@.value.type() == "string" && @.key like_regex "^(afterLabel|aspect|attribution|beforeLabel|caption|code|date|filename|heading|label|left|leftLabel|position|right|rightLabel|source|text|timeframe|title|unit)$").value') written
  ) texts
$rls$;

create or replace function rls.words_of_version(version uuid, most int) returns tsvector
language sql stable set search_path = pg_catalog as $rls$
  select rls.words_of((select string_agg(t."version_title", E'\n') from public."_case_studies_v_locales" t where t."_parent_id" = v."id"), 'A', most)
      || rls.words_of((select string_agg(t."version_headline", E'\n') from public."_case_studies_v_locales" t where t."_parent_id" = v."id"), 'B', most)
      || rls.words_of((select string_agg(t."version_summary", E'\n') from public."_case_studies_v_locales" t where t."_parent_id" = v."id"), 'C', most)
      || rls.words_of(concat_ws(E'\n', (select string_agg(concat_ws(E'\n', t."unit"), E'\n') from public."_case_studies_v_version_outcomes" t where t."_parent_id" = v."id"),
        (select string_agg(concat_ws(E'\n', t."label", t."timeframe", t."source"), E'\n') from public."_case_studies_v_version_outcomes_locales" t join public."_case_studies_v_version_outcomes" t0 on t0."id" = t."_parent_id" where t0."_parent_id" = v."id"),
        (select string_agg(concat_ws(E'\n', t."title", rls.texts_in(t."body")), E'\n') from public."_case_studies_v_version_chapters_locales" t join public."_case_studies_v_version_chapters" t0 on t0."id" = t."_parent_id" where t0."_parent_id" = v."id"),
        (select string_agg(concat_ws(E'\n', t."name"), E'\n') from public."_case_studies_v_version_credits" t where t."_parent_id" = v."id"),
        (select string_agg(concat_ws(E'\n', t."role"), E'\n') from public."_case_studies_v_version_credits_locales" t join public."_case_studies_v_version_credits" t0 on t0."id" = t."_parent_id" where t0."_parent_id" = v."id"),
        (select string_agg(concat_ws(E'\n', t."text"), E'\n') from public."_case_studies_v_version_notes" t where t."_parent_id" = v."id"),
        (select string_agg(concat_ws(E'\n', t."version_anonymous_label", t."version_timeframe", t."version_seo_title", t."version_seo_description"), E'\n') from public."_case_studies_v_locales" t where t."_parent_id" = v."id")), 'D', most)
      || array_to_tsvector(array[rls.tenant_word(v.version_tenant_id)])
    from public._case_studies_v v where v.id = version and v.version_tenant_id is not null
$rls$;

create or replace function rls.index_study(this uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $rls$
declare
  latest_version uuid;
  of_latest tsvector;
  most int := 60000;
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
  reached uuid[] := rls.tenants(8);
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
end $rls$;

create table if not exists rls.invitation_mails (
  recipient bytea not null,
  tenant uuid not null,
  sent_at timestamptz not null default clock_timestamp()
);
create index if not exists rls_invitation_mails_recipient on rls.invitation_mails (recipient, sent_at);
create index if not exists rls_invitation_mails_tenant on rls.invitation_mails (tenant, sent_at);
create index if not exists rls_invitation_mails_sent_at on rls.invitation_mails (sent_at);
revoke all on rls.invitation_mails from public;

-- Counts one mail, unless it is one too many: then it says of whom, and after how many seconds one is possible
-- again. Those who count at the same time wait for each other.
create or replace function rls.count_invitation_mail(email text, this_tenant uuid)
returns table (refused text, seconds int)
language plpgsql volatile security definer set search_path = pg_catalog as $rls$
declare
  person bytea := sha256(convert_to(lower(trim(email)), 'UTF8'));
  first_of_person timestamptz;
  first_of_tenant timestamptz;
begin
  if not coalesce(this_tenant = any (rls.tenants(111)) or this_tenant = any (rls.tenants(112)) or rls.has_cap('operator'), false) then
    raise exception 'not allowed to invite' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('vitrine.invited.' || encode(person, 'hex'), 0));
  perform pg_advisory_xact_lock(hashtextextended('vitrine.inviting.' || this_tenant::text, 0));
  delete from rls.invitation_mails m where m.sent_at < clock_timestamp() - interval '1 day';
  select m.sent_at into first_of_person from rls.invitation_mails m
   where m.recipient = person and m.sent_at > clock_timestamp() - interval '1 hour'
   order by m.sent_at desc offset 4 limit 1;
  select m.sent_at into first_of_tenant from rls.invitation_mails m
   where m.tenant = this_tenant
   order by m.sent_at desc offset 49 limit 1;
  if first_of_person is not null then
    return query select 'person', ceil(extract(epoch from first_of_person + interval '1 hour' - clock_timestamp()))::int;
  elsif first_of_tenant is not null then
    return query select 'tenant', ceil(extract(epoch from first_of_tenant + interval '1 day' - clock_timestamp()))::int;
  else
    insert into rls.invitation_mails (recipient, tenant) values (person, this_tenant);
  end if;
end $rls$;
revoke all on function rls.has_users() from public; grant execute on function rls.has_users() to vitrine_app;
revoke all on function rls.is_user(uuid) from public; grant execute on function rls.is_user(uuid) to vitrine_app;
revoke all on function rls.is_colleague(uuid) from public; grant execute on function rls.is_colleague(uuid) to vitrine_app;
revoke all on function rls.has_other_users(uuid) from public; grant execute on function rls.has_other_users(uuid) to vitrine_app;
revoke all on function rls.has_other_owner(uuid, uuid) from public; grant execute on function rls.has_other_owner(uuid, uuid) to vitrine_app;
revoke all on function rls.active_tenants() from public; grant execute on function rls.active_tenants() to vitrine_app;
revoke all on function rls.reach(uuid) from public; grant execute on function rls.reach(uuid) to vitrine_app;
revoke all on function rls.may_edit(text, uuid) from public; grant execute on function rls.may_edit(text, uuid) to vitrine_app;
revoke all on function rls.may_lock(jsonb) from public; grant execute on function rls.may_lock(jsonb) to vitrine_app;
revoke all on function rls.end_sessions(uuid, text, text) from public; grant execute on function rls.end_sessions(uuid, text, text) to vitrine_app;
revoke all on function rls.search_studies(text, uuid, int) from public; grant execute on function rls.search_studies(text, uuid, int) to vitrine_app;
revoke all on function rls.count_invitation_mail(text, uuid) from public; grant execute on function rls.count_invitation_mail(text, uuid) to vitrine_app;

do $rls$ declare one record; begin
  for one in select tablename, policyname from pg_policies where schemaname = 'public' and policyname like 'rls\_%' loop
    execute format('drop policy %I on public.%I', one.policyname, one.tablename);
  end loop;
  for one in select t.tgname, c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgname like 'rls\_%' loop
    execute format('drop trigger %I on public.%I', one.tgname, one.relname);
  end loop;
  for one in select k.conname, c.relname from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = 'public'::regnamespace and k.conname like 'rls\_%' loop
    execute format('alter table public.%I drop constraint %I', one.relname, one.conname);
  end loop;
end $rls$;

do $rls$
declare one record;
begin
  for one in
    select c.relname as name,
           string_agg(format('alter column %I type %s collate public.by_language', a.attname, format_type(a.atttypid, a.atttypmod)), ', ') as changes
      from unnest(array[
        '_case_studies_v_locales.version_anonymous_label',
        '_case_studies_v_locales.version_headline',
        '_case_studies_v_locales.version_seo_description',
        '_case_studies_v_locales.version_seo_title',
        '_case_studies_v_locales.version_summary',
        '_case_studies_v_locales.version_timeframe',
        '_case_studies_v_locales.version_title',
        '_case_studies_v_version_chapters_locales.title',
        '_case_studies_v_version_credits_locales.role',
        '_case_studies_v_version_credits.name',
        '_case_studies_v_version_credits.url',
        '_case_studies_v_version_notes.text',
        '_case_studies_v_version_outcomes_locales.label',
        '_case_studies_v_version_outcomes_locales.source',
        '_case_studies_v_version_outcomes_locales.timeframe',
        '_case_studies_v_version_outcomes.unit',
        '_case_studies_v.version_origin_hash',
        '_case_studies_v.version_origin_key',
        '_case_studies_v.version_origin_source',
        '_case_studies_v.version_origin_updated',
        '_case_studies_v.version_origin_url',
        '_case_studies_v.version_password_hash',
        '_case_studies_v.version_seo_canonical',
        '_case_studies_v.version_slug',
        '_industries_v_locales.version_description',
        '_industries_v_locales.version_name',
        '_industries_v.version_slug',
        '_organisations_v_locales.version_description',
        '_organisations_v.version_acronym',
        '_organisations_v.version_name',
        '_organisations_v.version_origin_hash',
        '_organisations_v.version_origin_key',
        '_organisations_v.version_origin_source',
        '_organisations_v.version_origin_updated',
        '_organisations_v.version_origin_url',
        '_organisations_v.version_slug',
        '_organisations_v.version_url',
        '_pages_v_locales.version_seo_description',
        '_pages_v_locales.version_seo_title',
        '_pages_v_locales.version_title',
        '_pages_v.version_origin_hash',
        '_pages_v.version_origin_key',
        '_pages_v.version_origin_source',
        '_pages_v.version_origin_updated',
        '_pages_v.version_origin_url',
        '_pages_v.version_seo_canonical',
        '_pages_v.version_slug',
        '_people_v_locales.version_bio',
        '_people_v_locales.version_role',
        '_people_v_version_links.label',
        '_people_v_version_links.url',
        '_people_v.version_name',
        '_people_v.version_origin_hash',
        '_people_v.version_origin_key',
        '_people_v.version_origin_source',
        '_people_v.version_origin_updated',
        '_people_v.version_origin_url',
        '_people_v.version_slug',
        '_services_v_locales.version_description',
        '_services_v_locales.version_name',
        '_services_v.version_slug',
        '_site_settings_v_locales.version_contact_address',
        '_site_settings_v_locales.version_contact_heading',
        '_site_settings_v_locales.version_contact_text',
        '_site_settings_v_locales.version_footer',
        '_site_settings_v_locales.version_introduction',
        '_site_settings_v_locales.version_seo_description',
        '_site_settings_v_locales.version_tagline',
        '_site_settings_v_version_navigation_locales.label',
        '_site_settings_v_version_navigation.url',
        '_site_settings_v_version_social.label',
        '_site_settings_v_version_social.url',
        '_site_settings_v.version_colors_accent',
        '_site_settings_v.version_colors_primary',
        '_site_settings_v.version_contact_email',
        '_site_settings_v.version_contact_phone',
        '_site_settings_v.version_wordmark',
        '_technologies_v.version_name',
        '_technologies_v.version_slug',
        '_technologies_v.version_url',
        '_testimonials_v_locales.version_position',
        '_testimonials_v_locales.version_quote',
        '_testimonials_v.version_attribution',
        '_testimonials_v.version_origin_hash',
        '_testimonials_v.version_origin_key',
        '_testimonials_v.version_origin_source',
        '_testimonials_v.version_origin_updated',
        '_testimonials_v.version_origin_url',
        'case_studies_chapters_locales.title',
        'case_studies_credits_locales.role',
        'case_studies_credits.name',
        'case_studies_credits.url',
        'case_studies_locales.anonymous_label',
        'case_studies_locales.headline',
        'case_studies_locales.seo_description',
        'case_studies_locales.seo_title',
        'case_studies_locales.summary',
        'case_studies_locales.timeframe',
        'case_studies_locales.title',
        'case_studies_notes.text',
        'case_studies_outcomes_locales.label',
        'case_studies_outcomes_locales.source',
        'case_studies_outcomes_locales.timeframe',
        'case_studies_outcomes.unit',
        'case_studies.origin_hash',
        'case_studies.origin_key',
        'case_studies.origin_source',
        'case_studies.origin_updated',
        'case_studies.origin_url',
        'case_studies.password_hash',
        'case_studies.seo_canonical',
        'case_studies.slug',
        'documents_locales.description',
        'documents_locales.title',
        'documents.asset_account',
        'documents.asset_driver',
        'documents.asset_etag',
        'documents.asset_format',
        'documents.asset_problem',
        'documents.asset_public_id',
        'documents.filename',
        'documents.mime_type',
        'documents.origin_hash',
        'documents.origin_key',
        'documents.origin_source',
        'documents.origin_updated',
        'documents.origin_url',
        'documents.thumbnail_u_r_l',
        'documents.url',
        'domains.host',
        'domains.token',
        'industries_locales.description',
        'industries_locales.name',
        'industries.slug',
        'invitations.email',
        'invitations.token_hash',
        'leads.company',
        'leads.email',
        'leads.message',
        'leads.name',
        'leads.notes',
        'leads.page',
        'media_locales.alt',
        'media_locales.caption',
        'media_references.source',
        'media_references.target',
        'media.asset_account',
        'media.asset_driver',
        'media.asset_etag',
        'media.asset_format',
        'media.asset_problem',
        'media.asset_public_id',
        'media.blur_data_url',
        'media.credit',
        'media.filename',
        'media.mime_type',
        'media.origin_hash',
        'media.origin_key',
        'media.origin_source',
        'media.origin_updated',
        'media.origin_url',
        'media.palette_dominant',
        'media.palette_ink',
        'media.thumbnail_u_r_l',
        'media.url',
        'organisations_locales.description',
        'organisations.acronym',
        'organisations.name',
        'organisations.origin_hash',
        'organisations.origin_key',
        'organisations.origin_source',
        'organisations.origin_updated',
        'organisations.origin_url',
        'organisations.slug',
        'organisations.url',
        'pages_locales.seo_description',
        'pages_locales.seo_title',
        'pages_locales.title',
        'pages.origin_hash',
        'pages.origin_key',
        'pages.origin_source',
        'pages.origin_updated',
        'pages.origin_url',
        'pages.seo_canonical',
        'pages.slug',
        'people_links.label',
        'people_links.url',
        'people_locales.bio',
        'people_locales.role',
        'people.name',
        'people.origin_hash',
        'people.origin_key',
        'people.origin_source',
        'people.origin_updated',
        'people.origin_url',
        'people.slug',
        'redirects.from',
        'redirects.origin_hash',
        'redirects.origin_key',
        'redirects.origin_source',
        'redirects.origin_updated',
        'redirects.origin_url',
        'redirects.to',
        'roles.description',
        'roles.name',
        'services_locales.description',
        'services_locales.name',
        'services.slug',
        'site_settings_locales.contact_address',
        'site_settings_locales.contact_heading',
        'site_settings_locales.contact_text',
        'site_settings_locales.footer',
        'site_settings_locales.introduction',
        'site_settings_locales.seo_description',
        'site_settings_locales.tagline',
        'site_settings_navigation_locales.label',
        'site_settings_navigation.url',
        'site_settings_social.label',
        'site_settings_social.url',
        'site_settings.colors_accent',
        'site_settings.colors_primary',
        'site_settings.contact_email',
        'site_settings.contact_phone',
        'site_settings.wordmark',
        'storage_accounts.api_base_url',
        'storage_accounts.api_key',
        'storage_accounts.cloud_name',
        'storage_accounts.sealed_secret',
        'technologies.name',
        'technologies.slug',
        'technologies.url',
        'tenants.files_folder',
        'tenants.files_tags',
        'tenants.name',
        'tenants.slug',
        'testimonials_locales.position',
        'testimonials_locales.quote',
        'testimonials.attribution',
        'testimonials.origin_hash',
        'testimonials.origin_key',
        'testimonials.origin_source',
        'testimonials.origin_updated',
        'testimonials.origin_url',
        'users.email',
        'users.hash',
        'users.name',
        'users.reset_password_token',
        'users.salt'
      ]) wanted
      join pg_class c on c.relnamespace = 'public'::regnamespace and c.relname = split_part(wanted, '.', 1)
      join pg_attribute a on a.attrelid = c.oid and a.attname = split_part(wanted, '.', 2)
     where a.attcollation <> to_regcollation('public.by_language')
     group by c.relname order by c.relname
  loop
    execute format('alter table public.%I %s', one.name, one.changes);
  end loop;
end $rls$;

do $rls$ declare other text; begin
  foreach other in array array['anon', 'authenticated', 'service_role', 'vitrine_app'] loop
    if exists (select from pg_roles where rolname = other) then
      execute format('revoke all on all tables in schema public from %I', other);
      execute format('revoke all on all sequences in schema public from %I', other);
      execute format('alter default privileges in schema public revoke all on tables from %I', other);
      execute format('alter default privileges in schema public revoke all on sequences from %I', other);
    end if;
  end loop;
  execute format('revoke temporary on database %I from public', current_database());
exception when insufficient_privilege then
  raise warning 'Some rights could not be taken from others: %', sqlerrm;
end $rls$;
revoke all on all tables in schema public from public;
revoke create on schema public from public;
alter default privileges in schema public revoke all on tables from public;

create unique index if not exists rls_case_studies_tenant on public."case_studies" ("tenant_id", "id");

create unique index if not exists rls_pages_tenant on public."pages" ("tenant_id", "id");

create unique index if not exists rls_people_tenant on public."people" ("tenant_id", "id");

create unique index if not exists rls_organisations_tenant on public."organisations" ("tenant_id", "id");

create unique index if not exists rls_services_tenant on public."services" ("tenant_id", "id");

create unique index if not exists rls_industries_tenant on public."industries" ("tenant_id", "id");

create unique index if not exists rls_technologies_tenant on public."technologies" ("tenant_id", "id");

create unique index if not exists rls_testimonials_tenant on public."testimonials" ("tenant_id", "id");

create unique index if not exists rls_media_tenant on public."media" ("tenant_id", "id");

create unique index if not exists rls_documents_tenant on public."documents" ("tenant_id", "id");

create unique index if not exists rls_site_settings_tenant on public."site_settings" ("tenant_id", "id");

create unique index if not exists rls_leads_tenant on public."leads" ("tenant_id", "id");

create unique index if not exists rls_redirects_tenant on public."redirects" ("tenant_id", "id");

create unique index if not exists rls_memberships_tenant on public."memberships" ("tenant_id", "id");

create unique index if not exists rls_invitations_tenant on public."invitations" ("tenant_id", "id");

create unique index if not exists rls_roles_tenant on public."roles" ("tenant_id", "id");

create unique index if not exists rls_domains_tenant on public."domains" ("tenant_id", "id");

create unique index if not exists rls_storage_accounts_tenant on public."storage_accounts" ("tenant_id", "id");

create unique index if not exists rls_media_references_tenant on public."media_references" ("tenant_id", "id");

create or replace function rls.shows_case_studies(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."case_studies" where "id" = this and (("tenant_id" = any ((select rls.tenants(8))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("visibility" = 'public') and ("embargo_until" is null or "embargo_until" <= now()) and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))) or ("tenant_id" = any ((select rls.tenants(10))::uuid[]) and ((("_status" = 'published') and ("deleted_at" is null)) and ("visibility" in ('unlisted', 'password')) and ("embargo_until" is null or "embargo_until" <= now()) and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))))));
end $rls$;
grant execute on function rls.shows_case_studies(uuid) to vitrine_app;

create or replace function rls.writes_case_studies(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."case_studies" where "id" = this and (("tenant_id" = any ((select rls.tenants(13, 20))::uuid[])) or ("tenant_id" = any ((select rls.tenants(12))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
end $rls$;
grant execute on function rls.writes_case_studies(uuid) to vitrine_app;

create or replace function rls.shows_case_studies_outcomes(this varchar) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.shows_case_studies((select p."_parent_id" from public."case_studies_outcomes" p where p.id = this));
end $rls$;
grant execute on function rls.shows_case_studies_outcomes(varchar) to vitrine_app;

create or replace function rls.writes_case_studies_outcomes(this varchar) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.writes_case_studies((select p."_parent_id" from public."case_studies_outcomes" p where p.id = this));
end $rls$;
grant execute on function rls.writes_case_studies_outcomes(varchar) to vitrine_app;

create or replace function rls.shows_case_studies_chapters(this varchar) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.shows_case_studies((select p."_parent_id" from public."case_studies_chapters" p where p.id = this));
end $rls$;
grant execute on function rls.shows_case_studies_chapters(varchar) to vitrine_app;

create or replace function rls.writes_case_studies_chapters(this varchar) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.writes_case_studies((select p."_parent_id" from public."case_studies_chapters" p where p.id = this));
end $rls$;
grant execute on function rls.writes_case_studies_chapters(varchar) to vitrine_app;

create or replace function rls.shows_case_studies_credits(this varchar) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.shows_case_studies((select p."_parent_id" from public."case_studies_credits" p where p.id = this));
end $rls$;
grant execute on function rls.shows_case_studies_credits(varchar) to vitrine_app;

create or replace function rls.writes_case_studies_credits(this varchar) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.writes_case_studies((select p."_parent_id" from public."case_studies_credits" p where p.id = this));
end $rls$;
grant execute on function rls.writes_case_studies_credits(varchar) to vitrine_app;

create or replace function rls.shows__case_studies_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_case_studies_v" where "id" = this and ("version_tenant_id" = any ((select rls.tenants(9))::uuid[])));
end $rls$;
grant execute on function rls.shows__case_studies_v(uuid) to vitrine_app;

create or replace function rls.writes__case_studies_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_case_studies_v" where "id" = this and (("version_tenant_id" = any ((select rls.tenants(13))::uuid[])) or rls.writes_case_studies("parent_id")));
end $rls$;
grant execute on function rls.writes__case_studies_v(uuid) to vitrine_app;

create or replace function rls.shows__case_studies_v_version_outcomes(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.shows__case_studies_v((select p."_parent_id" from public."_case_studies_v_version_outcomes" p where p.id = this));
end $rls$;
grant execute on function rls.shows__case_studies_v_version_outcomes(uuid) to vitrine_app;

create or replace function rls.writes__case_studies_v_version_outcomes(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.writes__case_studies_v((select p."_parent_id" from public."_case_studies_v_version_outcomes" p where p.id = this));
end $rls$;
grant execute on function rls.writes__case_studies_v_version_outcomes(uuid) to vitrine_app;

create or replace function rls.shows__case_studies_v_version_chapters(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.shows__case_studies_v((select p."_parent_id" from public."_case_studies_v_version_chapters" p where p.id = this));
end $rls$;
grant execute on function rls.shows__case_studies_v_version_chapters(uuid) to vitrine_app;

create or replace function rls.writes__case_studies_v_version_chapters(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.writes__case_studies_v((select p."_parent_id" from public."_case_studies_v_version_chapters" p where p.id = this));
end $rls$;
grant execute on function rls.writes__case_studies_v_version_chapters(uuid) to vitrine_app;

create or replace function rls.shows__case_studies_v_version_credits(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.shows__case_studies_v((select p."_parent_id" from public."_case_studies_v_version_credits" p where p.id = this));
end $rls$;
grant execute on function rls.shows__case_studies_v_version_credits(uuid) to vitrine_app;

create or replace function rls.writes__case_studies_v_version_credits(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.writes__case_studies_v((select p."_parent_id" from public."_case_studies_v_version_credits" p where p.id = this));
end $rls$;
grant execute on function rls.writes__case_studies_v_version_credits(uuid) to vitrine_app;

create or replace function rls.shows_people(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."people" where "id" = this and (("tenant_id" = any ((select rls.tenants(32))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("tenant_id" = any ((select rls.active_tenants())::uuid[])))));
end $rls$;
grant execute on function rls.shows_people(uuid) to vitrine_app;

create or replace function rls.writes_people(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."people" where "id" = this and (("tenant_id" = any ((select rls.tenants(35, 37))::uuid[])) or ("tenant_id" = any ((select rls.tenants(34))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
end $rls$;
grant execute on function rls.writes_people(uuid) to vitrine_app;

create or replace function rls.shows__people_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_people_v" where "id" = this and ("version_tenant_id" = any ((select rls.tenants(129))::uuid[])));
end $rls$;
grant execute on function rls.shows__people_v(uuid) to vitrine_app;

create or replace function rls.writes__people_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_people_v" where "id" = this and (("version_tenant_id" = any ((select rls.tenants(35))::uuid[])) or rls.writes_people("parent_id")));
end $rls$;
grant execute on function rls.writes__people_v(uuid) to vitrine_app;

create or replace function rls.shows_organisations(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."organisations" where "id" = this and (("tenant_id" = any ((select rls.tenants(38))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("confidential" is not true) and ("tenant_id" = any ((select rls.active_tenants())::uuid[])))));
end $rls$;
grant execute on function rls.shows_organisations(uuid) to vitrine_app;

create or replace function rls.writes_organisations(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."organisations" where "id" = this and (("tenant_id" = any ((select rls.tenants(41, 43))::uuid[])) or ("tenant_id" = any ((select rls.tenants(40))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
end $rls$;
grant execute on function rls.writes_organisations(uuid) to vitrine_app;

create or replace function rls.shows__organisations_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_organisations_v" where "id" = this and ("version_tenant_id" = any ((select rls.tenants(134))::uuid[])));
end $rls$;
grant execute on function rls.shows__organisations_v(uuid) to vitrine_app;

create or replace function rls.writes__organisations_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_organisations_v" where "id" = this and (("version_tenant_id" = any ((select rls.tenants(41))::uuid[])) or rls.writes_organisations("parent_id")));
end $rls$;
grant execute on function rls.writes__organisations_v(uuid) to vitrine_app;

create or replace function rls.shows_testimonials(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."testimonials" where "id" = this and (("tenant_id" = any ((select rls.tenants(62))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("consent" = 'granted') and ("tenant_id" = any ((select rls.active_tenants())::uuid[])))));
end $rls$;
grant execute on function rls.shows_testimonials(uuid) to vitrine_app;

create or replace function rls.writes_testimonials(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."testimonials" where "id" = this and (("tenant_id" = any ((select rls.tenants(65, 67))::uuid[])) or ("tenant_id" = any ((select rls.tenants(64))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
end $rls$;
grant execute on function rls.writes_testimonials(uuid) to vitrine_app;

create or replace function rls.shows__testimonials_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_testimonials_v" where "id" = this and ("version_tenant_id" = any ((select rls.tenants(154))::uuid[])));
end $rls$;
grant execute on function rls.shows__testimonials_v(uuid) to vitrine_app;

create or replace function rls.writes__testimonials_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_testimonials_v" where "id" = this and (("version_tenant_id" = any ((select rls.tenants(65))::uuid[])) or rls.writes_testimonials("parent_id")));
end $rls$;
grant execute on function rls.writes__testimonials_v(uuid) to vitrine_app;

create or replace function rls.shows_media(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."media" where "id" = this and (("tenant_id" = any ((select rls.tenants(68))::uuid[])) or (("exposure" = 'public') and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))) or ("tenant_id" = any ((select rls.tenants(74))::uuid[]) and (("exposure" in ('link', 'public')) and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))))));
end $rls$;
grant execute on function rls.shows_media(uuid) to vitrine_app;

create or replace function rls.writes_media(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."media" where "id" = this and (("tenant_id" = any ((select rls.tenants(71, 73))::uuid[])) or ("tenant_id" = any ((select rls.tenants(70))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none')))));
end $rls$;
grant execute on function rls.writes_media(uuid) to vitrine_app;

create or replace function rls.shows_documents(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."documents" where "id" = this and (("tenant_id" = any ((select rls.tenants(76))::uuid[])) or (("exposure" = 'public') and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))) or ("tenant_id" = any ((select rls.tenants(82))::uuid[]) and (("exposure" in ('link', 'public')) and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))))));
end $rls$;
grant execute on function rls.shows_documents(uuid) to vitrine_app;

create or replace function rls.writes_documents(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."documents" where "id" = this and (("tenant_id" = any ((select rls.tenants(79, 81))::uuid[])) or ("tenant_id" = any ((select rls.tenants(78))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none')))));
end $rls$;
grant execute on function rls.writes_documents(uuid) to vitrine_app;

create or replace function rls.shows_pages(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."pages" where "id" = this and (("tenant_id" = any ((select rls.tenants(21))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("tenant_id" = any ((select rls.active_tenants())::uuid[])))));
end $rls$;
grant execute on function rls.shows_pages(uuid) to vitrine_app;

create or replace function rls.writes_pages(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."pages" where "id" = this and (("tenant_id" = any ((select rls.tenants(25, 31))::uuid[])) or ("tenant_id" = any ((select rls.tenants(24))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
end $rls$;
grant execute on function rls.writes_pages(uuid) to vitrine_app;

create or replace function rls.shows__pages_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_pages_v" where "id" = this and ("version_tenant_id" = any ((select rls.tenants(22))::uuid[])));
end $rls$;
grant execute on function rls.shows__pages_v(uuid) to vitrine_app;

create or replace function rls.writes__pages_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_pages_v" where "id" = this and (("version_tenant_id" = any ((select rls.tenants(25))::uuid[])) or rls.writes_pages("parent_id")));
end $rls$;
grant execute on function rls.writes__pages_v(uuid) to vitrine_app;

create or replace function rls.shows_site_settings(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."site_settings" where "id" = this and (("tenant_id" = any ((select rls.tenants(84))::uuid[])) or (("_status" = 'published') and ("tenant_id" = any ((select rls.active_tenants())::uuid[])))));
end $rls$;
grant execute on function rls.shows_site_settings(uuid) to vitrine_app;

create or replace function rls.writes_site_settings(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."site_settings" where "id" = this and (("tenant_id" = any ((select rls.tenants(87, 90))::uuid[]))));
end $rls$;
grant execute on function rls.writes_site_settings(uuid) to vitrine_app;

create or replace function rls.shows_site_settings_navigation(this varchar) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.shows_site_settings((select p."_parent_id" from public."site_settings_navigation" p where p.id = this));
end $rls$;
grant execute on function rls.shows_site_settings_navigation(varchar) to vitrine_app;

create or replace function rls.writes_site_settings_navigation(this varchar) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.writes_site_settings((select p."_parent_id" from public."site_settings_navigation" p where p.id = this));
end $rls$;
grant execute on function rls.writes_site_settings_navigation(varchar) to vitrine_app;

create or replace function rls.shows__site_settings_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_site_settings_v" where "id" = this and ("version_tenant_id" = any ((select rls.tenants(85))::uuid[])));
end $rls$;
grant execute on function rls.shows__site_settings_v(uuid) to vitrine_app;

create or replace function rls.writes__site_settings_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_site_settings_v" where "id" = this and ("version_tenant_id" = any ((select rls.tenants(87, 86))::uuid[])));
end $rls$;
grant execute on function rls.writes__site_settings_v(uuid) to vitrine_app;

create or replace function rls.shows__site_settings_v_version_navigation(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.shows__site_settings_v((select p."_parent_id" from public."_site_settings_v_version_navigation" p where p.id = this));
end $rls$;
grant execute on function rls.shows__site_settings_v_version_navigation(uuid) to vitrine_app;

create or replace function rls.writes__site_settings_v_version_navigation(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return rls.writes__site_settings_v((select p."_parent_id" from public."_site_settings_v_version_navigation" p where p.id = this));
end $rls$;
grant execute on function rls.writes__site_settings_v_version_navigation(uuid) to vitrine_app;

create or replace function rls.shows_services(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."services" where "id" = this and (("tenant_id" = any ((select rls.tenants(44))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("tenant_id" = any ((select rls.active_tenants())::uuid[])))));
end $rls$;
grant execute on function rls.shows_services(uuid) to vitrine_app;

create or replace function rls.writes_services(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."services" where "id" = this and (("tenant_id" = any ((select rls.tenants(47, 49))::uuid[])) or ("tenant_id" = any ((select rls.tenants(46))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
end $rls$;
grant execute on function rls.writes_services(uuid) to vitrine_app;

create or replace function rls.shows__services_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_services_v" where "id" = this and ("version_tenant_id" = any ((select rls.tenants(139))::uuid[])));
end $rls$;
grant execute on function rls.shows__services_v(uuid) to vitrine_app;

create or replace function rls.writes__services_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_services_v" where "id" = this and (("version_tenant_id" = any ((select rls.tenants(47))::uuid[])) or rls.writes_services("parent_id")));
end $rls$;
grant execute on function rls.writes__services_v(uuid) to vitrine_app;

create or replace function rls.shows_industries(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."industries" where "id" = this and (("tenant_id" = any ((select rls.tenants(50))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("tenant_id" = any ((select rls.active_tenants())::uuid[])))));
end $rls$;
grant execute on function rls.shows_industries(uuid) to vitrine_app;

create or replace function rls.writes_industries(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."industries" where "id" = this and (("tenant_id" = any ((select rls.tenants(53, 55))::uuid[])) or ("tenant_id" = any ((select rls.tenants(52))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
end $rls$;
grant execute on function rls.writes_industries(uuid) to vitrine_app;

create or replace function rls.shows__industries_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_industries_v" where "id" = this and ("version_tenant_id" = any ((select rls.tenants(144))::uuid[])));
end $rls$;
grant execute on function rls.shows__industries_v(uuid) to vitrine_app;

create or replace function rls.writes__industries_v(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."_industries_v" where "id" = this and (("version_tenant_id" = any ((select rls.tenants(53))::uuid[])) or rls.writes_industries("parent_id")));
end $rls$;
grant execute on function rls.writes__industries_v(uuid) to vitrine_app;

create or replace function rls.shows_technologies(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."technologies" where "id" = this and (("tenant_id" = any ((select rls.tenants(56))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("tenant_id" = any ((select rls.active_tenants())::uuid[])))));
end $rls$;
grant execute on function rls.shows_technologies(uuid) to vitrine_app;

create or replace function rls.writes_technologies(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."technologies" where "id" = this and (("tenant_id" = any ((select rls.tenants(59, 61))::uuid[])) or ("tenant_id" = any ((select rls.tenants(58))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))));
end $rls$;
grant execute on function rls.writes_technologies(uuid) to vitrine_app;

create or replace function rls.shows_tenants(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."tenants" where "id" = this and (("id" = any ((select rls.tenants(0))::uuid[])) or ((select rls.is_known()) and ("status" = 'active')) or ("agency_id" = any ((select rls.tenants(6))::uuid[])) or ((select rls.has_cap('operator')))));
end $rls$;
grant execute on function rls.shows_tenants(uuid) to vitrine_app;

create or replace function rls.writes_tenants(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."tenants" where "id" = this and (("id" = any ((select rls.tenants(1, 2))::uuid[])) or ("agency_id" = any ((select rls.tenants(5))::uuid[])) or ("agency_id" = any ((select rls.tenants(6))::uuid[])) or ((select rls.has_cap('operator')))));
end $rls$;
grant execute on function rls.writes_tenants(uuid) to vitrine_app;

create or replace function rls.shows_users(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."users" where "id" = this and (("id" = (select rls.uid())) or (select rls.has_cap('auth', 'operator', 'join', 'recover', 'email')) or (select rls.has_cap('ask-email')) or rls.is_colleague("id")));
end $rls$;
grant execute on function rls.shows_users(uuid) to vitrine_app;

create or replace function rls.writes_users(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."users" where "id" = this and (false));
end $rls$;
grant execute on function rls.writes_users(uuid) to vitrine_app;

create or replace function rls.shows_payload_jobs(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."payload_jobs" where "id" = this and ((select rls.has_cap('jobs', 'operator')) or ((select rls.has_cap('files')) and "task_slug" in ('removeFile', 'deliverFile', 'processFile')) or ("rls_tenant" = any ((select rls.tenants(0))::uuid[]))));
end $rls$;
grant execute on function rls.shows_payload_jobs(uuid) to vitrine_app;

create or replace function rls.writes_payload_jobs(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."payload_jobs" where "id" = this and ((select rls.has_cap('jobs', 'operator'))));
end $rls$;
grant execute on function rls.writes_payload_jobs(uuid) to vitrine_app;

create or replace function rls.shows_payload_locked_documents(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."payload_locked_documents" where "id" = this and (("rls_owner" = (select rls.uid())) or ("rls_tenant" = any ((select rls.tenants(0))::uuid[])) or rls.may_edit("rls_table", "rls_document")));
end $rls$;
grant execute on function rls.shows_payload_locked_documents(uuid) to vitrine_app;

create or replace function rls.writes_payload_locked_documents(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."payload_locked_documents" where "id" = this and (("rls_owner" = (select rls.uid()) and "rls_document" is null) or rls.may_edit("rls_table", "rls_document")));
end $rls$;
grant execute on function rls.writes_payload_locked_documents(uuid) to vitrine_app;

create or replace function rls.shows_payload_preferences(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."payload_preferences" where "id" = this and ("rls_owner" = (select rls.uid())));
end $rls$;
grant execute on function rls.shows_payload_preferences(uuid) to vitrine_app;

create or replace function rls.writes_payload_preferences(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  return exists (select 1 from public."payload_preferences" where "id" = this and ("rls_owner" = (select rls.uid())));
end $rls$;
grant execute on function rls.writes_payload_preferences(uuid) to vitrine_app;

-- case_studies
alter table public."case_studies" enable row level security;
alter table public."case_studies" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'case_studies', current_user);
end $rls$;
create policy rls_select on public."case_studies" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(8))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("visibility" = 'public') and ("embargo_until" is null or "embargo_until" <= now()) and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))) or ("tenant_id" = any ((select rls.tenants(10))::uuid[]) and ((("_status" = 'published') and ("deleted_at" is null)) and ("visibility" in ('unlisted', 'password')) and ("embargo_until" is null or "embargo_until" <= now()) and ("tenant_id" = any ((select rls.active_tenants())::uuid[])))));
create policy rls_insert on public."case_studies" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(11, 13))::uuid[])) or ("tenant_id" = any ((select rls.tenants(12))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_update on public."case_studies" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(13))::uuid[])) or ("tenant_id" = any ((select rls.tenants(12))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))) with check (("tenant_id" = any ((select rls.tenants(13))::uuid[])) or ("tenant_id" = any ((select rls.tenants(12))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_delete on public."case_studies" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(20))::uuid[])));
grant select, insert, update, delete on public."case_studies" to vitrine_app;
create or replace function rls.after_insert_case_studies() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(11)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if rls.uid() is not null then
  if not coalesce(new.created_by_id is not distinct from rls.uid(), false) then
    raise exception 'the author is whoever creates' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(14)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."case_studies" for each row execute function rls.after_insert_case_studies();
create or replace function rls.before_update_case_studies() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if new.created_by_id is distinct from old.created_by_id then
  if not coalesce(new.created_by_id is null, false) then
    raise exception 'the author of a row is fixed' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(14)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  if old._status = 'published' and new._status is distinct from 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(15)), false) then
    raise exception 'not allowed to unpublish here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is null and new.deleted_at is not null then
  if not coalesce((new.tenant_id = any (rls.tenants(17)) and new.created_by_id = rls.uid() and old._status is distinct from 'published') or new.tenant_id = any (rls.tenants(18)), false) then
    raise exception 'not allowed to trash here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is not null and new.deleted_at is null then
  if not coalesce(new.tenant_id = any (rls.tenants(19)), false) then
    raise exception 'not allowed to restore here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."case_studies" for each row execute function rls.before_update_case_studies();

-- case_studies_outcomes
alter table public."case_studies_outcomes" enable row level security;
alter table public."case_studies_outcomes" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'case_studies_outcomes', current_user);
end $rls$;
alter table public."case_studies_outcomes" add column if not exists "rls_tenant" uuid;
create index if not exists rls_case_studies_outcomes_tenant on public."case_studies_outcomes" ("rls_tenant");
update public."case_studies_outcomes" c set rls_tenant = p."tenant_id" from public."case_studies" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_case_studies_outcomes() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."case_studies" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."case_studies_outcomes" for each row execute function rls.tenant_case_studies_outcomes();
create policy rls_select on public."case_studies_outcomes" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(8))::uuid[])) or (rls.shows_case_studies("_parent_id")));
create policy rls_insert on public."case_studies_outcomes" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
create policy rls_update on public."case_studies_outcomes" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
create policy rls_delete on public."case_studies_outcomes" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
grant select, insert, update, delete on public."case_studies_outcomes" to vitrine_app;

-- case_studies_outcomes_locales
alter table public."case_studies_outcomes_locales" enable row level security;
alter table public."case_studies_outcomes_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'case_studies_outcomes_locales', current_user);
end $rls$;
alter table public."case_studies_outcomes_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_case_studies_outcomes_locales_tenant on public."case_studies_outcomes_locales" ("rls_tenant");
update public."case_studies_outcomes_locales" c set rls_tenant = p."rls_tenant" from public."case_studies_outcomes" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."rls_tenant";
create or replace function rls.tenant_case_studies_outcomes_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."rls_tenant" from public."case_studies_outcomes" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."case_studies_outcomes_locales" for each row execute function rls.tenant_case_studies_outcomes_locales();
create policy rls_select on public."case_studies_outcomes_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(8))::uuid[])) or (rls.shows_case_studies_outcomes("_parent_id")));
create policy rls_insert on public."case_studies_outcomes_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_outcomes("_parent_id")));
create policy rls_update on public."case_studies_outcomes_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_outcomes("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_outcomes("_parent_id")));
create policy rls_delete on public."case_studies_outcomes_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_outcomes("_parent_id")));
grant select, insert, update, delete on public."case_studies_outcomes_locales" to vitrine_app;

-- case_studies_chapters
alter table public."case_studies_chapters" enable row level security;
alter table public."case_studies_chapters" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'case_studies_chapters', current_user);
end $rls$;
alter table public."case_studies_chapters" add column if not exists "rls_tenant" uuid;
create index if not exists rls_case_studies_chapters_tenant on public."case_studies_chapters" ("rls_tenant");
update public."case_studies_chapters" c set rls_tenant = p."tenant_id" from public."case_studies" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_case_studies_chapters() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."case_studies" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."case_studies_chapters" for each row execute function rls.tenant_case_studies_chapters();
create policy rls_select on public."case_studies_chapters" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(8))::uuid[])) or (rls.shows_case_studies("_parent_id")));
create policy rls_insert on public."case_studies_chapters" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
create policy rls_update on public."case_studies_chapters" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
create policy rls_delete on public."case_studies_chapters" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
grant select, insert, update, delete on public."case_studies_chapters" to vitrine_app;

-- case_studies_chapters_locales
alter table public."case_studies_chapters_locales" enable row level security;
alter table public."case_studies_chapters_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'case_studies_chapters_locales', current_user);
end $rls$;
alter table public."case_studies_chapters_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_case_studies_chapters_locales_tenant on public."case_studies_chapters_locales" ("rls_tenant");
update public."case_studies_chapters_locales" c set rls_tenant = p."rls_tenant" from public."case_studies_chapters" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."rls_tenant";
create or replace function rls.tenant_case_studies_chapters_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."rls_tenant" from public."case_studies_chapters" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."case_studies_chapters_locales" for each row execute function rls.tenant_case_studies_chapters_locales();
create policy rls_select on public."case_studies_chapters_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(8))::uuid[])) or (rls.shows_case_studies_chapters("_parent_id")));
create policy rls_insert on public."case_studies_chapters_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_chapters("_parent_id")));
create policy rls_update on public."case_studies_chapters_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_chapters("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_chapters("_parent_id")));
create policy rls_delete on public."case_studies_chapters_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_chapters("_parent_id")));
grant select, insert, update, delete on public."case_studies_chapters_locales" to vitrine_app;

-- case_studies_credits
alter table public."case_studies_credits" enable row level security;
alter table public."case_studies_credits" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'case_studies_credits', current_user);
end $rls$;
alter table public."case_studies_credits" add column if not exists "rls_tenant" uuid;
create index if not exists rls_case_studies_credits_tenant on public."case_studies_credits" ("rls_tenant");
update public."case_studies_credits" c set rls_tenant = p."tenant_id" from public."case_studies" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_case_studies_credits() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."case_studies" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."case_studies_credits" for each row execute function rls.tenant_case_studies_credits();
create policy rls_select on public."case_studies_credits" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(8))::uuid[])) or (rls.shows_case_studies("_parent_id")));
create policy rls_insert on public."case_studies_credits" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
create policy rls_update on public."case_studies_credits" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
create policy rls_delete on public."case_studies_credits" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
grant select, insert, update, delete on public."case_studies_credits" to vitrine_app;

-- case_studies_credits_locales
alter table public."case_studies_credits_locales" enable row level security;
alter table public."case_studies_credits_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'case_studies_credits_locales', current_user);
end $rls$;
alter table public."case_studies_credits_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_case_studies_credits_locales_tenant on public."case_studies_credits_locales" ("rls_tenant");
update public."case_studies_credits_locales" c set rls_tenant = p."rls_tenant" from public."case_studies_credits" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."rls_tenant";
create or replace function rls.tenant_case_studies_credits_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."rls_tenant" from public."case_studies_credits" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."case_studies_credits_locales" for each row execute function rls.tenant_case_studies_credits_locales();
create policy rls_select on public."case_studies_credits_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(8))::uuid[])) or (rls.shows_case_studies_credits("_parent_id")));
create policy rls_insert on public."case_studies_credits_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_credits("_parent_id")));
create policy rls_update on public."case_studies_credits_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_credits("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_credits("_parent_id")));
create policy rls_delete on public."case_studies_credits_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies_credits("_parent_id")));
grant select, insert, update, delete on public."case_studies_credits_locales" to vitrine_app;

-- case_studies_notes
alter table public."case_studies_notes" enable row level security;
alter table public."case_studies_notes" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'case_studies_notes', current_user);
end $rls$;
alter table public."case_studies_notes" add column if not exists "rls_tenant" uuid;
create index if not exists rls_case_studies_notes_tenant on public."case_studies_notes" ("rls_tenant");
update public."case_studies_notes" c set rls_tenant = p."tenant_id" from public."case_studies" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_case_studies_notes() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."case_studies" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."case_studies_notes" for each row execute function rls.tenant_case_studies_notes();
create policy rls_select on public."case_studies_notes" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(8))::uuid[])));
create policy rls_insert on public."case_studies_notes" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
create policy rls_update on public."case_studies_notes" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
create policy rls_delete on public."case_studies_notes" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
grant select, insert, update, delete on public."case_studies_notes" to vitrine_app;

-- case_studies_locales
alter table public."case_studies_locales" enable row level security;
alter table public."case_studies_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'case_studies_locales', current_user);
end $rls$;
alter table public."case_studies_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_case_studies_locales_tenant on public."case_studies_locales" ("rls_tenant");
update public."case_studies_locales" c set rls_tenant = p."tenant_id" from public."case_studies" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_case_studies_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."case_studies" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."case_studies_locales" for each row execute function rls.tenant_case_studies_locales();
create policy rls_select on public."case_studies_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(8))::uuid[])) or (rls.shows_case_studies("_parent_id")));
create policy rls_insert on public."case_studies_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
create policy rls_update on public."case_studies_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
create policy rls_delete on public."case_studies_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("_parent_id")));
grant select, insert, update, delete on public."case_studies_locales" to vitrine_app;

-- case_studies_rels
alter table public."case_studies_rels" enable row level security;
alter table public."case_studies_rels" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'case_studies_rels', current_user);
end $rls$;
alter table public."case_studies_rels" add column if not exists "rls_tenant" uuid;
create index if not exists rls_case_studies_rels_tenant on public."case_studies_rels" ("rls_tenant");
update public."case_studies_rels" c set rls_tenant = p."tenant_id" from public."case_studies" p where p.id = c."parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_case_studies_rels() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."case_studies" p where p.id = new."parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."case_studies_rels" for each row execute function rls.tenant_case_studies_rels();
create policy rls_select on public."case_studies_rels" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(8))::uuid[])) or (rls.shows_case_studies("parent_id")));
create policy rls_insert on public."case_studies_rels" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("parent_id")));
create policy rls_update on public."case_studies_rels" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("parent_id")));
create policy rls_delete on public."case_studies_rels" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13, 20))::uuid[])) or (rls.writes_case_studies("parent_id")));
grant select, insert, update, delete on public."case_studies_rels" to vitrine_app;

-- _case_studies_v
alter table public."_case_studies_v" enable row level security;
alter table public."_case_studies_v" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_case_studies_v', current_user);
end $rls$;
create policy rls_select on public."_case_studies_v" for select to vitrine_app using ("version_tenant_id" = any ((select rls.tenants(9))::uuid[]));
create policy rls_insert on public."_case_studies_v" for insert to vitrine_app with check ((("version_tenant_id" = any ((select rls.tenants(13))::uuid[])) or rls.writes_case_studies("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(14))::uuid[])));
create policy rls_update on public."_case_studies_v" for update to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(13))::uuid[])) or rls.writes_case_studies("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(14))::uuid[]))) with check ((("version_tenant_id" = any ((select rls.tenants(13))::uuid[])) or rls.writes_case_studies("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(14))::uuid[])));
create policy rls_delete on public."_case_studies_v" for delete to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(13))::uuid[])) or rls.writes_case_studies("parent_id")) or ("version_tenant_id" = any ((select rls.tenants(20))::uuid[])));
grant select, insert, update, delete on public."_case_studies_v" to vitrine_app;

-- _case_studies_v_version_outcomes
alter table public."_case_studies_v_version_outcomes" enable row level security;
alter table public."_case_studies_v_version_outcomes" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_case_studies_v_version_outcomes', current_user);
end $rls$;
alter table public."_case_studies_v_version_outcomes" add column if not exists "rls_tenant" uuid;
create index if not exists rls__case_studies_v_version_outcomes_tenant on public."_case_studies_v_version_outcomes" ("rls_tenant");
update public."_case_studies_v_version_outcomes" c set rls_tenant = p."version_tenant_id" from public."_case_studies_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__case_studies_v_version_outcomes() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_case_studies_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_case_studies_v_version_outcomes" for each row execute function rls.tenant__case_studies_v_version_outcomes();
create policy rls_select on public."_case_studies_v_version_outcomes" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(9))::uuid[])));
create policy rls_insert on public."_case_studies_v_version_outcomes" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
create policy rls_update on public."_case_studies_v_version_outcomes" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
create policy rls_delete on public."_case_studies_v_version_outcomes" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
grant select, insert, update, delete on public."_case_studies_v_version_outcomes" to vitrine_app;

-- _case_studies_v_version_outcomes_locales
alter table public."_case_studies_v_version_outcomes_locales" enable row level security;
alter table public."_case_studies_v_version_outcomes_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_case_studies_v_version_outcomes_locales', current_user);
end $rls$;
alter table public."_case_studies_v_version_outcomes_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__case_studies_v_version_outcomes_locales_tenant on public."_case_studies_v_version_outcomes_locales" ("rls_tenant");
update public."_case_studies_v_version_outcomes_locales" c set rls_tenant = p."rls_tenant" from public."_case_studies_v_version_outcomes" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."rls_tenant";
create or replace function rls.tenant__case_studies_v_version_outcomes_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."rls_tenant" from public."_case_studies_v_version_outcomes" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_case_studies_v_version_outcomes_locales" for each row execute function rls.tenant__case_studies_v_version_outcomes_locales();
create policy rls_select on public."_case_studies_v_version_outcomes_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(9))::uuid[])));
create policy rls_insert on public."_case_studies_v_version_outcomes_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_outcomes("_parent_id")));
create policy rls_update on public."_case_studies_v_version_outcomes_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_outcomes("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_outcomes("_parent_id")));
create policy rls_delete on public."_case_studies_v_version_outcomes_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_outcomes("_parent_id")));
grant select, insert, update, delete on public."_case_studies_v_version_outcomes_locales" to vitrine_app;

-- _case_studies_v_version_chapters
alter table public."_case_studies_v_version_chapters" enable row level security;
alter table public."_case_studies_v_version_chapters" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_case_studies_v_version_chapters', current_user);
end $rls$;
alter table public."_case_studies_v_version_chapters" add column if not exists "rls_tenant" uuid;
create index if not exists rls__case_studies_v_version_chapters_tenant on public."_case_studies_v_version_chapters" ("rls_tenant");
update public."_case_studies_v_version_chapters" c set rls_tenant = p."version_tenant_id" from public."_case_studies_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__case_studies_v_version_chapters() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_case_studies_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_case_studies_v_version_chapters" for each row execute function rls.tenant__case_studies_v_version_chapters();
create policy rls_select on public."_case_studies_v_version_chapters" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(9))::uuid[])));
create policy rls_insert on public."_case_studies_v_version_chapters" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
create policy rls_update on public."_case_studies_v_version_chapters" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
create policy rls_delete on public."_case_studies_v_version_chapters" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
grant select, insert, update, delete on public."_case_studies_v_version_chapters" to vitrine_app;

-- _case_studies_v_version_chapters_locales
alter table public."_case_studies_v_version_chapters_locales" enable row level security;
alter table public."_case_studies_v_version_chapters_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_case_studies_v_version_chapters_locales', current_user);
end $rls$;
alter table public."_case_studies_v_version_chapters_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__case_studies_v_version_chapters_locales_tenant on public."_case_studies_v_version_chapters_locales" ("rls_tenant");
update public."_case_studies_v_version_chapters_locales" c set rls_tenant = p."rls_tenant" from public."_case_studies_v_version_chapters" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."rls_tenant";
create or replace function rls.tenant__case_studies_v_version_chapters_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."rls_tenant" from public."_case_studies_v_version_chapters" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_case_studies_v_version_chapters_locales" for each row execute function rls.tenant__case_studies_v_version_chapters_locales();
create policy rls_select on public."_case_studies_v_version_chapters_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(9))::uuid[])));
create policy rls_insert on public."_case_studies_v_version_chapters_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_chapters("_parent_id")));
create policy rls_update on public."_case_studies_v_version_chapters_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_chapters("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_chapters("_parent_id")));
create policy rls_delete on public."_case_studies_v_version_chapters_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_chapters("_parent_id")));
grant select, insert, update, delete on public."_case_studies_v_version_chapters_locales" to vitrine_app;

-- _case_studies_v_version_credits
alter table public."_case_studies_v_version_credits" enable row level security;
alter table public."_case_studies_v_version_credits" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_case_studies_v_version_credits', current_user);
end $rls$;
alter table public."_case_studies_v_version_credits" add column if not exists "rls_tenant" uuid;
create index if not exists rls__case_studies_v_version_credits_tenant on public."_case_studies_v_version_credits" ("rls_tenant");
update public."_case_studies_v_version_credits" c set rls_tenant = p."version_tenant_id" from public."_case_studies_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__case_studies_v_version_credits() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_case_studies_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_case_studies_v_version_credits" for each row execute function rls.tenant__case_studies_v_version_credits();
create policy rls_select on public."_case_studies_v_version_credits" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(9))::uuid[])));
create policy rls_insert on public."_case_studies_v_version_credits" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
create policy rls_update on public."_case_studies_v_version_credits" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
create policy rls_delete on public."_case_studies_v_version_credits" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
grant select, insert, update, delete on public."_case_studies_v_version_credits" to vitrine_app;

-- _case_studies_v_version_credits_locales
alter table public."_case_studies_v_version_credits_locales" enable row level security;
alter table public."_case_studies_v_version_credits_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_case_studies_v_version_credits_locales', current_user);
end $rls$;
alter table public."_case_studies_v_version_credits_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__case_studies_v_version_credits_locales_tenant on public."_case_studies_v_version_credits_locales" ("rls_tenant");
update public."_case_studies_v_version_credits_locales" c set rls_tenant = p."rls_tenant" from public."_case_studies_v_version_credits" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."rls_tenant";
create or replace function rls.tenant__case_studies_v_version_credits_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."rls_tenant" from public."_case_studies_v_version_credits" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_case_studies_v_version_credits_locales" for each row execute function rls.tenant__case_studies_v_version_credits_locales();
create policy rls_select on public."_case_studies_v_version_credits_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(9))::uuid[])));
create policy rls_insert on public."_case_studies_v_version_credits_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_credits("_parent_id")));
create policy rls_update on public."_case_studies_v_version_credits_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_credits("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_credits("_parent_id")));
create policy rls_delete on public."_case_studies_v_version_credits_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v_version_credits("_parent_id")));
grant select, insert, update, delete on public."_case_studies_v_version_credits_locales" to vitrine_app;

-- _case_studies_v_version_notes
alter table public."_case_studies_v_version_notes" enable row level security;
alter table public."_case_studies_v_version_notes" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_case_studies_v_version_notes', current_user);
end $rls$;
alter table public."_case_studies_v_version_notes" add column if not exists "rls_tenant" uuid;
create index if not exists rls__case_studies_v_version_notes_tenant on public."_case_studies_v_version_notes" ("rls_tenant");
update public."_case_studies_v_version_notes" c set rls_tenant = p."version_tenant_id" from public."_case_studies_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__case_studies_v_version_notes() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_case_studies_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_case_studies_v_version_notes" for each row execute function rls.tenant__case_studies_v_version_notes();
create policy rls_select on public."_case_studies_v_version_notes" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(9))::uuid[])));
create policy rls_insert on public."_case_studies_v_version_notes" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
create policy rls_update on public."_case_studies_v_version_notes" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
create policy rls_delete on public."_case_studies_v_version_notes" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
grant select, insert, update, delete on public."_case_studies_v_version_notes" to vitrine_app;

-- _case_studies_v_locales
alter table public."_case_studies_v_locales" enable row level security;
alter table public."_case_studies_v_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_case_studies_v_locales', current_user);
end $rls$;
alter table public."_case_studies_v_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__case_studies_v_locales_tenant on public."_case_studies_v_locales" ("rls_tenant");
update public."_case_studies_v_locales" c set rls_tenant = p."version_tenant_id" from public."_case_studies_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__case_studies_v_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_case_studies_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_case_studies_v_locales" for each row execute function rls.tenant__case_studies_v_locales();
create policy rls_select on public."_case_studies_v_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(9))::uuid[])));
create policy rls_insert on public."_case_studies_v_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
create policy rls_update on public."_case_studies_v_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
create policy rls_delete on public."_case_studies_v_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("_parent_id")));
grant select, insert, update, delete on public."_case_studies_v_locales" to vitrine_app;

-- _case_studies_v_rels
alter table public."_case_studies_v_rels" enable row level security;
alter table public."_case_studies_v_rels" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_case_studies_v_rels', current_user);
end $rls$;
alter table public."_case_studies_v_rels" add column if not exists "rls_tenant" uuid;
create index if not exists rls__case_studies_v_rels_tenant on public."_case_studies_v_rels" ("rls_tenant");
update public."_case_studies_v_rels" c set rls_tenant = p."version_tenant_id" from public."_case_studies_v" p where p.id = c."parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__case_studies_v_rels() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_case_studies_v" p where p.id = new."parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_case_studies_v_rels" for each row execute function rls.tenant__case_studies_v_rels();
create policy rls_select on public."_case_studies_v_rels" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(9))::uuid[])));
create policy rls_insert on public."_case_studies_v_rels" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("parent_id")));
create policy rls_update on public."_case_studies_v_rels" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("parent_id")));
create policy rls_delete on public."_case_studies_v_rels" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(13))::uuid[])) or (rls.writes__case_studies_v("parent_id")));
grant select, insert, update, delete on public."_case_studies_v_rels" to vitrine_app;

-- people
alter table public."people" enable row level security;
alter table public."people" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'people', current_user);
end $rls$;
create policy rls_select on public."people" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(32))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))));
create policy rls_insert on public."people" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(33, 35))::uuid[])) or ("tenant_id" = any ((select rls.tenants(34))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_update on public."people" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(35))::uuid[])) or ("tenant_id" = any ((select rls.tenants(34))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))) with check (("tenant_id" = any ((select rls.tenants(35))::uuid[])) or ("tenant_id" = any ((select rls.tenants(34))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_delete on public."people" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(37))::uuid[])));
grant select, insert, update, delete on public."people" to vitrine_app;
create or replace function rls.after_insert_people() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(33)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if rls.uid() is not null then
  if not coalesce(new.created_by_id is not distinct from rls.uid(), false) then
    raise exception 'the author is whoever creates' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(130)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."people" for each row execute function rls.after_insert_people();
create or replace function rls.before_update_people() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if new.created_by_id is distinct from old.created_by_id then
  if not coalesce(new.created_by_id is null, false) then
    raise exception 'the author of a row is fixed' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(130)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  if old._status = 'published' and new._status is distinct from 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(131)), false) then
    raise exception 'not allowed to unpublish here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is null and new.deleted_at is not null then
  if not coalesce((new.tenant_id = any (rls.tenants(36)) and new.created_by_id = rls.uid() and old._status is distinct from 'published') or new.tenant_id = any (rls.tenants(132)), false) then
    raise exception 'not allowed to trash here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is not null and new.deleted_at is null then
  if not coalesce(new.tenant_id = any (rls.tenants(133)), false) then
    raise exception 'not allowed to restore here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."people" for each row execute function rls.before_update_people();

-- people_links
alter table public."people_links" enable row level security;
alter table public."people_links" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'people_links', current_user);
end $rls$;
alter table public."people_links" add column if not exists "rls_tenant" uuid;
create index if not exists rls_people_links_tenant on public."people_links" ("rls_tenant");
update public."people_links" c set rls_tenant = p."tenant_id" from public."people" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_people_links() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."people" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."people_links" for each row execute function rls.tenant_people_links();
create policy rls_select on public."people_links" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(32))::uuid[])) or (rls.shows_people("_parent_id")));
create policy rls_insert on public."people_links" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(35, 37))::uuid[])) or (rls.writes_people("_parent_id")));
create policy rls_update on public."people_links" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(35, 37))::uuid[])) or (rls.writes_people("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(35, 37))::uuid[])) or (rls.writes_people("_parent_id")));
create policy rls_delete on public."people_links" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(35, 37))::uuid[])) or (rls.writes_people("_parent_id")));
grant select, insert, update, delete on public."people_links" to vitrine_app;

-- people_locales
alter table public."people_locales" enable row level security;
alter table public."people_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'people_locales', current_user);
end $rls$;
alter table public."people_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_people_locales_tenant on public."people_locales" ("rls_tenant");
update public."people_locales" c set rls_tenant = p."tenant_id" from public."people" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_people_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."people" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."people_locales" for each row execute function rls.tenant_people_locales();
create policy rls_select on public."people_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(32))::uuid[])) or (rls.shows_people("_parent_id")));
create policy rls_insert on public."people_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(35, 37))::uuid[])) or (rls.writes_people("_parent_id")));
create policy rls_update on public."people_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(35, 37))::uuid[])) or (rls.writes_people("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(35, 37))::uuid[])) or (rls.writes_people("_parent_id")));
create policy rls_delete on public."people_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(35, 37))::uuid[])) or (rls.writes_people("_parent_id")));
grant select, insert, update, delete on public."people_locales" to vitrine_app;

-- _people_v
alter table public."_people_v" enable row level security;
alter table public."_people_v" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_people_v', current_user);
end $rls$;
create policy rls_select on public."_people_v" for select to vitrine_app using ("version_tenant_id" = any ((select rls.tenants(129))::uuid[]));
create policy rls_insert on public."_people_v" for insert to vitrine_app with check ((("version_tenant_id" = any ((select rls.tenants(35))::uuid[])) or rls.writes_people("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(130))::uuid[])));
create policy rls_update on public."_people_v" for update to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(35))::uuid[])) or rls.writes_people("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(130))::uuid[]))) with check ((("version_tenant_id" = any ((select rls.tenants(35))::uuid[])) or rls.writes_people("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(130))::uuid[])));
create policy rls_delete on public."_people_v" for delete to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(35))::uuid[])) or rls.writes_people("parent_id")) or ("version_tenant_id" = any ((select rls.tenants(37))::uuid[])));
grant select, insert, update, delete on public."_people_v" to vitrine_app;

-- _people_v_version_links
alter table public."_people_v_version_links" enable row level security;
alter table public."_people_v_version_links" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_people_v_version_links', current_user);
end $rls$;
alter table public."_people_v_version_links" add column if not exists "rls_tenant" uuid;
create index if not exists rls__people_v_version_links_tenant on public."_people_v_version_links" ("rls_tenant");
update public."_people_v_version_links" c set rls_tenant = p."version_tenant_id" from public."_people_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__people_v_version_links() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_people_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_people_v_version_links" for each row execute function rls.tenant__people_v_version_links();
create policy rls_select on public."_people_v_version_links" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(129))::uuid[])));
create policy rls_insert on public."_people_v_version_links" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(35))::uuid[])) or (rls.writes__people_v("_parent_id")));
create policy rls_update on public."_people_v_version_links" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(35))::uuid[])) or (rls.writes__people_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(35))::uuid[])) or (rls.writes__people_v("_parent_id")));
create policy rls_delete on public."_people_v_version_links" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(35))::uuid[])) or (rls.writes__people_v("_parent_id")));
grant select, insert, update, delete on public."_people_v_version_links" to vitrine_app;

-- _people_v_locales
alter table public."_people_v_locales" enable row level security;
alter table public."_people_v_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_people_v_locales', current_user);
end $rls$;
alter table public."_people_v_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__people_v_locales_tenant on public."_people_v_locales" ("rls_tenant");
update public."_people_v_locales" c set rls_tenant = p."version_tenant_id" from public."_people_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__people_v_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_people_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_people_v_locales" for each row execute function rls.tenant__people_v_locales();
create policy rls_select on public."_people_v_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(129))::uuid[])));
create policy rls_insert on public."_people_v_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(35))::uuid[])) or (rls.writes__people_v("_parent_id")));
create policy rls_update on public."_people_v_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(35))::uuid[])) or (rls.writes__people_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(35))::uuid[])) or (rls.writes__people_v("_parent_id")));
create policy rls_delete on public."_people_v_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(35))::uuid[])) or (rls.writes__people_v("_parent_id")));
grant select, insert, update, delete on public."_people_v_locales" to vitrine_app;

-- organisations
alter table public."organisations" enable row level security;
alter table public."organisations" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'organisations', current_user);
end $rls$;
create policy rls_select on public."organisations" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(38))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("confidential" is not true) and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))));
create policy rls_insert on public."organisations" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(39, 41))::uuid[])) or ("tenant_id" = any ((select rls.tenants(40))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_update on public."organisations" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(41))::uuid[])) or ("tenant_id" = any ((select rls.tenants(40))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))) with check (("tenant_id" = any ((select rls.tenants(41))::uuid[])) or ("tenant_id" = any ((select rls.tenants(40))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_delete on public."organisations" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(43))::uuid[])));
grant select, insert, update, delete on public."organisations" to vitrine_app;
create or replace function rls.after_insert_organisations() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(39)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if rls.uid() is not null then
  if not coalesce(new.created_by_id is not distinct from rls.uid(), false) then
    raise exception 'the author is whoever creates' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(135)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."organisations" for each row execute function rls.after_insert_organisations();
create or replace function rls.before_update_organisations() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if new.created_by_id is distinct from old.created_by_id then
  if not coalesce(new.created_by_id is null, false) then
    raise exception 'the author of a row is fixed' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(135)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  if old._status = 'published' and new._status is distinct from 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(136)), false) then
    raise exception 'not allowed to unpublish here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is null and new.deleted_at is not null then
  if not coalesce((new.tenant_id = any (rls.tenants(42)) and new.created_by_id = rls.uid() and old._status is distinct from 'published') or new.tenant_id = any (rls.tenants(137)), false) then
    raise exception 'not allowed to trash here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is not null and new.deleted_at is null then
  if not coalesce(new.tenant_id = any (rls.tenants(138)), false) then
    raise exception 'not allowed to restore here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."organisations" for each row execute function rls.before_update_organisations();

-- organisations_locales
alter table public."organisations_locales" enable row level security;
alter table public."organisations_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'organisations_locales', current_user);
end $rls$;
alter table public."organisations_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_organisations_locales_tenant on public."organisations_locales" ("rls_tenant");
update public."organisations_locales" c set rls_tenant = p."tenant_id" from public."organisations" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_organisations_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."organisations" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."organisations_locales" for each row execute function rls.tenant_organisations_locales();
create policy rls_select on public."organisations_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(38))::uuid[])) or (rls.shows_organisations("_parent_id")));
create policy rls_insert on public."organisations_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(41, 43))::uuid[])) or (rls.writes_organisations("_parent_id")));
create policy rls_update on public."organisations_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(41, 43))::uuid[])) or (rls.writes_organisations("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(41, 43))::uuid[])) or (rls.writes_organisations("_parent_id")));
create policy rls_delete on public."organisations_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(41, 43))::uuid[])) or (rls.writes_organisations("_parent_id")));
grant select, insert, update, delete on public."organisations_locales" to vitrine_app;

-- _organisations_v
alter table public."_organisations_v" enable row level security;
alter table public."_organisations_v" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_organisations_v', current_user);
end $rls$;
create policy rls_select on public."_organisations_v" for select to vitrine_app using ("version_tenant_id" = any ((select rls.tenants(134))::uuid[]));
create policy rls_insert on public."_organisations_v" for insert to vitrine_app with check ((("version_tenant_id" = any ((select rls.tenants(41))::uuid[])) or rls.writes_organisations("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(135))::uuid[])));
create policy rls_update on public."_organisations_v" for update to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(41))::uuid[])) or rls.writes_organisations("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(135))::uuid[]))) with check ((("version_tenant_id" = any ((select rls.tenants(41))::uuid[])) or rls.writes_organisations("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(135))::uuid[])));
create policy rls_delete on public."_organisations_v" for delete to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(41))::uuid[])) or rls.writes_organisations("parent_id")) or ("version_tenant_id" = any ((select rls.tenants(43))::uuid[])));
grant select, insert, update, delete on public."_organisations_v" to vitrine_app;

-- _organisations_v_locales
alter table public."_organisations_v_locales" enable row level security;
alter table public."_organisations_v_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_organisations_v_locales', current_user);
end $rls$;
alter table public."_organisations_v_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__organisations_v_locales_tenant on public."_organisations_v_locales" ("rls_tenant");
update public."_organisations_v_locales" c set rls_tenant = p."version_tenant_id" from public."_organisations_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__organisations_v_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_organisations_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_organisations_v_locales" for each row execute function rls.tenant__organisations_v_locales();
create policy rls_select on public."_organisations_v_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(134))::uuid[])));
create policy rls_insert on public."_organisations_v_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(41))::uuid[])) or (rls.writes__organisations_v("_parent_id")));
create policy rls_update on public."_organisations_v_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(41))::uuid[])) or (rls.writes__organisations_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(41))::uuid[])) or (rls.writes__organisations_v("_parent_id")));
create policy rls_delete on public."_organisations_v_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(41))::uuid[])) or (rls.writes__organisations_v("_parent_id")));
grant select, insert, update, delete on public."_organisations_v_locales" to vitrine_app;

-- testimonials
alter table public."testimonials" enable row level security;
alter table public."testimonials" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'testimonials', current_user);
end $rls$;
create policy rls_select on public."testimonials" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(62))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("consent" = 'granted') and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))));
create policy rls_insert on public."testimonials" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(63, 65))::uuid[])) or ("tenant_id" = any ((select rls.tenants(64))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_update on public."testimonials" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(65))::uuid[])) or ("tenant_id" = any ((select rls.tenants(64))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))) with check (("tenant_id" = any ((select rls.tenants(65))::uuid[])) or ("tenant_id" = any ((select rls.tenants(64))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_delete on public."testimonials" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(67))::uuid[])));
grant select, insert, update, delete on public."testimonials" to vitrine_app;
create or replace function rls.after_insert_testimonials() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(63)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if rls.uid() is not null then
  if not coalesce(new.created_by_id is not distinct from rls.uid(), false) then
    raise exception 'the author is whoever creates' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(155)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."testimonials" for each row execute function rls.after_insert_testimonials();
create or replace function rls.before_update_testimonials() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if new.created_by_id is distinct from old.created_by_id then
  if not coalesce(new.created_by_id is null, false) then
    raise exception 'the author of a row is fixed' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(155)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  if old._status = 'published' and new._status is distinct from 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(156)), false) then
    raise exception 'not allowed to unpublish here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is null and new.deleted_at is not null then
  if not coalesce((new.tenant_id = any (rls.tenants(66)) and new.created_by_id = rls.uid() and old._status is distinct from 'published') or new.tenant_id = any (rls.tenants(157)), false) then
    raise exception 'not allowed to trash here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is not null and new.deleted_at is null then
  if not coalesce(new.tenant_id = any (rls.tenants(158)), false) then
    raise exception 'not allowed to restore here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."testimonials" for each row execute function rls.before_update_testimonials();

-- testimonials_locales
alter table public."testimonials_locales" enable row level security;
alter table public."testimonials_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'testimonials_locales', current_user);
end $rls$;
alter table public."testimonials_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_testimonials_locales_tenant on public."testimonials_locales" ("rls_tenant");
update public."testimonials_locales" c set rls_tenant = p."tenant_id" from public."testimonials" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_testimonials_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."testimonials" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."testimonials_locales" for each row execute function rls.tenant_testimonials_locales();
create policy rls_select on public."testimonials_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(62))::uuid[])) or (rls.shows_testimonials("_parent_id")));
create policy rls_insert on public."testimonials_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(65, 67))::uuid[])) or (rls.writes_testimonials("_parent_id")));
create policy rls_update on public."testimonials_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(65, 67))::uuid[])) or (rls.writes_testimonials("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(65, 67))::uuid[])) or (rls.writes_testimonials("_parent_id")));
create policy rls_delete on public."testimonials_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(65, 67))::uuid[])) or (rls.writes_testimonials("_parent_id")));
grant select, insert, update, delete on public."testimonials_locales" to vitrine_app;

-- _testimonials_v
alter table public."_testimonials_v" enable row level security;
alter table public."_testimonials_v" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_testimonials_v', current_user);
end $rls$;
create policy rls_select on public."_testimonials_v" for select to vitrine_app using ("version_tenant_id" = any ((select rls.tenants(154))::uuid[]));
create policy rls_insert on public."_testimonials_v" for insert to vitrine_app with check ((("version_tenant_id" = any ((select rls.tenants(65))::uuid[])) or rls.writes_testimonials("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(155))::uuid[])));
create policy rls_update on public."_testimonials_v" for update to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(65))::uuid[])) or rls.writes_testimonials("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(155))::uuid[]))) with check ((("version_tenant_id" = any ((select rls.tenants(65))::uuid[])) or rls.writes_testimonials("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(155))::uuid[])));
create policy rls_delete on public."_testimonials_v" for delete to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(65))::uuid[])) or rls.writes_testimonials("parent_id")) or ("version_tenant_id" = any ((select rls.tenants(67))::uuid[])));
grant select, insert, update, delete on public."_testimonials_v" to vitrine_app;

-- _testimonials_v_locales
alter table public."_testimonials_v_locales" enable row level security;
alter table public."_testimonials_v_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_testimonials_v_locales', current_user);
end $rls$;
alter table public."_testimonials_v_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__testimonials_v_locales_tenant on public."_testimonials_v_locales" ("rls_tenant");
update public."_testimonials_v_locales" c set rls_tenant = p."version_tenant_id" from public."_testimonials_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__testimonials_v_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_testimonials_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_testimonials_v_locales" for each row execute function rls.tenant__testimonials_v_locales();
create policy rls_select on public."_testimonials_v_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(154))::uuid[])));
create policy rls_insert on public."_testimonials_v_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(65))::uuid[])) or (rls.writes__testimonials_v("_parent_id")));
create policy rls_update on public."_testimonials_v_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(65))::uuid[])) or (rls.writes__testimonials_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(65))::uuid[])) or (rls.writes__testimonials_v("_parent_id")));
create policy rls_delete on public."_testimonials_v_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(65))::uuid[])) or (rls.writes__testimonials_v("_parent_id")));
grant select, insert, update, delete on public."_testimonials_v_locales" to vitrine_app;

-- media
alter table public."media" enable row level security;
alter table public."media" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'media', current_user);
end $rls$;
create policy rls_select on public."media" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(68))::uuid[])) or (("exposure" = 'public') and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))) or ("tenant_id" = any ((select rls.tenants(74))::uuid[]) and (("exposure" in ('link', 'public')) and ("tenant_id" = any ((select rls.active_tenants())::uuid[])))));
create policy rls_insert on public."media" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(69, 71, 75))::uuid[])) or ("tenant_id" = any ((select rls.tenants(70))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none'))));
create policy rls_update on public."media" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(71, 75))::uuid[])) or ("tenant_id" = any ((select rls.tenants(70))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none')))) with check (("tenant_id" = any ((select rls.tenants(71, 75))::uuid[])) or ("tenant_id" = any ((select rls.tenants(70))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none'))));
create policy rls_delete on public."media" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(73))::uuid[])) or ("tenant_id" = any ((select rls.tenants(72))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none'))));
grant select, insert, update, delete on public."media" to vitrine_app;
create or replace function rls.after_insert_media() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(69)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if rls.uid() is not null then
  if not coalesce(new.created_by_id is not distinct from rls.uid(), false) then
    raise exception 'the author is whoever creates' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."media" for each row execute function rls.after_insert_media();
create or replace function rls.before_update_media() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if new.created_by_id is distinct from old.created_by_id then
  if not coalesce(new.created_by_id is null, false) then
    raise exception 'the author of a row is fixed' using errcode = '42501';
  end if;
  end if;
  if to_jsonb(new) - '{exposure,uses,updated_at}'::text[] = to_jsonb(old) - '{exposure,uses,updated_at}'::text[] then
    if (new.exposure, new.uses) is distinct from (old.exposure, old.uses) then
      if not coalesce(new.tenant_id = any (rls.tenants(75)), false) then
    raise exception 'the exposure and the uses of a file are derived' using errcode = '42501';
  end if;
    end if;
  else
    if not coalesce((new.tenant_id = any (rls.tenants(71)) or (new.tenant_id = any (rls.tenants(70)) and old.created_by_id = rls.uid() and old.exposure = 'none')) and ((new.exposure, new.uses) is not distinct from (old.exposure, old.uses) or new.tenant_id = any (rls.tenants(75))), false) then
    raise exception 'not allowed to change this file' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."media" for each row execute function rls.before_update_media();

-- media_locales
alter table public."media_locales" enable row level security;
alter table public."media_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'media_locales', current_user);
end $rls$;
alter table public."media_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_media_locales_tenant on public."media_locales" ("rls_tenant");
update public."media_locales" c set rls_tenant = p."tenant_id" from public."media" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_media_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."media" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."media_locales" for each row execute function rls.tenant_media_locales();
create policy rls_select on public."media_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(68))::uuid[])) or (rls.shows_media("_parent_id")));
create policy rls_insert on public."media_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(71, 73))::uuid[])) or (rls.writes_media("_parent_id")));
create policy rls_update on public."media_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(71, 73))::uuid[])) or (rls.writes_media("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(71, 73))::uuid[])) or (rls.writes_media("_parent_id")));
create policy rls_delete on public."media_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(71, 73))::uuid[])) or (rls.writes_media("_parent_id")));
grant select, insert, update, delete on public."media_locales" to vitrine_app;

-- documents
alter table public."documents" enable row level security;
alter table public."documents" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'documents', current_user);
end $rls$;
create policy rls_select on public."documents" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(76))::uuid[])) or (("exposure" = 'public') and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))) or ("tenant_id" = any ((select rls.tenants(82))::uuid[]) and (("exposure" in ('link', 'public')) and ("tenant_id" = any ((select rls.active_tenants())::uuid[])))));
create policy rls_insert on public."documents" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(77, 79, 83))::uuid[])) or ("tenant_id" = any ((select rls.tenants(78))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none'))));
create policy rls_update on public."documents" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(79, 83))::uuid[])) or ("tenant_id" = any ((select rls.tenants(78))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none')))) with check (("tenant_id" = any ((select rls.tenants(79, 83))::uuid[])) or ("tenant_id" = any ((select rls.tenants(78))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none'))));
create policy rls_delete on public."documents" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(81))::uuid[])) or ("tenant_id" = any ((select rls.tenants(80))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("exposure" = 'none'))));
grant select, insert, update, delete on public."documents" to vitrine_app;
create or replace function rls.after_insert_documents() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(77)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if rls.uid() is not null then
  if not coalesce(new.created_by_id is not distinct from rls.uid(), false) then
    raise exception 'the author is whoever creates' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."documents" for each row execute function rls.after_insert_documents();
create or replace function rls.before_update_documents() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if new.created_by_id is distinct from old.created_by_id then
  if not coalesce(new.created_by_id is null, false) then
    raise exception 'the author of a row is fixed' using errcode = '42501';
  end if;
  end if;
  if to_jsonb(new) - '{exposure,uses,updated_at}'::text[] = to_jsonb(old) - '{exposure,uses,updated_at}'::text[] then
    if (new.exposure, new.uses) is distinct from (old.exposure, old.uses) then
      if not coalesce(new.tenant_id = any (rls.tenants(83)), false) then
    raise exception 'the exposure and the uses of a file are derived' using errcode = '42501';
  end if;
    end if;
  else
    if not coalesce((new.tenant_id = any (rls.tenants(79)) or (new.tenant_id = any (rls.tenants(78)) and old.created_by_id = rls.uid() and old.exposure = 'none')) and ((new.exposure, new.uses) is not distinct from (old.exposure, old.uses) or new.tenant_id = any (rls.tenants(83))), false) then
    raise exception 'not allowed to change this file' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."documents" for each row execute function rls.before_update_documents();

-- documents_locales
alter table public."documents_locales" enable row level security;
alter table public."documents_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'documents_locales', current_user);
end $rls$;
alter table public."documents_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_documents_locales_tenant on public."documents_locales" ("rls_tenant");
update public."documents_locales" c set rls_tenant = p."tenant_id" from public."documents" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_documents_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."documents" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."documents_locales" for each row execute function rls.tenant_documents_locales();
create policy rls_select on public."documents_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(76))::uuid[])) or (rls.shows_documents("_parent_id")));
create policy rls_insert on public."documents_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(79, 81))::uuid[])) or (rls.writes_documents("_parent_id")));
create policy rls_update on public."documents_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(79, 81))::uuid[])) or (rls.writes_documents("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(79, 81))::uuid[])) or (rls.writes_documents("_parent_id")));
create policy rls_delete on public."documents_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(79, 81))::uuid[])) or (rls.writes_documents("_parent_id")));
grant select, insert, update, delete on public."documents_locales" to vitrine_app;

-- pages
alter table public."pages" enable row level security;
alter table public."pages" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'pages', current_user);
end $rls$;
create policy rls_select on public."pages" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(21))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))));
create policy rls_insert on public."pages" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(23, 25))::uuid[])) or ("tenant_id" = any ((select rls.tenants(24))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_update on public."pages" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(25))::uuid[])) or ("tenant_id" = any ((select rls.tenants(24))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))) with check (("tenant_id" = any ((select rls.tenants(25))::uuid[])) or ("tenant_id" = any ((select rls.tenants(24))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_delete on public."pages" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(31))::uuid[])));
grant select, insert, update, delete on public."pages" to vitrine_app;
create or replace function rls.after_insert_pages() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(23)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if rls.uid() is not null then
  if not coalesce(new.created_by_id is not distinct from rls.uid(), false) then
    raise exception 'the author is whoever creates' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(26)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."pages" for each row execute function rls.after_insert_pages();
create or replace function rls.before_update_pages() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if new.created_by_id is distinct from old.created_by_id then
  if not coalesce(new.created_by_id is null, false) then
    raise exception 'the author of a row is fixed' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(26)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  if old._status = 'published' and new._status is distinct from 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(27)), false) then
    raise exception 'not allowed to unpublish here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is null and new.deleted_at is not null then
  if not coalesce(new.tenant_id = any (rls.tenants(29)), false) then
    raise exception 'not allowed to trash here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is not null and new.deleted_at is null then
  if not coalesce(new.tenant_id = any (rls.tenants(30)), false) then
    raise exception 'not allowed to restore here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."pages" for each row execute function rls.before_update_pages();

-- pages_locales
alter table public."pages_locales" enable row level security;
alter table public."pages_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'pages_locales', current_user);
end $rls$;
alter table public."pages_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_pages_locales_tenant on public."pages_locales" ("rls_tenant");
update public."pages_locales" c set rls_tenant = p."tenant_id" from public."pages" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_pages_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."pages" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."pages_locales" for each row execute function rls.tenant_pages_locales();
create policy rls_select on public."pages_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(21))::uuid[])) or (rls.shows_pages("_parent_id")));
create policy rls_insert on public."pages_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(25, 31))::uuid[])) or (rls.writes_pages("_parent_id")));
create policy rls_update on public."pages_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(25, 31))::uuid[])) or (rls.writes_pages("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(25, 31))::uuid[])) or (rls.writes_pages("_parent_id")));
create policy rls_delete on public."pages_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(25, 31))::uuid[])) or (rls.writes_pages("_parent_id")));
grant select, insert, update, delete on public."pages_locales" to vitrine_app;

-- _pages_v
alter table public."_pages_v" enable row level security;
alter table public."_pages_v" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_pages_v', current_user);
end $rls$;
create policy rls_select on public."_pages_v" for select to vitrine_app using ("version_tenant_id" = any ((select rls.tenants(22))::uuid[]));
create policy rls_insert on public."_pages_v" for insert to vitrine_app with check ((("version_tenant_id" = any ((select rls.tenants(25))::uuid[])) or rls.writes_pages("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(26))::uuid[])));
create policy rls_update on public."_pages_v" for update to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(25))::uuid[])) or rls.writes_pages("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(26))::uuid[]))) with check ((("version_tenant_id" = any ((select rls.tenants(25))::uuid[])) or rls.writes_pages("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(26))::uuid[])));
create policy rls_delete on public."_pages_v" for delete to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(25))::uuid[])) or rls.writes_pages("parent_id")) or ("version_tenant_id" = any ((select rls.tenants(31))::uuid[])));
grant select, insert, update, delete on public."_pages_v" to vitrine_app;

-- _pages_v_locales
alter table public."_pages_v_locales" enable row level security;
alter table public."_pages_v_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_pages_v_locales', current_user);
end $rls$;
alter table public."_pages_v_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__pages_v_locales_tenant on public."_pages_v_locales" ("rls_tenant");
update public."_pages_v_locales" c set rls_tenant = p."version_tenant_id" from public."_pages_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__pages_v_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_pages_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_pages_v_locales" for each row execute function rls.tenant__pages_v_locales();
create policy rls_select on public."_pages_v_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(22))::uuid[])));
create policy rls_insert on public."_pages_v_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(25))::uuid[])) or (rls.writes__pages_v("_parent_id")));
create policy rls_update on public."_pages_v_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(25))::uuid[])) or (rls.writes__pages_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(25))::uuid[])) or (rls.writes__pages_v("_parent_id")));
create policy rls_delete on public."_pages_v_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(25))::uuid[])) or (rls.writes__pages_v("_parent_id")));
grant select, insert, update, delete on public."_pages_v_locales" to vitrine_app;

-- site_settings
alter table public."site_settings" enable row level security;
alter table public."site_settings" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'site_settings', current_user);
end $rls$;
create policy rls_select on public."site_settings" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(84))::uuid[])) or (("_status" = 'published') and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))));
create policy rls_insert on public."site_settings" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(86, 87))::uuid[])));
create policy rls_update on public."site_settings" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(87))::uuid[]))) with check (("tenant_id" = any ((select rls.tenants(87))::uuid[])));
create policy rls_delete on public."site_settings" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(90))::uuid[])));
grant select, insert, update, delete on public."site_settings" to vitrine_app;
create or replace function rls.after_insert_site_settings() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(86)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(88)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."site_settings" for each row execute function rls.after_insert_site_settings();
create or replace function rls.before_update_site_settings() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(88)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  if old._status = 'published' and new._status is distinct from 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(89)), false) then
    raise exception 'not allowed to unpublish here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."site_settings" for each row execute function rls.before_update_site_settings();

-- site_settings_navigation
alter table public."site_settings_navigation" enable row level security;
alter table public."site_settings_navigation" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'site_settings_navigation', current_user);
end $rls$;
alter table public."site_settings_navigation" add column if not exists "rls_tenant" uuid;
create index if not exists rls_site_settings_navigation_tenant on public."site_settings_navigation" ("rls_tenant");
update public."site_settings_navigation" c set rls_tenant = p."tenant_id" from public."site_settings" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_site_settings_navigation() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."site_settings" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."site_settings_navigation" for each row execute function rls.tenant_site_settings_navigation();
create policy rls_select on public."site_settings_navigation" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(84))::uuid[])) or (rls.shows_site_settings("_parent_id")));
create policy rls_insert on public."site_settings_navigation" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id")));
create policy rls_update on public."site_settings_navigation" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id")));
create policy rls_delete on public."site_settings_navigation" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id")));
grant select, insert, update, delete on public."site_settings_navigation" to vitrine_app;

-- site_settings_navigation_locales
alter table public."site_settings_navigation_locales" enable row level security;
alter table public."site_settings_navigation_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'site_settings_navigation_locales', current_user);
end $rls$;
alter table public."site_settings_navigation_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_site_settings_navigation_locales_tenant on public."site_settings_navigation_locales" ("rls_tenant");
update public."site_settings_navigation_locales" c set rls_tenant = p."rls_tenant" from public."site_settings_navigation" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."rls_tenant";
create or replace function rls.tenant_site_settings_navigation_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."rls_tenant" from public."site_settings_navigation" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."site_settings_navigation_locales" for each row execute function rls.tenant_site_settings_navigation_locales();
create policy rls_select on public."site_settings_navigation_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(84))::uuid[])) or (rls.shows_site_settings_navigation("_parent_id")));
create policy rls_insert on public."site_settings_navigation_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings_navigation("_parent_id")));
create policy rls_update on public."site_settings_navigation_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings_navigation("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings_navigation("_parent_id")));
create policy rls_delete on public."site_settings_navigation_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings_navigation("_parent_id")));
grant select, insert, update, delete on public."site_settings_navigation_locales" to vitrine_app;

-- site_settings_social
alter table public."site_settings_social" enable row level security;
alter table public."site_settings_social" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'site_settings_social', current_user);
end $rls$;
alter table public."site_settings_social" add column if not exists "rls_tenant" uuid;
create index if not exists rls_site_settings_social_tenant on public."site_settings_social" ("rls_tenant");
update public."site_settings_social" c set rls_tenant = p."tenant_id" from public."site_settings" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_site_settings_social() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."site_settings" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."site_settings_social" for each row execute function rls.tenant_site_settings_social();
create policy rls_select on public."site_settings_social" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(84))::uuid[])) or (rls.shows_site_settings("_parent_id")));
create policy rls_insert on public."site_settings_social" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id")));
create policy rls_update on public."site_settings_social" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id")));
create policy rls_delete on public."site_settings_social" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id")));
grant select, insert, update, delete on public."site_settings_social" to vitrine_app;

-- site_settings_locales
alter table public."site_settings_locales" enable row level security;
alter table public."site_settings_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'site_settings_locales', current_user);
end $rls$;
alter table public."site_settings_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_site_settings_locales_tenant on public."site_settings_locales" ("rls_tenant");
update public."site_settings_locales" c set rls_tenant = p."tenant_id" from public."site_settings" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_site_settings_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."site_settings" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."site_settings_locales" for each row execute function rls.tenant_site_settings_locales();
create policy rls_select on public."site_settings_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(84))::uuid[])) or (rls.shows_site_settings("_parent_id")));
create policy rls_insert on public."site_settings_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id")));
create policy rls_update on public."site_settings_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id")));
create policy rls_delete on public."site_settings_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87, 90))::uuid[])) or (rls.writes_site_settings("_parent_id")));
grant select, insert, update, delete on public."site_settings_locales" to vitrine_app;

-- _site_settings_v
alter table public."_site_settings_v" enable row level security;
alter table public."_site_settings_v" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_site_settings_v', current_user);
end $rls$;
create policy rls_select on public."_site_settings_v" for select to vitrine_app using ("version_tenant_id" = any ((select rls.tenants(85))::uuid[]));
create policy rls_insert on public."_site_settings_v" for insert to vitrine_app with check (("version_tenant_id" = any ((select rls.tenants(87, 86))::uuid[])) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(88))::uuid[])));
create policy rls_update on public."_site_settings_v" for update to vitrine_app using (("version_tenant_id" = any ((select rls.tenants(87, 86))::uuid[])) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(88))::uuid[]))) with check (("version_tenant_id" = any ((select rls.tenants(87, 86))::uuid[])) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(88))::uuid[])));
create policy rls_delete on public."_site_settings_v" for delete to vitrine_app using (("version_tenant_id" = any ((select rls.tenants(87, 86))::uuid[])) or ("version_tenant_id" = any ((select rls.tenants(90))::uuid[])));
grant select, insert, update, delete on public."_site_settings_v" to vitrine_app;

-- _site_settings_v_version_navigation
alter table public."_site_settings_v_version_navigation" enable row level security;
alter table public."_site_settings_v_version_navigation" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_site_settings_v_version_navigation', current_user);
end $rls$;
alter table public."_site_settings_v_version_navigation" add column if not exists "rls_tenant" uuid;
create index if not exists rls__site_settings_v_version_navigation_tenant on public."_site_settings_v_version_navigation" ("rls_tenant");
update public."_site_settings_v_version_navigation" c set rls_tenant = p."version_tenant_id" from public."_site_settings_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__site_settings_v_version_navigation() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_site_settings_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_site_settings_v_version_navigation" for each row execute function rls.tenant__site_settings_v_version_navigation();
create policy rls_select on public."_site_settings_v_version_navigation" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(85))::uuid[])));
create policy rls_insert on public."_site_settings_v_version_navigation" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id")));
create policy rls_update on public."_site_settings_v_version_navigation" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id")));
create policy rls_delete on public."_site_settings_v_version_navigation" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id")));
grant select, insert, update, delete on public."_site_settings_v_version_navigation" to vitrine_app;

-- _site_settings_v_version_navigation_locales
alter table public."_site_settings_v_version_navigation_locales" enable row level security;
alter table public."_site_settings_v_version_navigation_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_site_settings_v_version_navigation_locales', current_user);
end $rls$;
alter table public."_site_settings_v_version_navigation_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__site_settings_v_version_navigation_locales_tenant on public."_site_settings_v_version_navigation_locales" ("rls_tenant");
update public."_site_settings_v_version_navigation_locales" c set rls_tenant = p."rls_tenant" from public."_site_settings_v_version_navigation" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."rls_tenant";
create or replace function rls.tenant__site_settings_v_version_navigation_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."rls_tenant" from public."_site_settings_v_version_navigation" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_site_settings_v_version_navigation_locales" for each row execute function rls.tenant__site_settings_v_version_navigation_locales();
create policy rls_select on public."_site_settings_v_version_navigation_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(85))::uuid[])));
create policy rls_insert on public."_site_settings_v_version_navigation_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v_version_navigation("_parent_id")));
create policy rls_update on public."_site_settings_v_version_navigation_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v_version_navigation("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v_version_navigation("_parent_id")));
create policy rls_delete on public."_site_settings_v_version_navigation_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v_version_navigation("_parent_id")));
grant select, insert, update, delete on public."_site_settings_v_version_navigation_locales" to vitrine_app;

-- _site_settings_v_version_social
alter table public."_site_settings_v_version_social" enable row level security;
alter table public."_site_settings_v_version_social" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_site_settings_v_version_social', current_user);
end $rls$;
alter table public."_site_settings_v_version_social" add column if not exists "rls_tenant" uuid;
create index if not exists rls__site_settings_v_version_social_tenant on public."_site_settings_v_version_social" ("rls_tenant");
update public."_site_settings_v_version_social" c set rls_tenant = p."version_tenant_id" from public."_site_settings_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__site_settings_v_version_social() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_site_settings_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_site_settings_v_version_social" for each row execute function rls.tenant__site_settings_v_version_social();
create policy rls_select on public."_site_settings_v_version_social" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(85))::uuid[])));
create policy rls_insert on public."_site_settings_v_version_social" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id")));
create policy rls_update on public."_site_settings_v_version_social" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id")));
create policy rls_delete on public."_site_settings_v_version_social" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id")));
grant select, insert, update, delete on public."_site_settings_v_version_social" to vitrine_app;

-- _site_settings_v_locales
alter table public."_site_settings_v_locales" enable row level security;
alter table public."_site_settings_v_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_site_settings_v_locales', current_user);
end $rls$;
alter table public."_site_settings_v_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__site_settings_v_locales_tenant on public."_site_settings_v_locales" ("rls_tenant");
update public."_site_settings_v_locales" c set rls_tenant = p."version_tenant_id" from public."_site_settings_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__site_settings_v_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_site_settings_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_site_settings_v_locales" for each row execute function rls.tenant__site_settings_v_locales();
create policy rls_select on public."_site_settings_v_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(85))::uuid[])));
create policy rls_insert on public."_site_settings_v_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id")));
create policy rls_update on public."_site_settings_v_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id")));
create policy rls_delete on public."_site_settings_v_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(87))::uuid[])) or (rls.writes__site_settings_v("_parent_id")));
grant select, insert, update, delete on public."_site_settings_v_locales" to vitrine_app;

-- leads
alter table public."leads" enable row level security;
alter table public."leads" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'leads', current_user);
end $rls$;
create policy rls_select on public."leads" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(91))::uuid[])));
create policy rls_insert on public."leads" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(92, 93))::uuid[])));
create policy rls_update on public."leads" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(93))::uuid[]))) with check (("tenant_id" = any ((select rls.tenants(93))::uuid[])));
create policy rls_delete on public."leads" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(94))::uuid[])));
grant select, insert, update, delete on public."leads" to vitrine_app;
create or replace function rls.after_insert_leads() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(92)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."leads" for each row execute function rls.after_insert_leads();
create or replace function rls.before_update_leads() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."leads" for each row execute function rls.before_update_leads();

-- redirects
alter table public."redirects" enable row level security;
alter table public."redirects" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'redirects', current_user);
end $rls$;
create policy rls_select on public."redirects" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(95))::uuid[])));
create policy rls_insert on public."redirects" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(96, 97))::uuid[])));
create policy rls_update on public."redirects" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(97))::uuid[]))) with check (("tenant_id" = any ((select rls.tenants(97))::uuid[])));
create policy rls_delete on public."redirects" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(98))::uuid[])));
grant select, insert, update, delete on public."redirects" to vitrine_app;
create or replace function rls.after_insert_redirects() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(96)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."redirects" for each row execute function rls.after_insert_redirects();
create or replace function rls.before_update_redirects() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."redirects" for each row execute function rls.before_update_redirects();

-- domains
alter table public."domains" enable row level security;
alter table public."domains" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'domains', current_user);
end $rls$;
create policy rls_select on public."domains" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(118))::uuid[])));
create policy rls_insert on public."domains" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(119, 120))::uuid[])));
create policy rls_update on public."domains" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(120))::uuid[]))) with check (("tenant_id" = any ((select rls.tenants(120))::uuid[])));
create policy rls_delete on public."domains" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(121))::uuid[])));
grant select, insert, update, delete on public."domains" to vitrine_app;
create or replace function rls.after_insert_domains() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(119)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if not coalesce(new.status = 'pending', false) then
    raise exception 'a domain begins unproven' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."domains" for each row execute function rls.after_insert_domains();
create or replace function rls.before_update_domains() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."domains" for each row execute function rls.before_update_domains();

-- services
alter table public."services" enable row level security;
alter table public."services" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'services', current_user);
end $rls$;
create policy rls_select on public."services" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(44))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))));
create policy rls_insert on public."services" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(45, 47))::uuid[])) or ("tenant_id" = any ((select rls.tenants(46))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_update on public."services" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(47))::uuid[])) or ("tenant_id" = any ((select rls.tenants(46))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))) with check (("tenant_id" = any ((select rls.tenants(47))::uuid[])) or ("tenant_id" = any ((select rls.tenants(46))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_delete on public."services" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(49))::uuid[])));
grant select, insert, update, delete on public."services" to vitrine_app;
create or replace function rls.after_insert_services() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(45)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if rls.uid() is not null then
  if not coalesce(new.created_by_id is not distinct from rls.uid(), false) then
    raise exception 'the author is whoever creates' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(140)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."services" for each row execute function rls.after_insert_services();
create or replace function rls.before_update_services() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if new.created_by_id is distinct from old.created_by_id then
  if not coalesce(new.created_by_id is null, false) then
    raise exception 'the author of a row is fixed' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(140)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  if old._status = 'published' and new._status is distinct from 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(141)), false) then
    raise exception 'not allowed to unpublish here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is null and new.deleted_at is not null then
  if not coalesce((new.tenant_id = any (rls.tenants(48)) and new.created_by_id = rls.uid() and old._status is distinct from 'published') or new.tenant_id = any (rls.tenants(142)), false) then
    raise exception 'not allowed to trash here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is not null and new.deleted_at is null then
  if not coalesce(new.tenant_id = any (rls.tenants(143)), false) then
    raise exception 'not allowed to restore here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."services" for each row execute function rls.before_update_services();

-- services_locales
alter table public."services_locales" enable row level security;
alter table public."services_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'services_locales', current_user);
end $rls$;
alter table public."services_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_services_locales_tenant on public."services_locales" ("rls_tenant");
update public."services_locales" c set rls_tenant = p."tenant_id" from public."services" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_services_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."services" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."services_locales" for each row execute function rls.tenant_services_locales();
create policy rls_select on public."services_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(44))::uuid[])) or (rls.shows_services("_parent_id")));
create policy rls_insert on public."services_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(47, 49))::uuid[])) or (rls.writes_services("_parent_id")));
create policy rls_update on public."services_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(47, 49))::uuid[])) or (rls.writes_services("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(47, 49))::uuid[])) or (rls.writes_services("_parent_id")));
create policy rls_delete on public."services_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(47, 49))::uuid[])) or (rls.writes_services("_parent_id")));
grant select, insert, update, delete on public."services_locales" to vitrine_app;

-- _services_v
alter table public."_services_v" enable row level security;
alter table public."_services_v" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_services_v', current_user);
end $rls$;
create policy rls_select on public."_services_v" for select to vitrine_app using ("version_tenant_id" = any ((select rls.tenants(139))::uuid[]));
create policy rls_insert on public."_services_v" for insert to vitrine_app with check ((("version_tenant_id" = any ((select rls.tenants(47))::uuid[])) or rls.writes_services("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(140))::uuid[])));
create policy rls_update on public."_services_v" for update to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(47))::uuid[])) or rls.writes_services("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(140))::uuid[]))) with check ((("version_tenant_id" = any ((select rls.tenants(47))::uuid[])) or rls.writes_services("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(140))::uuid[])));
create policy rls_delete on public."_services_v" for delete to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(47))::uuid[])) or rls.writes_services("parent_id")) or ("version_tenant_id" = any ((select rls.tenants(49))::uuid[])));
grant select, insert, update, delete on public."_services_v" to vitrine_app;

-- _services_v_locales
alter table public."_services_v_locales" enable row level security;
alter table public."_services_v_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_services_v_locales', current_user);
end $rls$;
alter table public."_services_v_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__services_v_locales_tenant on public."_services_v_locales" ("rls_tenant");
update public."_services_v_locales" c set rls_tenant = p."version_tenant_id" from public."_services_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__services_v_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_services_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_services_v_locales" for each row execute function rls.tenant__services_v_locales();
create policy rls_select on public."_services_v_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(139))::uuid[])));
create policy rls_insert on public."_services_v_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(47))::uuid[])) or (rls.writes__services_v("_parent_id")));
create policy rls_update on public."_services_v_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(47))::uuid[])) or (rls.writes__services_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(47))::uuid[])) or (rls.writes__services_v("_parent_id")));
create policy rls_delete on public."_services_v_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(47))::uuid[])) or (rls.writes__services_v("_parent_id")));
grant select, insert, update, delete on public."_services_v_locales" to vitrine_app;

-- industries
alter table public."industries" enable row level security;
alter table public."industries" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'industries', current_user);
end $rls$;
create policy rls_select on public."industries" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(50))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))));
create policy rls_insert on public."industries" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(51, 53))::uuid[])) or ("tenant_id" = any ((select rls.tenants(52))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_update on public."industries" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(53))::uuid[])) or ("tenant_id" = any ((select rls.tenants(52))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))) with check (("tenant_id" = any ((select rls.tenants(53))::uuid[])) or ("tenant_id" = any ((select rls.tenants(52))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_delete on public."industries" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(55))::uuid[])));
grant select, insert, update, delete on public."industries" to vitrine_app;
create or replace function rls.after_insert_industries() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(51)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if rls.uid() is not null then
  if not coalesce(new.created_by_id is not distinct from rls.uid(), false) then
    raise exception 'the author is whoever creates' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(145)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."industries" for each row execute function rls.after_insert_industries();
create or replace function rls.before_update_industries() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if new.created_by_id is distinct from old.created_by_id then
  if not coalesce(new.created_by_id is null, false) then
    raise exception 'the author of a row is fixed' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(145)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  if old._status = 'published' and new._status is distinct from 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(146)), false) then
    raise exception 'not allowed to unpublish here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is null and new.deleted_at is not null then
  if not coalesce((new.tenant_id = any (rls.tenants(54)) and new.created_by_id = rls.uid() and old._status is distinct from 'published') or new.tenant_id = any (rls.tenants(147)), false) then
    raise exception 'not allowed to trash here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is not null and new.deleted_at is null then
  if not coalesce(new.tenant_id = any (rls.tenants(148)), false) then
    raise exception 'not allowed to restore here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."industries" for each row execute function rls.before_update_industries();

-- industries_locales
alter table public."industries_locales" enable row level security;
alter table public."industries_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'industries_locales', current_user);
end $rls$;
alter table public."industries_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls_industries_locales_tenant on public."industries_locales" ("rls_tenant");
update public."industries_locales" c set rls_tenant = p."tenant_id" from public."industries" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."tenant_id";
create or replace function rls.tenant_industries_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."tenant_id" from public."industries" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."industries_locales" for each row execute function rls.tenant_industries_locales();
create policy rls_select on public."industries_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(50))::uuid[])) or (rls.shows_industries("_parent_id")));
create policy rls_insert on public."industries_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(53, 55))::uuid[])) or (rls.writes_industries("_parent_id")));
create policy rls_update on public."industries_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(53, 55))::uuid[])) or (rls.writes_industries("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(53, 55))::uuid[])) or (rls.writes_industries("_parent_id")));
create policy rls_delete on public."industries_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(53, 55))::uuid[])) or (rls.writes_industries("_parent_id")));
grant select, insert, update, delete on public."industries_locales" to vitrine_app;

-- _industries_v
alter table public."_industries_v" enable row level security;
alter table public."_industries_v" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_industries_v', current_user);
end $rls$;
create policy rls_select on public."_industries_v" for select to vitrine_app using ("version_tenant_id" = any ((select rls.tenants(144))::uuid[]));
create policy rls_insert on public."_industries_v" for insert to vitrine_app with check ((("version_tenant_id" = any ((select rls.tenants(53))::uuid[])) or rls.writes_industries("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(145))::uuid[])));
create policy rls_update on public."_industries_v" for update to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(53))::uuid[])) or rls.writes_industries("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(145))::uuid[]))) with check ((("version_tenant_id" = any ((select rls.tenants(53))::uuid[])) or rls.writes_industries("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(145))::uuid[])));
create policy rls_delete on public."_industries_v" for delete to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(53))::uuid[])) or rls.writes_industries("parent_id")) or ("version_tenant_id" = any ((select rls.tenants(55))::uuid[])));
grant select, insert, update, delete on public."_industries_v" to vitrine_app;

-- _industries_v_locales
alter table public."_industries_v_locales" enable row level security;
alter table public."_industries_v_locales" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_industries_v_locales', current_user);
end $rls$;
alter table public."_industries_v_locales" add column if not exists "rls_tenant" uuid;
create index if not exists rls__industries_v_locales_tenant on public."_industries_v_locales" ("rls_tenant");
update public."_industries_v_locales" c set rls_tenant = p."version_tenant_id" from public."_industries_v" p where p.id = c."_parent_id" and c.rls_tenant is distinct from p."version_tenant_id";
create or replace function rls.tenant__industries_v_locales() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."version_tenant_id" from public."_industries_v" p where p.id = new."_parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."_industries_v_locales" for each row execute function rls.tenant__industries_v_locales();
create policy rls_select on public."_industries_v_locales" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(144))::uuid[])));
create policy rls_insert on public."_industries_v_locales" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(53))::uuid[])) or (rls.writes__industries_v("_parent_id")));
create policy rls_update on public."_industries_v_locales" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(53))::uuid[])) or (rls.writes__industries_v("_parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(53))::uuid[])) or (rls.writes__industries_v("_parent_id")));
create policy rls_delete on public."_industries_v_locales" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(53))::uuid[])) or (rls.writes__industries_v("_parent_id")));
grant select, insert, update, delete on public."_industries_v_locales" to vitrine_app;

-- technologies
alter table public."technologies" enable row level security;
alter table public."technologies" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'technologies', current_user);
end $rls$;
create policy rls_select on public."technologies" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(56))::uuid[])) or ((("_status" = 'published') and ("deleted_at" is null)) and ("tenant_id" = any ((select rls.active_tenants())::uuid[]))));
create policy rls_insert on public."technologies" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(57, 59))::uuid[])) or ("tenant_id" = any ((select rls.tenants(58))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_update on public."technologies" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(59))::uuid[])) or ("tenant_id" = any ((select rls.tenants(58))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published')))) with check (("tenant_id" = any ((select rls.tenants(59))::uuid[])) or ("tenant_id" = any ((select rls.tenants(58))::uuid[]) and (("created_by_id" = (select rls.uid())) and ("_status" is distinct from 'published'))));
create policy rls_delete on public."technologies" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(61))::uuid[])));
grant select, insert, update, delete on public."technologies" to vitrine_app;
create or replace function rls.after_insert_technologies() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(57)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if rls.uid() is not null then
  if not coalesce(new.created_by_id is not distinct from rls.uid(), false) then
    raise exception 'the author is whoever creates' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(150)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."technologies" for each row execute function rls.after_insert_technologies();
create or replace function rls.before_update_technologies() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if new.created_by_id is distinct from old.created_by_id then
  if not coalesce(new.created_by_id is null, false) then
    raise exception 'the author of a row is fixed' using errcode = '42501';
  end if;
  end if;
  if new._status = 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(150)), false) then
    raise exception 'not allowed to publish here' using errcode = '42501';
  end if;
  end if;
  if old._status = 'published' and new._status is distinct from 'published' then
  if not coalesce(new.tenant_id = any (rls.tenants(151)), false) then
    raise exception 'not allowed to unpublish here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is null and new.deleted_at is not null then
  if not coalesce((new.tenant_id = any (rls.tenants(60)) and new.created_by_id = rls.uid() and old._status is distinct from 'published') or new.tenant_id = any (rls.tenants(152)), false) then
    raise exception 'not allowed to trash here' using errcode = '42501';
  end if;
  end if;
  if old.deleted_at is not null and new.deleted_at is null then
  if not coalesce(new.tenant_id = any (rls.tenants(153)), false) then
    raise exception 'not allowed to restore here' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."technologies" for each row execute function rls.before_update_technologies();

-- _technologies_v
alter table public."_technologies_v" enable row level security;
alter table public."_technologies_v" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '_technologies_v', current_user);
end $rls$;
create policy rls_select on public."_technologies_v" for select to vitrine_app using ("version_tenant_id" = any ((select rls.tenants(149))::uuid[]));
create policy rls_insert on public."_technologies_v" for insert to vitrine_app with check ((("version_tenant_id" = any ((select rls.tenants(59))::uuid[])) or rls.writes_technologies("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(150))::uuid[])));
create policy rls_update on public."_technologies_v" for update to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(59))::uuid[])) or rls.writes_technologies("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(150))::uuid[]))) with check ((("version_tenant_id" = any ((select rls.tenants(59))::uuid[])) or rls.writes_technologies("parent_id")) and ("version__status" is distinct from 'published' or "version_tenant_id" = any ((select rls.tenants(150))::uuid[])));
create policy rls_delete on public."_technologies_v" for delete to vitrine_app using ((("version_tenant_id" = any ((select rls.tenants(59))::uuid[])) or rls.writes_technologies("parent_id")) or ("version_tenant_id" = any ((select rls.tenants(61))::uuid[])));
grant select, insert, update, delete on public."_technologies_v" to vitrine_app;

-- tenants
alter table public."tenants" enable row level security;
alter table public."tenants" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'tenants', current_user);
end $rls$;
create policy rls_select on public."tenants" for select to vitrine_app using (("id" = any ((select rls.tenants(0))::uuid[])) or ((select rls.is_known()) and ("status" = 'active')) or ("agency_id" = any ((select rls.tenants(6))::uuid[])) or ((select rls.has_cap('operator'))));
create policy rls_insert on public."tenants" for insert to vitrine_app with check (("id" = any ((select rls.tenants(1, 2))::uuid[])) or ("agency_id" = any ((select rls.tenants(5))::uuid[])) or ("agency_id" = any ((select rls.tenants(6))::uuid[])) or ((select rls.has_cap('operator'))));
create policy rls_update on public."tenants" for update to vitrine_app using (("id" = any ((select rls.tenants(1, 2))::uuid[])) or ("agency_id" = any ((select rls.tenants(6))::uuid[])) or ((select rls.has_cap('operator')))) with check (("id" = any ((select rls.tenants(1, 2))::uuid[])) or ("agency_id" = any ((select rls.tenants(6))::uuid[])) or ((select rls.has_cap('operator'))));
create policy rls_delete on public."tenants" for delete to vitrine_app using (("id" = any ((select rls.tenants(7))::uuid[])) or ((select rls.has_cap('operator'))));
grant select, insert, update, delete on public."tenants" to vitrine_app;
create or replace function rls.after_insert_tenants() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if new.kind = 'agency' or new.agency_id is null then
  if not coalesce(rls.has_cap('operator'), false) then
    raise exception 'only the operator opens agencies' using errcode = '42501';
  end if;
  end if;
  if not coalesce(rls.has_cap('operator') or new.agency_id = any (rls.tenants(5)), false) then
    raise exception 'not allowed to open a client here' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."tenants" for each row execute function rls.after_insert_tenants();
create or replace function rls.before_update_tenants() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if new.kind is distinct from old.kind or new.agency_id is distinct from old.agency_id then
  if not coalesce(rls.has_cap('operator'), false) then
    raise exception 'only the operator moves a tenant' using errcode = '42501';
  end if;
  end if;
  if new.status is distinct from old.status
     or new.quotas_members is distinct from old.quotas_members
     or new.quotas_studies is distinct from old.quotas_studies
     or (new.quotas_storage_mb, new.quotas_image_mb, new.quotas_video_mb, new.quotas_document_mb)
        is distinct from (old.quotas_storage_mb, old.quotas_image_mb, old.quotas_video_mb, old.quotas_document_mb) then
  if not coalesce(rls.has_cap('operator') or new.agency_id = any (rls.tenants(6)), false) then
    raise exception 'only the agency decides about status and limits' using errcode = '42501';
  end if;
  end if;
  if new.slug is distinct from old.slug or new.agency_access is distinct from old.agency_access then
  if not coalesce(new.id = any (rls.tenants(2)), false) then
    raise exception 'only the owner changes the address' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."tenants" for each row execute function rls.before_update_tenants();

-- tenants_languages
alter table public."tenants_languages" enable row level security;
alter table public."tenants_languages" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'tenants_languages', current_user);
end $rls$;
alter table public."tenants_languages" add column if not exists "rls_tenant" uuid;
create index if not exists rls_tenants_languages_tenant on public."tenants_languages" ("rls_tenant");
update public."tenants_languages" c set rls_tenant = p."id" from public."tenants" p where p.id = c."parent_id" and c.rls_tenant is distinct from p."id";
create or replace function rls.tenant_tenants_languages() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."id" from public."tenants" p where p.id = new."parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."tenants_languages" for each row execute function rls.tenant_tenants_languages();
create policy rls_select on public."tenants_languages" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(0))::uuid[])) or (rls.shows_tenants("parent_id")));
create policy rls_insert on public."tenants_languages" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(5, 1, 2, 6))::uuid[])) or (rls.writes_tenants("parent_id")));
create policy rls_update on public."tenants_languages" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(5, 1, 2, 6))::uuid[])) or (rls.writes_tenants("parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(5, 1, 2, 6))::uuid[])) or (rls.writes_tenants("parent_id")));
create policy rls_delete on public."tenants_languages" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(5, 1, 2, 6))::uuid[])) or (rls.writes_tenants("parent_id")));
grant select, insert, update, delete on public."tenants_languages" to vitrine_app;

-- tenants_file_formats
alter table public."tenants_file_formats" enable row level security;
alter table public."tenants_file_formats" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'tenants_file_formats', current_user);
end $rls$;
alter table public."tenants_file_formats" add column if not exists "rls_tenant" uuid;
create index if not exists rls_tenants_file_formats_tenant on public."tenants_file_formats" ("rls_tenant");
update public."tenants_file_formats" c set rls_tenant = p."id" from public."tenants" p where p.id = c."parent_id" and c.rls_tenant is distinct from p."id";
create or replace function rls.tenant_tenants_file_formats() returns trigger language plpgsql as $rls$ begin
  -- As whoever writes: under a parent that he cannot see, a row belongs to nobody and is refused.
  new.rls_tenant := (select p."id" from public."tenants" p where p.id = new."parent_id");
  return new;
end $rls$;
create trigger rls_tenant before insert or update on public."tenants_file_formats" for each row execute function rls.tenant_tenants_file_formats();
create policy rls_select on public."tenants_file_formats" for select to vitrine_app using (("rls_tenant" = any ((select rls.tenants(0))::uuid[])) or (rls.shows_tenants("parent_id")));
create policy rls_insert on public."tenants_file_formats" for insert to vitrine_app with check (("rls_tenant" = any ((select rls.tenants(5, 1, 2, 6))::uuid[])) or (rls.writes_tenants("parent_id")));
create policy rls_update on public."tenants_file_formats" for update to vitrine_app using (("rls_tenant" = any ((select rls.tenants(5, 1, 2, 6))::uuid[])) or (rls.writes_tenants("parent_id"))) with check (("rls_tenant" = any ((select rls.tenants(5, 1, 2, 6))::uuid[])) or (rls.writes_tenants("parent_id")));
create policy rls_delete on public."tenants_file_formats" for delete to vitrine_app using (("rls_tenant" = any ((select rls.tenants(5, 1, 2, 6))::uuid[])) or (rls.writes_tenants("parent_id")));
grant select, insert, update, delete on public."tenants_file_formats" to vitrine_app;

-- memberships
alter table public."memberships" enable row level security;
alter table public."memberships" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'memberships', current_user);
end $rls$;
create policy rls_select on public."memberships" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(99))::uuid[])) or ((select rls.uid()) is not null and ("user_id" = (select rls.uid()))));
create policy rls_insert on public."memberships" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(100))::uuid[])) or ("tenant_id" = any ((select rls.tenants(101))::uuid[]) and ("user_id" is distinct from (select rls.uid()))));
create policy rls_update on public."memberships" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(101))::uuid[]) and ("user_id" is distinct from (select rls.uid())))) with check (("tenant_id" = any ((select rls.tenants(101))::uuid[]) and ("user_id" is distinct from (select rls.uid()))));
create policy rls_delete on public."memberships" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(102))::uuid[]) and ("user_id" is distinct from (select rls.uid()))) or ((select rls.uid()) is not null and ("user_id" = (select rls.uid()))));
grant select, insert, update, delete on public."memberships" to vitrine_app;
create or replace function rls.after_insert_memberships() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(100)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  if not coalesce(case new.role
      when 'viewer' then new.tenant_id = any (rls.tenants(103))
      when 'contributor' then new.tenant_id = any (rls.tenants(104))
      when 'reviewer' then new.tenant_id = any (rls.tenants(105))
      when 'editor' then new.tenant_id = any (rls.tenants(106))
      when 'admin' then new.tenant_id = any (rls.tenants(107))
      when 'owner' then new.tenant_id = any (rls.tenants(108))
      when 'custom' then new.tenant_id = any (rls.tenants(109))
      else false end, false) then
    raise exception 'not allowed to give this role' using errcode = '42501';
  end if;
  if rls.uid() is not null and new.user_id = rls.uid() then
  if not coalesce(rls.has_cap('join'), false) then
    raise exception 'nobody makes himself a member' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."memberships" for each row execute function rls.after_insert_memberships();
create or replace function rls.before_update_memberships() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  if not coalesce(new.user_id is not distinct from old.user_id, false) then
    raise exception 'a membership stays with its user' using errcode = '42501';
  end if;
  if (new.status = 'invited') <> (old.status = 'invited') then
  if not coalesce(rls.has_cap('join'), false) then
    raise exception 'an invitation is answered by the person invited' using errcode = '42501';
  end if;
  end if;
  if not coalesce(case new.role
      when 'viewer' then new.tenant_id = any (rls.tenants(103))
      when 'contributor' then new.tenant_id = any (rls.tenants(104))
      when 'reviewer' then new.tenant_id = any (rls.tenants(105))
      when 'editor' then new.tenant_id = any (rls.tenants(106))
      when 'admin' then new.tenant_id = any (rls.tenants(107))
      when 'owner' then new.tenant_id = any (rls.tenants(108))
      when 'custom' then new.tenant_id = any (rls.tenants(109))
      else false end, false) then
    raise exception 'not allowed to give this role' using errcode = '42501';
  end if;
  if not coalesce(case old.role
      when 'viewer' then old.tenant_id = any (rls.tenants(103))
      when 'contributor' then old.tenant_id = any (rls.tenants(104))
      when 'reviewer' then old.tenant_id = any (rls.tenants(105))
      when 'editor' then old.tenant_id = any (rls.tenants(106))
      when 'admin' then old.tenant_id = any (rls.tenants(107))
      when 'owner' then old.tenant_id = any (rls.tenants(108))
      when 'custom' then old.tenant_id = any (rls.tenants(109))
      else false end, false) then
    raise exception 'not allowed to change this role' using errcode = '42501';
  end if;
  if old.role = 'owner' and old.status = 'active' and (new.role <> 'owner' or new.status <> 'active') then
  perform pg_advisory_xact_lock(hashtextextended('rls.owners:' || old.tenant_id::text, 0));
  if not coalesce(rls.has_other_owner(old.tenant_id, old.id), false) then
    raise exception 'a tenant needs an owner' using errcode = '42501';
  end if;
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."memberships" for each row execute function rls.before_update_memberships();
create or replace function rls.before_delete_memberships() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return old;
  end if;
  if not coalesce(old.user_id = rls.uid() or case old.role
      when 'viewer' then old.tenant_id = any (rls.tenants(103))
      when 'contributor' then old.tenant_id = any (rls.tenants(104))
      when 'reviewer' then old.tenant_id = any (rls.tenants(105))
      when 'editor' then old.tenant_id = any (rls.tenants(106))
      when 'admin' then old.tenant_id = any (rls.tenants(107))
      when 'owner' then old.tenant_id = any (rls.tenants(108))
      when 'custom' then old.tenant_id = any (rls.tenants(109))
      else false end, false) then
    raise exception 'not allowed to remove somebody of this role' using errcode = '42501';
  end if;
  if old.role = 'owner' and old.status = 'active' then
  perform pg_advisory_xact_lock(hashtextextended('rls.owners:' || old.tenant_id::text, 0));
  if not coalesce(rls.has_other_owner(old.tenant_id, old.id), false) then
    raise exception 'a tenant needs an owner' using errcode = '42501';
  end if;
  end if;
  return old;
end $rls$;
create trigger rls_before_delete before delete on public."memberships" for each row execute function rls.before_delete_memberships();

-- invitations
alter table public."invitations" enable row level security;
alter table public."invitations" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'invitations', current_user);
end $rls$;
create policy rls_select on public."invitations" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(110))::uuid[])));
create policy rls_insert on public."invitations" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(111, 112))::uuid[])));
create policy rls_update on public."invitations" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(112))::uuid[]))) with check (("tenant_id" = any ((select rls.tenants(112))::uuid[])));
create policy rls_delete on public."invitations" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(113))::uuid[])));
grant select, insert, update, delete on public."invitations" to vitrine_app;
create or replace function rls.after_insert_invitations() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(111)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."invitations" for each row execute function rls.after_insert_invitations();
create or replace function rls.before_update_invitations() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."invitations" for each row execute function rls.before_update_invitations();

-- roles
alter table public."roles" enable row level security;
alter table public."roles" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'roles', current_user);
end $rls$;
create policy rls_select on public."roles" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(114))::uuid[])));
create policy rls_insert on public."roles" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(115, 116))::uuid[])));
create policy rls_update on public."roles" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(116))::uuid[]))) with check (("tenant_id" = any ((select rls.tenants(116))::uuid[])));
create policy rls_delete on public."roles" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(117))::uuid[])));
grant select, insert, update, delete on public."roles" to vitrine_app;
create or replace function rls.after_insert_roles() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(115)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."roles" for each row execute function rls.after_insert_roles();
create or replace function rls.before_update_roles() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."roles" for each row execute function rls.before_update_roles();

-- storage_accounts
alter table public."storage_accounts" enable row level security;
alter table public."storage_accounts" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'storage_accounts', current_user);
end $rls$;
create policy rls_select on public."storage_accounts" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(125))::uuid[])));
create policy rls_insert on public."storage_accounts" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(126, 127))::uuid[])));
create policy rls_update on public."storage_accounts" for update to vitrine_app using (("tenant_id" = any ((select rls.tenants(127))::uuid[]))) with check (("tenant_id" = any ((select rls.tenants(127))::uuid[])));
create policy rls_delete on public."storage_accounts" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(128))::uuid[])));
grant select, insert, update, delete on public."storage_accounts" to vitrine_app;
create or replace function rls.after_insert_storage_accounts() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(126)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."storage_accounts" for each row execute function rls.after_insert_storage_accounts();
create or replace function rls.before_update_storage_accounts() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."storage_accounts" for each row execute function rls.before_update_storage_accounts();

-- users
alter table public."users" enable row level security;
alter table public."users" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'users', current_user);
end $rls$;
create policy rls_select on public."users" for select to vitrine_app using (("id" = (select rls.uid())) or (select rls.has_cap('auth', 'operator', 'join', 'recover', 'email')) or (select rls.has_cap('ask-email')) or rls.is_colleague("id"));
create policy rls_insert on public."users" for insert to vitrine_app with check ((select rls.has_cap('operator', 'join')) or ((("id" = (select rls.uid())) or (select rls.has_cap('auth', 'recover', 'email'))) and (rls.is_user("id") or not rls.has_users())));
create policy rls_update on public."users" for update to vitrine_app using (("id" = (select rls.uid())) or (select rls.has_cap('auth', 'operator', 'recover', 'email'))) with check (("id" = (select rls.uid())) or (select rls.has_cap('auth', 'operator', 'recover', 'email')));
create policy rls_delete on public."users" for delete to vitrine_app using ((select rls.has_cap('operator')));
grant select, insert, update, delete on public."users" to vitrine_app;
create or replace function rls.after_insert_users() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not rls.has_cap('operator', 'join') then
    perform pg_advisory_xact_lock(hashtext('rls.first_user'));
    if rls.has_other_users(new.id) is not false then
      raise exception 'there is a first user already' using errcode = '42501';
    end if;
  elsif new.operator and not rls.has_cap('operator') then
    raise exception 'only an operator makes operators' using errcode = '42501';
  end if;
  if new.email_verified_at is not null and not (rls.has_cap('operator') and rls.uid() is null)
     and not rls.has_cap('join', 'email')
  then
    raise exception 'only a mailbox verifies its email' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."users" for each row execute function rls.after_insert_users();
create or replace function rls.before_update_users() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if new.operator is distinct from old.operator and not rls.has_cap('operator') then
    raise exception 'only an operator makes operators' using errcode = '42501';
  end if;
  if rls.uid() is distinct from old.id and not rls.has_cap('operator', 'email')
     and new.name is distinct from old.name
  then
    raise exception 'an identity is its owner’s' using errcode = '42501';
  end if;
  if new.email is distinct from old.email and not rls.has_cap('email') then
    raise exception 'an email changes when its mailbox confirms it' using errcode = '42501';
  end if;
  if new.email_verified_at is distinct from old.email_verified_at and not rls.has_cap('auth', 'email') then
    raise exception 'only a mailbox verifies its email' using errcode = '42501';
  end if;
  -- Payload writes whole rows that it read before. One from before a recovery would bring back the
  -- password, the email and the sessions that the recovery ended.
  if new.credentials_epoch is distinct from old.credentials_epoch
     and not (rls.has_cap('recover') and new.credentials_epoch = old.credentials_epoch + 1)
  then
    raise exception 'the credentials of this account changed meanwhile' using errcode = '40001';
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."users" for each row execute function rls.before_update_users();

-- users_sessions
alter table public."users_sessions" enable row level security;
alter table public."users_sessions" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'users_sessions', current_user);
end $rls$;
create policy rls_select on public."users_sessions" for select to vitrine_app using (("_parent_id" = (select rls.uid()) or (select rls.has_cap('auth', 'operator', 'join', 'recover', 'email'))));
create policy rls_insert on public."users_sessions" for insert to vitrine_app with check (("_parent_id" = (select rls.uid()) or (select rls.has_cap('auth', 'operator', 'join', 'recover', 'email'))));
create policy rls_update on public."users_sessions" for update to vitrine_app using (("_parent_id" = (select rls.uid()) or (select rls.has_cap('auth', 'operator', 'join', 'recover', 'email')))) with check (("_parent_id" = (select rls.uid()) or (select rls.has_cap('auth', 'operator', 'join', 'recover', 'email'))));
create policy rls_delete on public."users_sessions" for delete to vitrine_app using (("_parent_id" = (select rls.uid()) or (select rls.has_cap('auth', 'operator', 'join', 'recover', 'email'))));
grant select, insert, update, delete on public."users_sessions" to vitrine_app;

-- api_keys
alter table public."api_keys" enable row level security;
alter table public."api_keys" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'api_keys', current_user);
end $rls$;
create policy rls_select on public."api_keys" for select to vitrine_app using (("user_id" = (select rls.uid())) or (select rls.has_cap('auth')) or (select rls.has_cap('recover', 'email')));
create policy rls_insert on public."api_keys" for insert to vitrine_app with check (("user_id" = (select rls.uid())) and (select rls.has_cap('key')));
create policy rls_update on public."api_keys" for update to vitrine_app using ((select rls.has_cap('auth'))) with check ((select rls.has_cap('auth')));
create policy rls_delete on public."api_keys" for delete to vitrine_app using (("user_id" = (select rls.uid())) or (select rls.has_cap('recover', 'email')));
grant select, insert, update, delete on public."api_keys" to vitrine_app;
create or replace function rls.before_update_api_keys() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if to_jsonb(new) - 'last_used_at' <> to_jsonb(old) - 'last_used_at' then
    raise exception 'a key never changes' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."api_keys" for each row execute function rls.before_update_api_keys();

-- email_changes
alter table public."email_changes" enable row level security;
alter table public."email_changes" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'email_changes', current_user);
end $rls$;
create policy rls_select on public."email_changes" for select to vitrine_app using (("user_id" = (select rls.uid())) or (select rls.has_cap('operator')) or (select rls.has_cap('recover', 'email')));
create policy rls_insert on public."email_changes" for insert to vitrine_app with check ((("user_id" = (select rls.uid())) or (select rls.has_cap('operator'))) and (select rls.has_cap('ask-email')));
create policy rls_delete on public."email_changes" for delete to vitrine_app using (("user_id" = (select rls.uid())) or (select rls.has_cap('operator')) or (select rls.has_cap('recover', 'email')));
grant select, insert, delete on public."email_changes" to vitrine_app;

-- media_references
alter table public."media_references" enable row level security;
alter table public."media_references" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'media_references', current_user);
end $rls$;
create policy rls_select on public."media_references" for select to vitrine_app using (("tenant_id" = any ((select rls.tenants(122))::uuid[])));
create policy rls_insert on public."media_references" for insert to vitrine_app with check (("tenant_id" = any ((select rls.tenants(123))::uuid[])));
create policy rls_delete on public."media_references" for delete to vitrine_app using (("tenant_id" = any ((select rls.tenants(124))::uuid[])));
grant select, insert, delete on public."media_references" to vitrine_app;
create or replace function rls.after_insert_media_references() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id = any (rls.tenants(123)), false) then
    raise exception 'not allowed to create here' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_after_insert after insert on public."media_references" for each row execute function rls.after_insert_media_references();
create or replace function rls.before_update_media_references() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if not coalesce(new.tenant_id is not distinct from old.tenant_id, false) then
    raise exception 'the tenant of a row is fixed' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."media_references" for each row execute function rls.before_update_media_references();

-- payload_kv
alter table public."payload_kv" enable row level security;
alter table public."payload_kv" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'payload_kv', current_user);
end $rls$;

-- payload_jobs
alter table public."payload_jobs" enable row level security;
alter table public."payload_jobs" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'payload_jobs', current_user);
end $rls$;
alter table public."payload_jobs" add column if not exists "rls_tenant" uuid;
create policy rls_select on public."payload_jobs" for select to vitrine_app using ((select rls.has_cap('jobs', 'operator')) or ((select rls.has_cap('files')) and "task_slug" in ('removeFile', 'deliverFile', 'processFile')) or ("rls_tenant" = any ((select rls.tenants(0))::uuid[])));
create policy rls_insert on public."payload_jobs" for insert to vitrine_app with check ((select rls.has_cap('jobs', 'operator')) or ((select rls.has_cap('files')) and "task_slug" in ('removeFile', 'deliverFile', 'processFile')) or ("task_slug" = 'liftEmbargo' and "rls_tenant" = any ((select rls.tenants(16, 28))::uuid[])) or ("task_slug" = 'schedulePublish' and "input" #>> '{user,value}' = (select rls.uid())::text and (("input" #>> '{doc,relationTo}' = 'case-studies' and "rls_tenant" = any ((select rls.tenants(16))::uuid[]) and case when coalesce(nullif("input" ->> 'type', ''), 'publish') = 'publish' then "rls_tenant" = any ((select rls.tenants(14))::uuid[]) else "rls_tenant" = any ((select rls.tenants(15))::uuid[]) end) or ("input" #>> '{doc,relationTo}' = 'pages' and "rls_tenant" = any ((select rls.tenants(28))::uuid[]) and case when coalesce(nullif("input" ->> 'type', ''), 'publish') = 'publish' then "rls_tenant" = any ((select rls.tenants(26))::uuid[]) else "rls_tenant" = any ((select rls.tenants(27))::uuid[]) end))));
create policy rls_update on public."payload_jobs" for update to vitrine_app using ((select rls.has_cap('jobs', 'operator'))) with check ((select rls.has_cap('jobs', 'operator')));
create policy rls_delete on public."payload_jobs" for delete to vitrine_app using ((select rls.has_cap('jobs', 'operator')) or ("task_slug" = 'liftEmbargo' and "rls_tenant" = any ((select rls.tenants(16, 28))::uuid[])) or ("task_slug" = 'schedulePublish' and (("input" #>> '{doc,relationTo}' = 'case-studies' and "rls_tenant" = any ((select rls.tenants(16))::uuid[])) or ("input" #>> '{doc,relationTo}' = 'pages' and "rls_tenant" = any ((select rls.tenants(28))::uuid[])))));
grant select, insert, update, delete on public."payload_jobs" to vitrine_app;

-- payload_jobs_log
alter table public."payload_jobs_log" enable row level security;
alter table public."payload_jobs_log" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'payload_jobs_log', current_user);
end $rls$;
create policy rls_select on public."payload_jobs_log" for select to vitrine_app using ((rls.shows_payload_jobs("_parent_id")));
create policy rls_insert on public."payload_jobs_log" for insert to vitrine_app with check ((rls.writes_payload_jobs("_parent_id")));
create policy rls_update on public."payload_jobs_log" for update to vitrine_app using ((rls.writes_payload_jobs("_parent_id"))) with check ((rls.writes_payload_jobs("_parent_id")));
create policy rls_delete on public."payload_jobs_log" for delete to vitrine_app using ((rls.writes_payload_jobs("_parent_id")));
grant select, insert, update, delete on public."payload_jobs_log" to vitrine_app;

-- payload_locked_documents
alter table public."payload_locked_documents" enable row level security;
alter table public."payload_locked_documents" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'payload_locked_documents', current_user);
end $rls$;
alter table public."payload_locked_documents" add column if not exists "rls_owner" uuid default rls.uid();
alter table public."payload_locked_documents" add column if not exists "rls_tenant" uuid;
alter table public."payload_locked_documents" add column if not exists "rls_table" text;
alter table public."payload_locked_documents" add column if not exists "rls_document" uuid;
create policy rls_select on public."payload_locked_documents" for select to vitrine_app using (("rls_owner" = (select rls.uid())) or ("rls_tenant" = any ((select rls.tenants(0))::uuid[])) or rls.may_edit("rls_table", "rls_document"));
create policy rls_insert on public."payload_locked_documents" for insert to vitrine_app with check ("rls_owner" = (select rls.uid()) and "rls_document" is null and "rls_table" is null and "rls_tenant" is null and "global_slug" is null);
create policy rls_update on public."payload_locked_documents" for update to vitrine_app using (("rls_owner" = (select rls.uid()) and "rls_document" is null) or rls.may_edit("rls_table", "rls_document")) with check (("rls_owner" = (select rls.uid()) and "rls_document" is null) or rls.may_edit("rls_table", "rls_document"));
create policy rls_delete on public."payload_locked_documents" for delete to vitrine_app using (("rls_owner" = (select rls.uid()) and "rls_document" is null) or rls.may_edit("rls_table", "rls_document"));
grant select, insert, update, delete on public."payload_locked_documents" to vitrine_app;
create or replace function rls.before_update_payload_locked_documents() returns trigger language plpgsql as $rls$ begin
  -- What the keys of the database do by themselves, and what its owner does, is not a request.
  if pg_trigger_depth() > 1 or (select c.relowner = current_user::regrole from pg_class c where c.oid = tg_relid) then
    return new;
  end if;
  if (new.rls_owner, new.rls_tenant, new.rls_table, new.rls_document)
     is distinct from (old.rls_owner, old.rls_tenant, old.rls_table, old.rls_document) then
    raise exception 'the document of a lock follows from its rows' using errcode = '42501';
  end if;
  return new;
end $rls$;
create trigger rls_before_update before update on public."payload_locked_documents" for each row execute function rls.before_update_payload_locked_documents();

-- payload_locked_documents_rels
alter table public."payload_locked_documents_rels" enable row level security;
alter table public."payload_locked_documents_rels" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'payload_locked_documents_rels', current_user);
end $rls$;
create policy rls_select on public."payload_locked_documents_rels" for select to vitrine_app using ((rls.shows_payload_locked_documents("parent_id")));
create policy rls_insert on public."payload_locked_documents_rels" for insert to vitrine_app with check (((rls.writes_payload_locked_documents("parent_id"))) and (rls.may_lock(to_jsonb("payload_locked_documents_rels"))));
create policy rls_update on public."payload_locked_documents_rels" for update to vitrine_app using ((rls.writes_payload_locked_documents("parent_id"))) with check (((rls.writes_payload_locked_documents("parent_id"))) and (rls.may_lock(to_jsonb("payload_locked_documents_rels"))));
create policy rls_delete on public."payload_locked_documents_rels" for delete to vitrine_app using ((rls.writes_payload_locked_documents("parent_id")));
grant select, insert, update, delete on public."payload_locked_documents_rels" to vitrine_app;

-- payload_preferences
alter table public."payload_preferences" enable row level security;
alter table public."payload_preferences" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'payload_preferences', current_user);
end $rls$;
alter table public."payload_preferences" add column if not exists "rls_owner" uuid default rls.uid() references public.users (id) on delete cascade;
create policy rls_select on public."payload_preferences" for select to vitrine_app using ("rls_owner" = (select rls.uid()));
create policy rls_insert on public."payload_preferences" for insert to vitrine_app with check ("rls_owner" = (select rls.uid()));
create policy rls_update on public."payload_preferences" for update to vitrine_app using ("rls_owner" = (select rls.uid())) with check ("rls_owner" = (select rls.uid()));
create policy rls_delete on public."payload_preferences" for delete to vitrine_app using ("rls_owner" = (select rls.uid()));
grant select, insert, update, delete on public."payload_preferences" to vitrine_app;

-- payload_preferences_rels
alter table public."payload_preferences_rels" enable row level security;
alter table public."payload_preferences_rels" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'payload_preferences_rels', current_user);
end $rls$;
create policy rls_select on public."payload_preferences_rels" for select to vitrine_app using ((rls.shows_payload_preferences("parent_id")));
create policy rls_insert on public."payload_preferences_rels" for insert to vitrine_app with check (((rls.writes_payload_preferences("parent_id"))) and ("path" = 'user' and "users_id" = (select rls.uid())));
create policy rls_update on public."payload_preferences_rels" for update to vitrine_app using ((rls.writes_payload_preferences("parent_id"))) with check (((rls.writes_payload_preferences("parent_id"))) and ("path" = 'user' and "users_id" = (select rls.uid())));
create policy rls_delete on public."payload_preferences_rels" for delete to vitrine_app using ((rls.writes_payload_preferences("parent_id")));
grant select, insert, update, delete on public."payload_preferences_rels" to vitrine_app;

-- payload_migrations
alter table public."payload_migrations" enable row level security;
alter table public."payload_migrations" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', 'payload_migrations', current_user);
end $rls$;

alter table public."case_studies" add constraint rls_case_studies_cover_id foreign key ("tenant_id", "cover_id") references public."media" ("tenant_id", "id") on delete set null ("cover_id");

alter table public."case_studies" add constraint rls_case_studies_client_id foreign key ("tenant_id", "client_id") references public."organisations" ("tenant_id", "id") on delete set null ("client_id");

alter table public."case_studies" add constraint rls_case_studies_seo_image_id foreign key ("tenant_id", "seo_image_id") references public."media" ("tenant_id", "id") on delete set null ("seo_image_id");

alter table public."case_studies_credits" add constraint rls_case_studies_credits_person_id foreign key ("rls_tenant", "person_id") references public."people" ("tenant_id", "id") on delete set null ("person_id");

alter table public."case_studies_rels" add constraint rls_case_studies_rels_testimonials_id foreign key ("rls_tenant", "testimonials_id") references public."testimonials" ("tenant_id", "id") on delete cascade;

alter table public."case_studies_rels" add constraint rls_case_studies_rels_services_id foreign key ("rls_tenant", "services_id") references public."services" ("tenant_id", "id") on delete cascade;

alter table public."case_studies_rels" add constraint rls_case_studies_rels_industries_id foreign key ("rls_tenant", "industries_id") references public."industries" ("tenant_id", "id") on delete cascade;

alter table public."case_studies_rels" add constraint rls_case_studies_rels_technologies_id foreign key ("rls_tenant", "technologies_id") references public."technologies" ("tenant_id", "id") on delete cascade;

alter table public."case_studies_rels" add constraint rls_case_studies_rels_case_studies_id foreign key ("rls_tenant", "case_studies_id") references public."case_studies" ("tenant_id", "id") on delete cascade;

alter table public."_case_studies_v" add constraint rls__case_studies_v_version_cover_id foreign key ("version_tenant_id", "version_cover_id") references public."media" ("tenant_id", "id") on delete set null ("version_cover_id");

alter table public."_case_studies_v" add constraint rls__case_studies_v_version_client_id foreign key ("version_tenant_id", "version_client_id") references public."organisations" ("tenant_id", "id") on delete set null ("version_client_id");

alter table public."_case_studies_v" add constraint rls__case_studies_v_version_seo_image_id foreign key ("version_tenant_id", "version_seo_image_id") references public."media" ("tenant_id", "id") on delete set null ("version_seo_image_id");

alter table public."_case_studies_v" add constraint rls__case_studies_v_parent_id foreign key ("version_tenant_id", "parent_id") references public."case_studies" ("tenant_id", "id") on delete set null ("parent_id");

alter table public."_case_studies_v_version_credits" add constraint rls__case_studies_v_version_credits_person_id foreign key ("rls_tenant", "person_id") references public."people" ("tenant_id", "id") on delete set null ("person_id");

alter table public."_case_studies_v_rels" add constraint rls__case_studies_v_rels_testimonials_id foreign key ("rls_tenant", "testimonials_id") references public."testimonials" ("tenant_id", "id") on delete cascade;

alter table public."_case_studies_v_rels" add constraint rls__case_studies_v_rels_services_id foreign key ("rls_tenant", "services_id") references public."services" ("tenant_id", "id") on delete cascade;

alter table public."_case_studies_v_rels" add constraint rls__case_studies_v_rels_industries_id foreign key ("rls_tenant", "industries_id") references public."industries" ("tenant_id", "id") on delete cascade;

alter table public."_case_studies_v_rels" add constraint rls__case_studies_v_rels_technologies_id foreign key ("rls_tenant", "technologies_id") references public."technologies" ("tenant_id", "id") on delete cascade;

alter table public."_case_studies_v_rels" add constraint rls__case_studies_v_rels_case_studies_id foreign key ("rls_tenant", "case_studies_id") references public."case_studies" ("tenant_id", "id") on delete cascade;

alter table public."people" add constraint rls_people_portrait_id foreign key ("tenant_id", "portrait_id") references public."media" ("tenant_id", "id") on delete set null ("portrait_id");

alter table public."_people_v" add constraint rls__people_v_version_portrait_id foreign key ("version_tenant_id", "version_portrait_id") references public."media" ("tenant_id", "id") on delete set null ("version_portrait_id");

alter table public."_people_v" add constraint rls__people_v_parent_id foreign key ("version_tenant_id", "parent_id") references public."people" ("tenant_id", "id") on delete set null ("parent_id");

alter table public."organisations" add constraint rls_organisations_logo_id foreign key ("tenant_id", "logo_id") references public."media" ("tenant_id", "id") on delete set null ("logo_id");

alter table public."_organisations_v" add constraint rls__organisations_v_version_logo_id foreign key ("version_tenant_id", "version_logo_id") references public."media" ("tenant_id", "id") on delete set null ("version_logo_id");

alter table public."_organisations_v" add constraint rls__organisations_v_parent_id foreign key ("version_tenant_id", "parent_id") references public."organisations" ("tenant_id", "id") on delete set null ("parent_id");

alter table public."testimonials" add constraint rls_testimonials_organisation_id foreign key ("tenant_id", "organisation_id") references public."organisations" ("tenant_id", "id") on delete set null ("organisation_id");

alter table public."testimonials" add constraint rls_testimonials_portrait_id foreign key ("tenant_id", "portrait_id") references public."media" ("tenant_id", "id") on delete set null ("portrait_id");

alter table public."_testimonials_v" add constraint rls__testimonials_v_version_organisation_id foreign key ("version_tenant_id", "version_organisation_id") references public."organisations" ("tenant_id", "id") on delete set null ("version_organisation_id");

alter table public."_testimonials_v" add constraint rls__testimonials_v_version_portrait_id foreign key ("version_tenant_id", "version_portrait_id") references public."media" ("tenant_id", "id") on delete set null ("version_portrait_id");

alter table public."_testimonials_v" add constraint rls__testimonials_v_parent_id foreign key ("version_tenant_id", "parent_id") references public."testimonials" ("tenant_id", "id") on delete set null ("parent_id");

alter table public."pages" add constraint rls_pages_seo_image_id foreign key ("tenant_id", "seo_image_id") references public."media" ("tenant_id", "id") on delete set null ("seo_image_id");

alter table public."_pages_v" add constraint rls__pages_v_version_seo_image_id foreign key ("version_tenant_id", "version_seo_image_id") references public."media" ("tenant_id", "id") on delete set null ("version_seo_image_id");

alter table public."_pages_v" add constraint rls__pages_v_parent_id foreign key ("version_tenant_id", "parent_id") references public."pages" ("tenant_id", "id") on delete set null ("parent_id");

alter table public."site_settings" add constraint rls_site_settings_logo_id foreign key ("tenant_id", "logo_id") references public."media" ("tenant_id", "id") on delete set null ("logo_id");

alter table public."site_settings" add constraint rls_site_settings_about_id foreign key ("tenant_id", "about_id") references public."pages" ("tenant_id", "id") on delete set null ("about_id");

alter table public."site_settings" add constraint rls_site_settings_seo_image_id foreign key ("tenant_id", "seo_image_id") references public."media" ("tenant_id", "id") on delete set null ("seo_image_id");

alter table public."site_settings_navigation" add constraint rls_site_settings_navigation_page_id foreign key ("rls_tenant", "page_id") references public."pages" ("tenant_id", "id") on delete set null ("page_id");

alter table public."_site_settings_v" add constraint rls__site_settings_v_version_logo_id foreign key ("version_tenant_id", "version_logo_id") references public."media" ("tenant_id", "id") on delete set null ("version_logo_id");

alter table public."_site_settings_v" add constraint rls__site_settings_v_version_about_id foreign key ("version_tenant_id", "version_about_id") references public."pages" ("tenant_id", "id") on delete set null ("version_about_id");

alter table public."_site_settings_v" add constraint rls__site_settings_v_version_seo_image_id foreign key ("version_tenant_id", "version_seo_image_id") references public."media" ("tenant_id", "id") on delete set null ("version_seo_image_id");

alter table public."_site_settings_v" add constraint rls__site_settings_v_parent_id foreign key ("version_tenant_id", "parent_id") references public."site_settings" ("tenant_id", "id") on delete set null ("parent_id");

alter table public."_site_settings_v_version_navigation" add constraint rls__site_settings_v_version_navigation_page_id foreign key ("rls_tenant", "page_id") references public."pages" ("tenant_id", "id") on delete set null ("page_id");

alter table public."leads" add constraint rls_leads_study_id foreign key ("tenant_id", "study_id") references public."case_studies" ("tenant_id", "id") on delete set null ("study_id");

alter table public."_services_v" add constraint rls__services_v_parent_id foreign key ("version_tenant_id", "parent_id") references public."services" ("tenant_id", "id") on delete set null ("parent_id");

alter table public."_industries_v" add constraint rls__industries_v_parent_id foreign key ("version_tenant_id", "parent_id") references public."industries" ("tenant_id", "id") on delete set null ("parent_id");

alter table public."_technologies_v" add constraint rls__technologies_v_parent_id foreign key ("version_tenant_id", "parent_id") references public."technologies" ("tenant_id", "id") on delete set null ("parent_id");

alter table public."memberships" add constraint rls_memberships_custom_role_id foreign key ("tenant_id", "custom_role_id") references public."roles" ("tenant_id", "id") on delete set null ("custom_role_id");

alter table public."invitations" add constraint rls_invitations_custom_role_id foreign key ("tenant_id", "custom_role_id") references public."roles" ("tenant_id", "id") on delete set null ("custom_role_id");

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."case_studies"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'case_studies', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'case_studies', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."_case_studies_v"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'version_tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', '_case_studies_v', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', '_case_studies_v', one.conname, 'version_tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."pages"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'pages', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'pages', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."_pages_v"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'version_tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', '_pages_v', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', '_pages_v', one.conname, 'version_tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."people"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'people', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'people', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."_people_v"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'version_tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', '_people_v', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', '_people_v', one.conname, 'version_tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."organisations"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'organisations', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'organisations', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."_organisations_v"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'version_tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', '_organisations_v', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', '_organisations_v', one.conname, 'version_tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."services"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'services', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'services', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."_services_v"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'version_tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', '_services_v', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', '_services_v', one.conname, 'version_tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."industries"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'industries', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'industries', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."_industries_v"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'version_tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', '_industries_v', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', '_industries_v', one.conname, 'version_tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."technologies"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'technologies', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'technologies', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."_technologies_v"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'version_tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', '_technologies_v', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', '_technologies_v', one.conname, 'version_tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."testimonials"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'testimonials', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'testimonials', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."_testimonials_v"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'version_tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', '_testimonials_v', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', '_testimonials_v', one.conname, 'version_tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."media"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'media', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'media', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."documents"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'documents', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'documents', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."site_settings"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'site_settings', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'site_settings', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."_site_settings_v"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'version_tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', '_site_settings_v', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', '_site_settings_v', one.conname, 'version_tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."leads"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'leads', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'leads', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."redirects"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'redirects', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'redirects', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."memberships"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'memberships', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'memberships', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."invitations"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'invitations', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'invitations', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."roles"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'roles', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'roles', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."domains"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'domains', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'domains', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."storage_accounts"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'storage_accounts', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'storage_accounts', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;

do $rls$ declare one record; begin
  for one in select k.conname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = 'public."media_references"'::regclass and k.confrelid = 'public."tenants"'::regclass
        and k.contype = 'f' and a.attname = 'tenant_id' and k.confdeltype <> 'c' loop
    execute format('alter table public.%I drop constraint %I', 'media_references', one.conname);
    execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete cascade', 'media_references', one.conname, 'tenant_id', 'tenants');
  end loop;
end $rls$;


create trigger rls_lock_document after insert or update on public.payload_locked_documents_rels
  for each row execute function rls.lock_document();
create trigger rls_unlock_document after delete on public.payload_locked_documents_rels
  for each row execute function rls.unlock_document();
create trigger rls_clear_locks after insert on public.payload_locked_documents
  for each row execute function rls.clear_locks();
-- A lock holds for five minutes; those from before do not say which document they are of.
delete from public.payload_locked_documents where rls_document is null;
create trigger rls_job_tenant before insert on public.payload_jobs
  for each row execute function rls.job_tenant();
create trigger rls_skip_ended_session before insert on public.users_sessions
  for each row execute function rls.skip_ended_session();

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
end $rls$;

revoke all on all functions in schema rls from public;
grant usage on schema public, rls to vitrine_app;
grant usage on all sequences in schema public to vitrine_app;
grant execute on function rls.tenants(int[]) to vitrine_app;
grant execute on function rls.uid() to vitrine_app;
grant execute on function rls.has_cap(text[]) to vitrine_app;
grant execute on function rls.is_known() to vitrine_app;
