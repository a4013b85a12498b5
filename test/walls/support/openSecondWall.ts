// Switches the second wall off in one database, as its owner could: no policy holds, no guard runs,
// and the group may do everything that a policy would have decided about.
import pg from 'pg'
import { RUNTIME_GROUP } from '../../../src/walls/group.ts'

export const openSecondWall = async (databaseUrl: string): Promise<void> => {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    await owner.query(`do $$ declare one record; begin
      for one in select relname from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r' loop
        execute format('alter table public.%I no force row level security', one.relname);
        execute format('alter table public.%I disable row level security', one.relname);
        execute format('grant select, insert, update, delete on public.%I to ${RUNTIME_GROUP}', one.relname);
      end loop;
      for one in select c.relname, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
          where t.tgname in ('rls_after_insert', 'rls_before_update', 'rls_before_delete') loop
        execute format('drop trigger %I on public.%I', one.tgname, one.relname);
      end loop;
    end $$`)
  } finally {
    await owner.end()
  }
}
