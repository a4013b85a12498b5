// How full-text search grows with the tenants of an installation: the function over words of its
// own, beside the same question put to the table underneath its policy. A hundred studies a tenant.
import pg from 'pg'
import { claimsOf } from '../../access/claims.ts'
import { principalOf } from '../../access/principal.ts'
import { withClaims } from '../../plugins/row-level-security/index.ts'
import { guardedPg } from '../../plugins/row-level-security/context/pool.ts'
import { createSigner, deriveKey } from '../../plugins/row-level-security/context/signer.ts'
import { RUNTIME_GROUP } from '../../src/walls/group.ts'
import { fill } from './data.ts'

const ASKED = 40
const STUDIES_PER_TENANT = 100
const SIZES = [10, 100, 1_000]

/** @returns lines of a Markdown table. */
export const measureSearch = async ({
  adminUrl,
  runtimeUrlOf,
  secret,
  template,
}: {
  adminUrl: string
  runtimeUrlOf: (database: string) => string
  secret: string
  /** A migrated database without any rows. */
  template: string
}): Promise<string[]> => {
  const lines: string[] = []
  for (const tenants of SIZES) {
    const database = `bench_search_${tenants}`
    const admin = new pg.Client({ connectionString: adminUrl })
    await admin.connect()
    await admin.query(`create database ${database} template ${template}`)
    await admin.end()
    const ownerUrl = new URL(adminUrl)
    ownerUrl.pathname = `/${database}`
    const owner = new pg.Client({ connectionString: ownerUrl.href })
    await owner.connect()
    await owner.query(
      `create index on case_studies_locales using gin (to_tsvector('simple', summary))`,
    )
    const { tenant } = await fill({
      hash: '',
      owner,
      salt: '',
      studies: tenants * STUDIES_PER_TENANT,
      tenants,
    })
    await owner.end()
    const times = await ask({ runtimeUrl: runtimeUrlOf(database), secret, tenant })
    lines.push(
      `| ${tenants.toLocaleString('en')} | ${(tenants * STUDIES_PER_TENANT).toLocaleString('en')} | ${times.byFunction.toFixed(2)} | ${times.underPolicy.toFixed(2)} |`,
    )
  }
  return lines
}

const ask = async ({
  runtimeUrl,
  secret,
  tenant,
}: {
  runtimeUrl: string
  secret: string
  tenant: string
}): Promise<{ byFunction: number; underPolicy: number }> => {
  const { Pool } = guardedPg({
    role: RUNTIME_GROUP,
    sign: createSigner(deriveKey(secret)),
    statementTimeoutMs: 30_000,
  })
  const pool = new Pool({ connectionString: runtimeUrl, max: 1 })
  const member = claimsOf(
    principalOf({
      id: tenant,
      collection: 'users',
      tenants: [{ tenant, role: 'viewer' }],
    }),
  )
  const samples = { byFunction: [] as number[], underPolicy: [] as number[] }
  const queries = {
    byFunction: `select study from rls.search_studies('slow faster', null, 10)`,
    underPolicy: `select _parent_id from case_studies_locales
      where to_tsvector('simple', summary) @@ websearch_to_tsquery('simple', 'slow faster') limit 10`,
  }
  try {
    await withClaims(member, async () => {
      for (let round = -3; round < ASKED; round += 1) {
        for (const name of ['byFunction', 'underPolicy'] as const) {
          const began = performance.now()
          const { rowCount } = await pool.query(queries[name])
          if (rowCount !== 10) {
            throw new Error(`${name} found ${rowCount} studies, not 10.`)
          }
          if (round >= 0) {
            samples[name].push(performance.now() - began)
          }
        }
      }
    })
  } finally {
    await pool.end()
  }
  return { byFunction: median(samples.byFunction), underPolicy: median(samples.underPolicy) }
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
