// Two people change the same document at the same moment. Whatever one of them took back (offline, into the
// trash, confidential, a right) stays taken back, though the other began to save before.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { RULED_COLLECTIONS } from '../../access/sql.ts'
import { hasDrafts, hasTrash, type RuledCollection } from '../../access/rules.ts'
import { isRefused, startTarget, type Answer, type Target } from '../support/attacks.ts'
import { KINDS, type Data } from '../support/takenBack.ts'

type Case = {
  /** What somebody takes back; `null` deletes it. */
  taken: Data | null
  /** What somebody else saves meanwhile. */
  saved: Data
  as?: string
}
const OWNER = 'owner@client.test'

let target: Target
let watcher: pg.Client

beforeAll(async () => {
  target = await startTarget()
  watcher = new pg.Client({ connectionString: target.databaseUrl })
  await watcher.connect()
})

afterAll(async () => {
  await watcher?.end()
  await target?.stop()
})

/** Written by the server alone, or checked against a service before it is written. */
const WRITTEN_BY_NOBODY = ['domains', 'media-references', 'storage-accounts']

const lives = (collection: string): Data[] =>
  collection === 'users'
    ? []
    : [
        ...(hasDrafts(collection as RuledCollection) ? [{ _status: 'draft' }] : []),
        ...(hasTrash(collection as RuledCollection) ? [{ deletedAt: '2026-01-01T00:00:00Z' }] : []),
      ]

const CASES = Object.entries(KINDS).flatMap(([collection, { as, saved, takes }]) =>
  [...lives(collection), ...takes].map((taken): [string, string, Case] => [
    collection,
    taken === null ? 'deleted' : JSON.stringify(taken),
    { as, saved, taken },
  ]),
)

const WAYS: [
  string,
  (args: { collection: string; id: string }) => { method: string; path: string },
][] = [
  ['by its id', ({ collection, id }) => ({ method: 'PATCH', path: `/api/${collection}/${id}` })],
  [
    'among others',
    ({ collection, id }) => ({
      method: 'PATCH',
      path: `/api/${collection}?where[id][in]=${id}`,
    }),
  ],
  [
    'as a draft',
    ({ collection, id }) => ({
      method: 'PATCH',
      path: `/api/${collection}/${id}?draft=true&autosave=true`,
    }),
  ],
]

let made = 0

/** What a statement of somebody else waits for. */
const untilSomebodyWaits = async (answered: () => boolean): Promise<void> => {
  for (;;) {
    const { rows } = await watcher.query<{ count: number }>(
      'select count(*)::int as count from pg_locks where not granted',
    )
    if (rows[0]!.count > 0 || answered()) {
      return
    }
  }
}

/** Takes back in a transaction, begins the other's save in the middle of it, and only then commits. */
const race = async ({
  as = OWNER,
  collection,
  id,
  saved,
  taken,
  way,
}: Case & {
  collection: CollectionSlug
  id: string
  way: (typeof WAYS)[number][1]
}): Promise<Answer> => {
  const req: PayloadRequest = await createLocalReq({}, target.payload)
  await initTransaction(req)
  await (taken === null
    ? target.payload.delete({ collection, id, req })
    : target.payload.update({ collection, id, data: online(collection, taken), req }))
  let isAnswered = false
  const isPublished = way !== WAYS[2]![1] && !('_status' in (taken ?? {}))
  const body = isPublished ? online(collection, saved) : saved
  const answer = target.api
    .call({ as, body, ...way({ collection, id }) })
    .finally(() => (isAnswered = true))
  await untilSomebodyWaits(() => isAnswered)
  await commitTransaction(req)
  return answer
}

/** Where there are drafts, a change reaches readers by being published. */
const online = (collection: string, data: Data): Data =>
  lives(collection).some((one) => '_status' in one) && !('_status' in data) && !data.deletedAt
    ? { ...data, _status: 'published' }
    : data

const storedOf = async ({
  collection,
  draft = false,
  id,
}: {
  collection: CollectionSlug
  draft?: boolean
  id: string
}): Promise<Data | null> =>
  (await target.payload.findByID({
    collection,
    id,
    depth: 0,
    disableErrors: true,
    draft,
    trash: true,
  })) as unknown as Data | null

/** Dates come back in their own form. */
const same = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value

it('knows every collection', () => {
  expect([...Object.keys(KINDS), ...WRITTEN_BY_NOBODY].sort()).toEqual(
    [...RULED_COLLECTIONS, 'users'].sort(),
  )
})

describe.each(CASES)('%s, %s', (slug, _, { as, saved, taken }) => {
  const collection = slug as CollectionSlug
  it.each(
    WAYS.filter(
      ([name]) => name !== 'as a draft' || lives(collection).some((one) => '_status' in one),
    ),
  )('stays so when it is changed %s at that moment', async (_way, way) => {
    made += 1
    const id = await KINDS[slug as 'pages']!.make(target, made)
    const answer = await race({ as, collection, id, saved, taken, way })
    expect(answer.status).toBeLessThan(500)
    for (const draft of [false, true]) {
      const stored = await storedOf({ collection, id, draft })
      if (taken === null) {
        expect(stored).toBeNull()
      } else {
        for (const [field, value] of Object.entries(taken)) {
          expect([field, same(stored?.[field])]).toEqual([field, same(value)])
        }
      }
    }
    expect(answer.status === 200 || isRefused(answer)).toBe(true)
    if (answer.status === 200 && 'doc' in answer.body) {
      // Neither is lost: what was saved begins with what was taken back.
      const stored = await storedOf({ collection, id, draft: true })
      expect(stored).toMatchObject(saved)
    }
  })
})
