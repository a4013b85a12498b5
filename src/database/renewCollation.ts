// The collation by which texts are sorted is ICU's, and another version of ICU may sort otherwise than the indexes
// that it finds: a Postgres that brings one, at an upgrade or after a move, makes them anew.
//
// https://www.postgresql.org/docs/current/sql-altercollation.html
import pg from 'pg'
import { step, tell } from '../tell.ts'
import { COLLATION } from '../walls/collation.ts'

/** @param ownerUrl As the owner of the tables, who made the collation. */
export const renewCollation = async (ownerUrl: string): Promise<void> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ isOld: boolean }>(
      `select collversion is distinct from pg_collation_actual_version(oid) as "isOld"
         from pg_collation where oid = to_regcollation($1)`,
      [COLLATION],
    )
    if (rows.length === 0) {
      tell.print(
        '  This Postgres was built without ICU: texts are sorted as the database was created, and letters outside ASCII may differ by case.',
      )
    }
    if (rows[0]?.isOld) {
      await step('Sorting texts anew for another version of ICU', () => renew(owner))
    }
  } finally {
    await owner.end()
  }
}

const renew = async (owner: pg.Client): Promise<void> => {
  await owner.query('begin')
  const { rows } = await owner.query<{ name: string }>(
    `select indexrelid::regclass::text as name from pg_index
      where to_regcollation($1)::oid = any (indcollation::oid[]) order by 1`,
    [COLLATION],
  )
  for (const { name } of rows) {
    await owner.query(`reindex index ${name}`)
  }
  await owner.query(`alter collation ${COLLATION} refresh version`)
  await owner.query('commit')
}
