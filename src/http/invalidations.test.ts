// Notices of changes: heard as they are sent, and harmless when somebody else sends them.
import { expect, it } from '@jest/globals'
import pg from 'pg'
import { asRuntime, copyTemplate } from '../../test/support/payload.ts'
import { listenForInvalidations } from './invalidations.ts'

it('passes on the tags of a notice, and survives one that is not ours', async () => {
  const databaseUrl = await copyTemplate()
  const heard: string[][] = []
  const errors: unknown[] = []
  let hear: () => void = () => undefined
  const all = new Promise<void>((resolve) => (hear = resolve))
  const listening = await listenForInvalidations({
    databaseUrl: asRuntime(databaseUrl),
    onError: (err) => errors.push(err),
    onGap: () => undefined,
    onTags: (tags) => {
      heard.push(tags)
      if (tags.includes('last')) {
        hear()
      }
    },
  })
  const sender = new pg.Client({ connectionString: databaseUrl })
  await sender.connect()
  for (const notice of ['{', '', 'null', '{"a":1}', '["tenants",1]', '["last"]']) {
    await sender.query('select pg_notify($1, $2)', ['vitrine_invalidate', notice])
  }
  await all
  expect(heard).toEqual([['tenants'], ['last']])
  expect(errors).toEqual([])
  await listening.stop()
  await sender.end()
})
