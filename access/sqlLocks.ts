// Locks of documents. A lock is made, moved, kept and deleted by those who may update that very
// document; everybody of its tenant sees it. Which document that is stands on the lock itself, put
// there by a trigger once the row that names it has passed its policy, so that nobody learns from a
// lock whose a document is.
import { holds, RULED_COLLECTIONS, tablePolicy } from './sql.ts'
import { mayGrant } from './sqlGuards.ts'

const ownLock = `"rls_owner" = (select rls.uid())`
/** Between its two statements, Payload's lock has no document yet. */
const unfinished = `${ownLock} and "rls_document" is null`
const writes = `(${unfinished}) or rls.may_edit("rls_table", "rls_document")`

export const lockWall = {
  table: 'payload_locked_documents',
  columns: [
    { name: 'rls_owner', definition: 'uuid default rls.uid()' },
    { name: 'rls_tenant', definition: 'uuid' },
    { name: 'rls_table', definition: 'text' },
    { name: 'rls_document', definition: 'uuid' },
  ],
  select: `(${ownLock}) or (${holds('"rls_tenant"', 'tenants.readInternal')}) or rls.may_edit("rls_table", "rls_document")`,
  // There are no globals, so nobody has a right to one.
  insert: `${unfinished} and "rls_table" is null and "rls_tenant" is null and "global_slug" is null`,
  update: writes,
  delete: writes,
  guards: {
    beforeUpdate: `if (new.rls_owner, new.rls_tenant, new.rls_table, new.rls_document)
     is distinct from (old.rls_owner, old.rls_tenant, old.rls_table, old.rls_document) then
    raise exception 'the document of a lock follows from its rows' using errcode = '42501';
  end if;`,
  },
  children: {
    reads: null,
    writes: null,
    showsWithParent: true,
    rootWrites: writes,
    // Of the whole row, not of columns: a column that a policy names cannot be dropped.
    check: `rls.may_lock(to_jsonb("payload_locked_documents_rels"))`,
  },
}

/** Who may update a document, by the name of its table. */
const editors: { table: string; predicate: string | null }[] = [
  ...RULED_COLLECTIONS.map((collection) => {
    const { edits } = tablePolicy(collection)
    return {
      table: collection.replaceAll('-', '_'),
      predicate:
        collection === 'memberships' && edits
          ? `(${edits}) and (${mayGrant('memberships')})`
          : edits,
    }
  }),
  { table: 'users', predicate: `"id" = (select rls.uid()) or (select rls.has_cap('operator'))` },
]

export const lockFunctions = `
-- Whether this very document may be updated. Of a table that is not named here, none.
create or replace function rls.may_edit(this_table text, this uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$ begin
  ${editors
    .filter(({ predicate }) => predicate !== null)
    .map(
      ({ predicate, table }) => `if this_table = '${table}' then
    return exists (select from public."${table}" where "id" = this and (${predicate}));
  end if;`,
    )
    .join('\n  ')}
  return false;
end $rls$;

-- Whether a row may stand under a lock: one names whose lock it is, the other the document.
create or replace function rls.may_lock(part jsonb) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $rls$
declare named int; target text; document uuid;
begin
  select count(*), min(left(key, -3)), min(value)::uuid into named, target, document
    from jsonb_each_text(part)
   where key like '%\\_id' and key <> 'parent_id' and value is not null;
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
   where key like '%\\_id' and key <> 'parent_id' and value is not null
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
end $rls$;`

export const lockTriggers = `
create trigger rls_lock_document after insert or update on public.payload_locked_documents_rels
  for each row execute function rls.lock_document();
create trigger rls_unlock_document after delete on public.payload_locked_documents_rels
  for each row execute function rls.unlock_document();
create trigger rls_clear_locks after insert on public.payload_locked_documents
  for each row execute function rls.clear_locks();
-- A lock holds for five minutes; those from before do not say which document they are of.
delete from public.payload_locked_documents where rls_document is null;`

export const LOCK_FUNCTIONS = ['may_edit(text, uuid)', 'may_lock(jsonb)'] as const
