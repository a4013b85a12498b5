// What Payload keeps for itself: preferences, locks, jobs, keys and migrations. By default open to
// whoever is signed in; here each is its owner's, his tenant's, or nobody's.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import { createLocalReq } from 'payload'
import pg from 'pg'
import { countOf, idsOf, isRefused, startTarget, type Target } from '../support/attacks.ts'

let target: Target

const STRANGER = 'owner@stranger.test'
const EDITOR = 'editor@client.test'

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const save = (as: string, key: string, value: unknown) =>
  target.api.call({ as, method: 'POST', path: `/api/payload-preferences/${key}`, body: { value } })

const read = (as: string | undefined, key: string) =>
  target.api.call({ as, path: `/api/payload-preferences/${key}` })

describe('preferences', () => {
  it('CVE-2026-25574: a preference is its owner’s, by key, by id, by filter and in bulk', async () => {
    const saved = await save(EDITOR, 'list-view', { secret: 'editor' })
    const id = (saved.body.doc as { id: string }).id
    for (const as of [undefined, STRANGER, 'owner@client.test']) {
      expect((await read(as, 'list-view')).body?.value ?? null).toBeNull()
      for (const path of [
        '/api/payload-preferences?limit=100',
        `/api/payload-preferences?where[id][equals]=${id}`,
        '/api/payload-preferences?where[user.value][exists]=true',
        '/api/payload-preferences?where[key][equals]=list-view',
      ]) {
        const answer = await target.api.call({ as, path })
        expect(JSON.stringify(answer.body)).not.toContain('editor')
        expect(countOf(answer)).toBe(0)
      }
      await target.api.call({ as, method: 'DELETE', path: '/api/payload-preferences/list-view' })
      await target.api.call({
        as,
        method: 'DELETE',
        path: `/api/payload-preferences?where[id][equals]=${id}`,
      })
      await target.api.call({
        as,
        method: 'PATCH',
        path: `/api/payload-preferences?where[id][equals]=${id}`,
        body: { value: 'taken' },
      })
    }
    expect((await read(EDITOR, 'list-view')).body.value).toEqual({ secret: 'editor' })
  })

  it('a preference is not written in somebody else’s name', async () => {
    const victim = await target.world.user('editor', 'client')
    await target.api.call({
      as: STRANGER,
      method: 'POST',
      path: '/api/payload-preferences/planted',
      body: { value: 'planted', user: { relationTo: 'users', value: victim.id } },
    })
    expect((await read(EDITOR, 'planted')).body?.value ?? null).toBeNull()
    expect((await read(STRANGER, 'planted')).body.value).toBe('planted')
  })
})

describe('locks', () => {
  const lock = async () => {
    const user = await target.world.user('editor', 'client')
    return target.payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'case-studies', value: target.draft.id },
        user: { relationTo: 'users', value: user.id },
      },
      user,
    })
  }

  it('a stranger and a viewer neither see, make nor break the lock of a document', async () => {
    const { id } = await lock()
    const path = '/api/payload-locked-documents'
    for (const as of [undefined, STRANGER, 'viewer@client.test']) {
      expect(idsOf(await target.api.call({ as, path }))).toEqual([])
      expect(isRefused(await target.api.call({ as, path: `${path}/${id}` }))).toBe(true)
      await target.api.call({ as, method: 'DELETE', path: `${path}/${id}` })
      await target.api.call({ as, method: 'DELETE', path: `${path}?where[id][exists]=true` })
      const made = await target.api.call({
        as,
        method: 'POST',
        path,
        body: { document: { relationTo: 'case-studies', value: target.draft.id } },
      })
      expect(isRefused(made)).toBe(true)
    }
    const seen = await target.api.call({ as: 'owner@client.test', path })
    expect(idsOf(seen)).toEqual([id])
  })
})

describe('jobs', () => {
  const DATE = new Date('2099-01-01T00:00:00.000Z')
  const jobs = async () => {
    const { docs } = await target.payload.find({ collection: 'payload-jobs', pagination: false })
    return docs
  }
  const schedule = async (
    who: Awaited<ReturnType<Target['world']['user']>>,
    { deleteID, study }: { deleteID?: string; study?: string },
  ) => {
    const req = await createLocalReq({ user: who }, target.payload)
    req.payloadAPI = 'REST'
    const args = {
      type: 'publish' as const,
      date: DATE,
      doc: { relationTo: 'case-studies' as const, value: study ?? target.draft.id },
      req,
      timezone: 'UTC' as const,
      ...(deleteID ? { deleteID } : {}),
    }
    // It throws or returns what went wrong; what counts is which jobs there are afterwards.
    await Promise.resolve(schedulePublishHandler(args as never)).catch(() => undefined)
  }

  it('a scheduled publish is cancelled by those who may publish the document, and by nobody else', async () => {
    await schedule(await target.world.user('editor', 'client'), {})
    const [job] = await jobs()
    expect(job?.taskSlug).toBe('schedulePublish')
    for (const who of [
      await target.world.user('owner', 'stranger'),
      await target.world.user('viewer', 'client'),
      await target.world.user('contributor', 'client'),
    ]) {
      await schedule(who, { deleteID: job!.id, study: target.foreignDraft.id })
      expect((await jobs()).map(({ id }) => id)).toContain(job!.id)
    }
    await schedule(await target.world.user('editor', 'client'), { deleteID: job!.id })
    expect((await jobs()).map(({ id }) => id)).not.toContain(job!.id)
  })

  it('nobody runs, plans, reads or changes a job over the network', async () => {
    for (const as of [undefined, STRANGER, 'owner@client.test']) {
      for (const [method, path] of [
        ['GET', '/api/payload-jobs/run'],
        ['GET', '/api/payload-jobs/run?allQueues=true&limit=100'],
        ['GET', '/api/payload-jobs/handle-schedules'],
        ['GET', '/api/payload-jobs?limit=100'],
        ['POST', '/api/payload-jobs'],
        ['PATCH', '/api/payload-jobs?where[id][exists]=true'],
        ['DELETE', '/api/payload-jobs?where[id][exists]=true'],
      ] as const) {
        const answer = await target.api.call({
          as,
          method,
          path,
          ...(method === 'POST' || method === 'PATCH'
            ? { body: { taskSlug: 'liftEmbargo', input: { study: target.draft.id } } }
            : {}),
        })
        expect({ as, method, path, refused: isRefused(answer) }).toEqual({
          as,
          method,
          path,
          refused: true,
        })
      }
    }
    expect((await jobs()).some(({ taskSlug }) => taskSlug === 'liftEmbargo')).toBe(false)
  })
})

describe('keys and migrations', () => {
  const asOwner = async (statement: string): Promise<number> => {
    const client = new pg.Client({ connectionString: target.databaseUrl })
    await client.connect()
    try {
      return (await client.query(statement)).rowCount ?? 0
    } finally {
      await client.end()
    }
  }

  it('the key-value store and the migrations are nobody’s, not even an operator’s', async () => {
    // The server’s own role has no right to this table, so the row comes from its owner.
    await asOwner(
      `insert into payload_kv (id, key, data) values (gen_random_uuid(), 'a-key', '{}')`,
    )
    for (const as of [undefined, STRANGER, 'operator@test.test']) {
      for (const collection of ['payload-kv', 'payload-migrations', 'media-references']) {
        const list = await target.api.call({ as, path: `/api/${collection}?limit=100` })
        expect({ as, collection, shown: countOf(list) }).toEqual({ as, collection, shown: 0 })
        const made = await target.api.call({
          as,
          method: 'POST',
          path: `/api/${collection}`,
          body: { key: 'planted', name: 'planted', batch: 99, data: {} },
        })
        // Payload answers 501 where a collection has no endpoints at all.
        expect({ as, collection, refused: made.status >= 400 }).toEqual({
          as,
          collection,
          refused: true,
        })
        await target.api.call({
          as,
          method: 'DELETE',
          path: `/api/${collection}?where[id][exists]=true`,
        })
      }
    }
    expect(await asOwner(`select key from payload_kv where key = 'a-key'`)).toBe(1)
    expect(await asOwner('select name from payload_migrations')).toBeGreaterThan(1)
  })
})
