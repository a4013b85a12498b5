// Payload on a fresh copy of the migrated template: one per test file.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Payload } from 'payload'
import { TEMPLATE } from './template.ts'

export type TestPayload = { payload: Payload; databaseUrl: string; stop: () => Promise<void> }

export const startPayload = async (): Promise<TestPayload> => {
  const databaseUrl = await copyTemplate()
  process.env.DATABASE_URL = databaseUrl
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config })
  return {
    payload,
    databaseUrl,
    stop: async () => {
      await payload.destroy()
    },
  }
}

/** @returns the address of a new database with the schema and nothing in it. */
export const copyTemplate = async (): Promise<string> => {
  const url = new URL(process.env.VITRINE_TEST_DATABASE ?? '')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  try {
    // Two workers copying at once collide; Postgres says so and the second tries again.
    for (let attempt = 1; ; attempt += 1) {
      try {
        await admin.query(`create database ${name} template ${TEMPLATE}`)
        break
      } catch (err) {
        if (attempt === 20 || (err as { code?: string }).code !== '55006') {
          throw err
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  } finally {
    await admin.end()
  }
  url.pathname = `/${name}`
  return url.href
}
