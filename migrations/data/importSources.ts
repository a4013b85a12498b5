// What the schema migration “import_sources” does with the rows that are there. Runs as the owner of the
// tables, after its columns and indexes were added.

/**
 * - Copies of an imported document had its origin. The oldest keeps it, in its versions as well.
 * - Nobody knows of what source the others are, so they have one name together, by which the importer finds
 *   them. Pictures, people and the like are shared by all sources and have none.
 */
const documents = (table: string): string => `
  with copies as (
    select "id", row_number() over (
             partition by "tenant_id", "origin_key" order by "created_at", "id") as "number"
      from "${table}" where "origin_key" is not null
  )
  update "${table}" d
     set "origin_key" = null, "origin_url" = null, "origin_hash" = null, "origin_updated" = null
    from copies c where c."id" = d."id" and c."number" > 1;
  update "_${table}_v" v
     set "version_origin_key" = null, "version_origin_url" = null, "version_origin_hash" = null,
         "version_origin_updated" = null
    from "${table}" d
   where d."id" = v."parent_id" and d."origin_key" is null and v."version_origin_key" is not null;
  update "${table}" set "origin_source" = 'earlier-imports' where "origin_key" is not null;
  update "_${table}_v" set "version_origin_source" = 'earlier-imports'
   where "version_origin_key" is not null;`

export const importSourcesUp = `${documents('case_studies')}${documents('pages')}
  update "redirects" set "origin_source" = 'earlier-imports' where "origin_key" is not null;`
