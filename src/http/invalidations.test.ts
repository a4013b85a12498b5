// Notices of changes: heard as they are sent, and harmless when somebody else sends them.
import { expect, it } from '@jest/globals'
import pg from 'pg'
import { asRuntime, copyTemplate } from '../../test/support/payload.ts'
import { PROCESS } from '../../collections/shared/changes/notices.ts'
import { listenForInvalidations } from './invalidations.ts'

it('passes on the tags of a notice, and survives one that is not ours', async () => {
  const databaseUrl = await copyTemplate()
  const heard: unknown[] = []
  const errors: unknown[] = []
  let hear: () => void = () => undefined
  const all = new Promise<void>((resolve) => (hear = resolve))
  const listening = await listenForInvalidations({
    databaseUrl: asRuntime(databaseUrl),
    onError: (err) => errors.push(err),
    onGap: () => undefined,
    onNotice: (notice) => {
      heard.push(notice)
      if (notice.content.includes('last')) {
        hear()
      }
    },
  })
  const sender = new pg.Client({ connectionString: databaseUrl })
  await sender.connect()
  for (const notice of [
    '{',
    '',
    'null',
    '["tenants"]',
    '{"v":1,"content":["tenants"],"access":[]}',
    '{"v":1,"from":"there","content":["tenants"]}',
    '{"v":2,"from":"there","content":[],"access":["tenants"]}',
    '{"v":1,"from":"there","content":["tenants",1],"access":[]}',
    '{"v":1,"from":"there","content":[""],"access":["tenants"]}',
    // What this process says it has heard already.
    `{"v":1,"from":"${PROCESS}","content":["mine"],"access":[]}`,
    '{"v":1,"from":"there","content":[],"access":["tenants"]}',
    '{"v":1,"from":"there","content":["last"],"access":[],"more":1}',
  ]) {
    await sender.query('select pg_notify($1, $2)', ['vitrine_invalidate', notice])
  }
  await all
  expect(heard).toEqual([
    { content: [], access: ['tenants'], from: 'there' },
    { content: ['last'], access: [], from: 'there' },
  ])
  expect(errors).toEqual([])
  await listening.stop()
  await sender.end()
})
