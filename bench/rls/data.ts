// A hundred thousand studies in a hundred tenants, made in SQL by the owner of the tables.
import type pg from 'pg'

export const STUDIES = Number(process.env.STUDIES ?? 100_000)

/** A uuid that follows from a text, with the bits by which Payload knows one. */
const filled = (text: string) =>
  `overlay(overlay(md5(${text}) placing '7' from 13) placing '8' from 17)::uuid`

export const fill = async ({
  hash,
  owner,
  salt,
  studies = STUDIES,
  tenants,
}: {
  owner: pg.Client
  /** Of the one user's password. */
  hash: string
  salt: string
  studies?: number
  tenants: number
}): Promise<{ tenant: string; study: string }> => {
  const statements = [
    `insert into tenants (id, name, slug, kind, default_locale, status, visibility)
       select ${filled(`'tenant' || n`)}, 'Tenant ' || n, 'tenant-' || n, 'client', 'en', 'active', 'public'
         from generate_series(1, ${tenants}) n`,
    `insert into tenants_languages ("order", parent_id, value, id)
       select 0, id, 'en', gen_random_uuid() from tenants`,
    `insert into users (id, name, email, hash, salt, operator) values
       (${filled(`'user'`)}, 'Editor', 'editor@bench.test', '${hash}', '${salt}', false)`,
    `insert into memberships (id, tenant_id, user_id, role, status) values
       (gen_random_uuid(), ${filled(`'tenant1'`)}, ${filled(`'user'`)}, 'editor', 'active')`,
    `insert into case_studies (id, tenant_id, year, slug, visibility, _status, created_by_id, created_at, updated_at, published_at)
       select ${filled(`'study' || n`)}, ${filled(`'tenant' || (n % ${tenants} + 1)`)}, 2000 + n % 26, 'study-' || n, 'public',
              (case when n % 3 = 0 then 'draft' else 'published' end)::enum_case_studies_status, ${filled(`'user'`)},
              now() - n * interval '1 minute', now() - n * interval '1 minute', now() - n * interval '1 minute'
         from generate_series(1, ${studies}) n`,
    `insert into case_studies_locales (title, headline, summary, _locale, _parent_id)
       select 'Study ' || n, 'What came of it ' || n, 'It was slow, and then it was ' || md5(n::text) || ' faster.', 'en', ${filled(`'study' || n`)}
         from generate_series(1, ${studies}) n`,
    `insert into case_studies_outcomes (_order, _parent_id, id, value, unit)
       select 1, ${filled(`'study' || n`)}, 'outcome-' || n, n, '%' from generate_series(1, ${studies}) n`,
    `insert into case_studies_outcomes_locales (label, _locale, _parent_id)
       select 'Faster', 'en', 'outcome-' || n from generate_series(1, ${studies}) n`,
    `insert into _case_studies_v (id, parent_id, version_tenant_id, version_year, version_slug, version_visibility, version__status, version_created_by_id, latest, version_updated_at, version_created_at)
       select ${filled(`'version' || n`)}, ${filled(`'study' || n`)}, ${filled(`'tenant' || (n % ${tenants} + 1)`)}, 2000, 'study-' || n, 'public',
              (case when n % 3 = 0 then 'draft' else 'published' end)::enum__case_studies_v_version_status, ${filled(`'user'`)}, true, now(), now()
         from generate_series(1, ${studies}) n`,
    `insert into _case_studies_v_locales (version_title, _locale, _parent_id)
       select 'Study ' || n, 'en', ${filled(`'version' || n`)} from generate_series(1, ${studies}) n`,
    'analyze',
  ]
  for (const statement of statements) {
    await owner.query(statement)
  }
  const { rows } = await owner.query<{ tenant: string; study: string }>(
    `select ${filled(`'tenant1'`)} as tenant, (select id from case_studies where tenant_id = ${filled(`'tenant1'`)} and _status = 'published' limit 1) as study`,
  )
  return rows[0]!
}
