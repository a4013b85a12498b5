// The tables that belong to no single tenant: identities, and what Payload keeps for itself. Not in
// the rule table because no role decides here, but the person, the colleague or the process.
import { CAPABILITY_CAPS } from './capabilities.ts'
import { permissionNumber } from './permissions.ts'
import { jobWall } from './sqlJobs.ts'
import { LOCK_FUNCTIONS, lockFunctions, lockTriggers, lockWall } from './sqlLocks.ts'

const self = (column: string) => `"${column}" = (select rls.uid())`
const OPERATOR = `(select rls.has_cap('operator'))`
const { askEmail, email, join, key, recover } = CAPABILITY_CAPS
/** Finds out who somebody is, runs the installation, takes somebody in, or recovers an account. */
const TRUSTED = `(select rls.has_cap('auth', 'operator', '${join}', '${recover}', '${email}'))`
const RECOVERS = `(select rls.has_cap('${recover}', '${email}'))`
const AUTHENTICATES = `(select rls.has_cap('auth'))`
const ownSessions = `"_parent_id" = (select rls.uid()) or ${TRUSTED}`

type Platform = {
  table: string
  select: string | null
  insert: string | null
  update: string | null
  delete: string | null
  guards?: { afterInsert?: string; beforeUpdate?: string; beforeDelete?: string }
  columns?: { name: string; definition: string }[]
  children?: {
    reads: string | null
    writes: string | null
    showsWithParent: boolean
    rootWrites: string | null
    check?: string
  }
}

const ownPreference = `"rls_owner" = (select rls.uid())`

export const platformWalls: Platform[] = [
  {
    table: 'users',
    select: `(${self('id')}) or ${TRUSTED} or (select rls.has_cap('${askEmail}')) or rls.is_colleague("id")`,
    // An update comes as INSERT … ON CONFLICT, and passes here too; a row that is there is not made.
    insert: `(select rls.has_cap('operator', '${join}')) or (((${self('id')}) or (select rls.has_cap('auth', '${recover}', '${email}'))) and (rls.is_user("id") or not rls.has_users()))`,
    update: `(${self('id')}) or (select rls.has_cap('auth', 'operator', '${recover}', '${email}'))`,
    delete: OPERATOR,
    guards: {
      beforeUpdate: `if new.operator is distinct from old.operator and not rls.has_cap('operator') then
    raise exception 'only an operator makes operators' using errcode = '42501';
  end if;
  if rls.uid() is distinct from old.id and not rls.has_cap('operator', '${email}')
     and new.name is distinct from old.name
  then
    raise exception 'an identity is its owner’s' using errcode = '42501';
  end if;
  if new.email is distinct from old.email and not rls.has_cap('${email}') then
    raise exception 'an email changes when its mailbox confirms it' using errcode = '42501';
  end if;
  if new.email_verified_at is distinct from old.email_verified_at and not rls.has_cap('auth', '${email}') then
    raise exception 'only a mailbox verifies its email' using errcode = '42501';
  end if;
  -- Payload writes whole rows that it read before. One from before a recovery would bring back the
  -- password, the email and the sessions that the recovery ended.
  if new.credentials_epoch is distinct from old.credentials_epoch
     and not (rls.has_cap('${recover}') and new.credentials_epoch = old.credentials_epoch + 1)
  then
    raise exception 'the credentials of this account changed meanwhile' using errcode = '40001';
  end if;`,
      // One after the other: of several who come first at once, one does.
      afterInsert: `if not rls.has_cap('operator', '${join}') then
    perform pg_advisory_xact_lock(hashtext('rls.first_user'));
    if rls.has_other_users(new.id) is not false then
      raise exception 'there is a first user already' using errcode = '42501';
    end if;
  elsif new.operator and not rls.has_cap('operator') then
    raise exception 'only an operator makes operators' using errcode = '42501';
  end if;
  if new.email_verified_at is not null and not (rls.has_cap('operator') and rls.uid() is null)
     and not rls.has_cap('${join}', '${email}')
  then
    raise exception 'only a mailbox verifies its email' using errcode = '42501';
  end if;`,
    },
    // Sessions. A colleague is seen, their sessions are not.
    children: {
      reads: ownSessions,
      writes: ownSessions,
      showsWithParent: false,
      rootWrites: null,
    },
  },
  {
    // Made by the server alone, after it asked for the password; looked up while authenticating.
    table: 'api_keys',
    select: `(${self('user_id')}) or ${AUTHENTICATES} or ${RECOVERS}`,
    insert: `(${self('user_id')}) and (select rls.has_cap('${key}'))`,
    update: AUTHENTICATES,
    delete: `(${self('user_id')}) or ${RECOVERS}`,
    guards: {
      beforeUpdate: `if to_jsonb(new) - 'last_used_at' <> to_jsonb(old) - 'last_used_at' then
    raise exception 'a key never changes' using errcode = '42501';
  end if;`,
    },
  },
  {
    table: 'email_changes',
    select: `(${self('user_id')}) or ${OPERATOR} or ${RECOVERS}`,
    insert: `((${self('user_id')}) or ${OPERATOR}) and (select rls.has_cap('${askEmail}'))`,
    update: null,
    delete: `(${self('user_id')}) or ${OPERATOR} or ${RECOVERS}`,
  },
  lockWall,
  {
    table: 'payload_preferences',
    columns: [
      {
        name: 'rls_owner',
        definition: 'uuid default rls.uid() references public.users (id) on delete cascade',
      },
    ],
    select: ownPreference,
    insert: ownPreference,
    update: ownPreference,
    delete: ownPreference,
    children: {
      reads: null,
      writes: null,
      showsWithParent: true,
      rootWrites: ownPreference,
      check: `"path" = 'user' and ${self('users_id')}`,
    },
  },
  jobWall,
]

/** Those who see or change the memberships of a tenant. */
const OWNER_ASKERS = (
  ['memberships.readInternal', 'memberships.updateAny', 'memberships.purge'] as const
)
  .map(permissionNumber)
  .join(', ')

const askedBy = (condition: string): string => `
  if (${condition}) is not true then
    return null;
  end if;`

/**
 * What policies and guards of this application ask beside the context. Each answers those who have
 * a reason to ask, and says nothing to others: neither yes nor no.
 */
export const platformFunctions = `
create or replace function rls.has_users() returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin${askedBy(`rls.has_cap('auth')`)}
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
  if not coalesce(rls.uid() = this_user or rls.has_cap('auth', '${recover}', '${email}'), false) then
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
     where m.user_id = this and m.tenant_id = any (rls.tenants(${permissionNumber('memberships.readInternal')}))
  );
end $rls$;

create or replace function rls.is_user(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin${askedBy(`rls.has_cap('auth', 'operator', '${CAPABILITY_CAPS.join}') or rls.uid() = this`)}
  return exists (select from public.users where id = this);
end $rls$;

create or replace function rls.has_other_users(this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin${askedBy(`rls.has_cap('auth')`)}
  return exists (select from public.users where id <> this);
end $rls$;

-- Volatile, so that it sees what others committed until now, and what this statement did so far.
create or replace function rls.has_other_owner(this_tenant uuid, this_membership uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $rls$ begin${askedBy(`rls.has_cap('operator')
      or this_tenant = any (rls.tenants(${OWNER_ASKERS}))
      or exists (select from public.memberships m where m.id = this_membership and m.user_id = rls.uid())`)}
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
${lockFunctions}`

export const platformTriggers = `${lockTriggers}
create trigger rls_job_tenant before insert on public.payload_jobs
  for each row execute function rls.job_tenant();
create trigger rls_skip_ended_session before insert on public.users_sessions
  for each row execute function rls.skip_ended_session();`

export const PLATFORM_FUNCTIONS = [
  'has_users()',
  'is_user(uuid)',
  'is_colleague(uuid)',
  'has_other_users(uuid)',
  'has_other_owner(uuid, uuid)',
  'active_tenants()',
  'reach(uuid)',
  ...LOCK_FUNCTIONS,
  'end_sessions(uuid, text, text)',
] as const
