/**
 * The functions that policies ask. Each verifies the signature of the context by itself, with a key
 * that the runtime role cannot read, and fails closed: no context, a forged one or one that has
 * expired means nobody, nowhere.
 */

/** RFC 2104 over SHA-256 from built-in functions, so that no extension is needed. */
const VERIFY = `
  context text := current_setting('rls.context', true);
  message text;
  k rls.key;
begin
  if context is null or length(context) < 70 then
    return NOTHING;
  end if;
  message := left(context, -65);
  select * into k from rls.key where id = split_part(message, '|', 1);
  if not found
    or encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(message, 'UTF8'))), 'hex')
       <> right(context, 64)
    or split_part(message, '|', 2)::bigint < extract(epoch from statement_timestamp())
  then
    return NOTHING;
  end if;`

const define = ({
  args,
  body,
  declare = '',
  name,
  nothing,
  returns,
}: {
  name: string
  args: string
  returns: string
  nothing: string
  declare?: string
  body: string
}): string => `
create or replace function rls.${name}(${args}) returns ${returns}
language plpgsql stable parallel safe security definer set search_path = pg_catalog as $rls$
declare${declare}${VERIFY.replaceAll('NOTHING', nothing)}
${body}
end $rls$;`

/** @param tenantsTable Where `*` is looked up, e.g. `public.tenants`. */
export const contextFunctions = ({ tenantsTable }: { tenantsTable: string }): string =>
  [
    `create schema if not exists rls;
create table if not exists rls.key (
  id text primary key,
  inner_pad bytea not null,
  outer_pad bytea not null,
  created_at timestamptz not null default now()
);
revoke all on rls.key from public;`,
    define({
      name: 'tenants',
      args: 'variadic wanted int[]',
      returns: 'uuid[]',
      nothing: `'{}'`,
      declare: `
  found_ids uuid[] := '{}';
  part text;
  mask bytea;
  ids text;
  n int;`,
      body: `
  foreach part in array string_to_array(split_part(message, '|', 5), ';') loop
    mask := decode(split_part(part, ':', 1), 'hex');
    foreach n in array wanted loop
      if get_bit(mask, n) = 1 then
        ids := split_part(part, ':', 2);
        if ids = '*' then
          return array(select id from ${tenantsTable});
        end if;
        found_ids := found_ids || string_to_array(ids, ',')::uuid[];
        exit;
      end if;
    end loop;
  end loop;
  return found_ids;`,
    }),
    define({
      name: 'uid',
      args: '',
      returns: 'uuid',
      nothing: 'null',
      body: `
  return nullif(split_part(message, '|', 3), '')::uuid;`,
    }),
    define({
      name: 'has_cap',
      args: 'variadic wanted text[]',
      returns: 'boolean',
      nothing: 'false',
      body: `
  return wanted && string_to_array(split_part(message, '|', 4), ',');`,
    }),
    define({
      name: 'is_known',
      args: '',
      returns: 'boolean',
      nothing: 'false',
      body: `
  return true;`,
    }),
  ].join('\n')

export const CONTEXT_FUNCTIONS = [
  'tenants(int[])',
  'uid()',
  'has_cap(text[])',
  'is_known()',
] as const
