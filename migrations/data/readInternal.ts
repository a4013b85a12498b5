// Reading what is not public was called reading drafts, also of things that have none. Custom roles name it.

export const readInternalUp = `
  update "roles" set "permissions" = (
    select jsonb_agg(to_jsonb(regexp_replace(permission, '\\.readDrafts$', '.readInternal')) order by at)
      from jsonb_array_elements_text("permissions") with ordinality as listed(permission, at)
  )
   where jsonb_typeof("permissions") = 'array' and "permissions"::text like '%.readDrafts"%';`
