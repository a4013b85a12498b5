/** What the wall stands on: who has any right at all, and what an earlier wall left. */
import { CONTEXT_FUNCTIONS } from './functions.ts'

export const roles = (role: string): string => `do $rls$ begin
  if not exists (select from pg_roles where rolname = '${role}') then
    create role ${role} nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $rls$;`

/** Everything that an earlier wall made, by its prefix. */
export const CLEAR = `do $rls$ declare one record; begin
  for one in select tablename, policyname from pg_policies where schemaname = 'public' and policyname like 'rls\\_%' loop
    execute format('drop policy %I on public.%I', one.policyname, one.tablename);
  end loop;
  for one in select t.tgname, c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgname like 'rls\\_%' loop
    execute format('drop trigger %I on public.%I', one.tgname, one.relname);
  end loop;
  for one in select k.conname, c.relname from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = 'public'::regnamespace and k.conname like 'rls\\_%' loop
    execute format('alter table public.%I drop constraint %I', one.relname, one.conname);
  end loop;
end $rls$;`

/** Supabase serves `public` to the world under roles of its own; PUBLIC is everybody. */
export const closeToOthers = (role: string): string => `do $rls$ declare other text; begin
  foreach other in array array['anon', 'authenticated', 'service_role', '${role}'] loop
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
alter default privileges in schema public revoke all on tables from public;`

export const secure = (
  table: string,
): string => `alter table public."${table}" enable row level security;
alter table public."${table}" force row level security;
do $rls$ begin
  execute format('create policy rls_owner on public.%I to %I using (true) with check (true)', '${table}', current_user);
end $rls$;`

export const grants = ({ role }: { role: string }): string =>
  [
    // Functions are everybody's when they are made, those of the application as well.
    `revoke all on all functions in schema rls from public;`,
    `grant usage on schema public, rls to ${role};`,
    `grant usage on all sequences in schema public to ${role};`,
    ...CONTEXT_FUNCTIONS.map((name) => `grant execute on function rls.${name} to ${role};`),
  ].join('\n')

export const open = (tables: string[]): string =>
  tables
    .map(
      (table) => `alter table public."${table}" no force row level security;
alter table public."${table}" disable row level security;
alter table public."${table}" drop column if exists "rls_tenant";`,
    )
    .join('\n')
