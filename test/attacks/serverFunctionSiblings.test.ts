// Other ways to what was found by attack (A4, A5): collections that Payload keeps for itself, other
// shapes of the body, names of properties, and what the admin itself sends at its largest.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { gzipSync } from 'node:zlib'
import type pg from 'pg'
import type { Target } from '../support/attacks.ts'
import { createStudy, richText } from '../support/content.ts'
import { inShort } from '../support/inShort.ts'
import {
  actionId,
  argsFor,
  CANARY,
  functionNames,
  startStage,
  storedIn,
  type Stage,
} from '../support/serverFunctions.ts'

let stage: Stage
let target: Target
let call: Stage['call']
let owner: pg.Client

const EDITOR = 'editor@client.test'
const VIEWER = 'viewer@client.test'
const STRANGER = 'owner@stranger.test'
const INTERNAL = [
  'payload-jobs',
  'payload-preferences',
  'payload-locked-documents',
  'payload-migrations',
  'payload-kv',
]
const NO_COLLECTIONS = ['no-such', '__proto__', 'constructor', 'toString', '']

beforeAll(async () => {
  stage = await startStage()
  ;({ owner, target } = stage)
  call = stage.call
}, 420_000)

afterAll(() => stage?.stop(), 60_000)

const stored = () => storedIn(owner)
const locks = async (): Promise<number> =>
  Number((await owner.query('select from payload_locked_documents')).rowCount)
const lockArgs = () => argsFor('form-state', target.draft.id)
const callText = (args: object, name = 'form-state'): string => JSON.stringify([{ name, args }])

/** The arguments about another collection, in every place where one is named. */
const about = (name: string, collection: string, id: string): Record<string, unknown> => {
  const args = argsFor(name, id)
  return {
    ...args,
    ...('collectionSlug' in args ? { collectionSlug: collection } : {}),
    ...('doc' in args ? { doc: { relationTo: collection, value: id } } : {}),
    ...(name === 'form-state' ? { schemaPath: collection } : {}),
    ...(name === 'render-field' ? { schemaPath: `collection.${collection}.user` } : {}),
  }
}

describe('collections that Payload keeps for itself, and names of none', () => {
  it('are neither told, changed nor locked', async () => {
    const foreign = await target.world.user('owner', 'stranger')
    const { id: lock } = await target.payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'case-studies', value: target.foreignDraft.id },
        user: { relationTo: 'users', value: foreign.id },
      } as never,
      user: foreign,
    })
    const before = await stored()
    for (const [turn, name] of functionNames().entries()) {
      for (const collection of inShort([...INTERNAL, ...NO_COLLECTIONS], turn, 3)) {
        const ids = collection === 'payload-locked-documents' ? [lock] : [stage.secretJob]
        for (const id of ids) {
          const { status, text } = await call({
            as: 'owner@client.test',
            name,
            args: about(name, collection, id),
          })
          expect({
            name,
            collection,
            isBroken: status >= 500,
            isTold: text.includes(CANARY) || text.includes(target.foreignDraft.id),
          }).toEqual({ name, collection, isBroken: false, isTold: false })
        }
      }
    }
    expect(await stored()).toEqual(before)
    await owner.query('delete from payload_locked_documents')
  }, 240_000)

  it('a global, of which there are none, is refused or not asked for', async () => {
    const before = await stored()
    for (const [turn, name] of functionNames().entries()) {
      const { collectionSlug: _, doc: __, ...args } = argsFor(name, target.foreignDraft.id)
      for (const globalSlug of inShort(['anything', '__proto__', 'case-studies', {}], turn, 3)) {
        for (const more of [{ globalSlug }, { globalSlug, global: globalSlug, schemaPath: 'x' }]) {
          const { status } = await call({ as: EDITOR, name, args: { ...args, ...more } })
          const isAboutNothing = ['get-default-layout', 'render-widget'].includes(name)
          expect({ name, globalSlug, isRefused: status >= 400 && status < 500 }).toEqual({
            name,
            globalSlug,
            // What is left names a field of a collection, and nothing of a document.
            isRefused: !isAboutNothing && !(name === 'render-field' && !('schemaPath' in more)),
          })
        }
      }
    }
    expect(await stored()).toEqual(before)
  }, 120_000)
})

describe('other shapes of a call', () => {
  it('one request is one call, however many are in it', async () => {
    const plan = { name: 'schedule-publish', args: argsFor('schedule-publish', target.draft.id) }
    const look = { name: 'get-default-layout', args: {} }
    const before = await stored()
    expect((await call({ as: EDITOR, body: JSON.stringify([look, plan]) })).status).toBe(200)
    for (const body of [
      [[look, plan]],
      [[plan]],
      { 0: plan },
      [{ ...look, calls: [plan] }, plan],
    ]) {
      const { status } = await call({ as: EDITOR, body: JSON.stringify(body) })
      expect(status).toBeLessThan(500)
    }
    expect(await stored()).toEqual(before)
  })

  it('names of properties are no arguments, and stay in nobody’s next call', async () => {
    const form = '"collectionSlug":"users","operation":"create","data":{}'
    for (const body of [
      `[{"name":"form-state","args":{"__proto__":{${form}}}}]`,
      `[{"__proto__":{"name":"form-state","args":{${form}}}}]`,
      `[{"name":"form-state","args":{"constructor":{"prototype":{${form}}}}}]`,
      `[{"name":"form-state","args":{"__proto__.collectionSlug":"users"}}]`,
      `[{"name":"constructor","args":{${form}}}]`,
      `[{"name":"hasOwnProperty","args":{${form}}}]`,
    ]) {
      const { status } = await call({ as: VIEWER, body })
      expect({ body, isRefused: status >= 400 && status < 500 }).toEqual({ body, isRefused: true })
    }
    const inData = `[{"name":"form-state","args":{"collectionSlug":"users","operation":"create","data":{"__proto__":{"widgetSlug":"collections","polluted":"yes"}}}}]`
    expect((await call({ as: VIEWER, body: inData })).text.includes('polluted')).toBe(false)
    const { code, status } = await call({ as: VIEWER, name: 'form-state', args: {} })
    expect([status, code]).toEqual([422, 'malformed_arguments'])
  })

  it('a form carries a call like any other, with the same rights', async () => {
    const formOf = (fields: Record<string, string>): FormData => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) {
        form.set(name, value)
      }
      return form
    }
    const whole = () => formOf({ 0: callText(lockArgs()) })
    const inParts = () =>
      formOf({ 0: '[{"name":"form-state","args":"$Q1"}]', 1: JSON.stringify(lockArgs()) })
    for (const body of [whole(), inParts(), formOf({ [`$ACTION_ID_${actionId()}`]: '' })]) {
      expect((await call({ body })).status).toBe(401)
    }
    for (const as of [VIEWER, STRANGER]) {
      for (const body of [whole(), inParts()]) {
        expect((await call({ as, body })).status).toBeLessThan(500)
        expect({ as, locks: await locks() }).toEqual({ as, locks: 0 })
      }
    }
    expect((await call({ as: EDITOR, body: whole() })).status).toBe(200)
    expect(await locks()).toBe(1)
    await owner.query('delete from payload_locked_documents')
    const many = formOf(Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`${i}`, '1'])))
    expect((await call({ as: EDITOR, body: many })).status).toBeLessThan(500)
  })

  it('a body of exactly 1 MB is taken, one byte more is not, and none is unpacked', async () => {
    const { args } = { args: { collectionSlug: 'case-studies', data: {}, operation: 'create' } }
    const padded = (bytes: number): string => {
      const empty = callText({ ...args, padding: '' })
      return callText({ ...args, padding: 'x'.repeat(bytes - empty.length) })
    }
    const most = 1024 * 1024
    expect((await call({ as: EDITOR, body: padded(most) })).status).toBe(200)
    const larger = await call({ as: EDITOR, body: padded(most + 1) })
    expect([larger.status, larger.code]).toEqual([413, 'body_too_large'])
    const packed = [callText(lockArgs()), padded(200 * most)].map((text) => gzipSync(text))
    // Packing took seconds in which this process heard nothing, the end of its idle connection either.
    await new Promise((resolve) => setTimeout(resolve, 200))
    for (const body of packed) {
      const { status } = await call({
        as: EDITOR,
        body,
        headers: { 'content-encoding': 'gzip' },
      })
      expect(status).toBe(400)
    }
    expect(await locks()).toBe(0)
  }, 120_000)

  it('an action that there is not is refused, and as nobody as everything else', async () => {
    const ids = [
      'x',
      '0'.repeat(42),
      '__proto__',
      'constructor',
      `${actionId()}0`,
      'a'.repeat(8_000),
    ]
    for (const id of ids) {
      const headers = { 'next-action': id }
      expect((await call({ body: callText(lockArgs()), headers })).status).toBe(401)
      const { status, text } = await call({ as: EDITOR, body: callText(lockArgs()), headers })
      expect({ id: id.slice(0, 9), isRefused: status >= 400 && status < 500 }).toEqual({
        id: id.slice(0, 9),
        isRefused: true,
      })
      expect(text).not.toMatch(/\n\s+at /)
    }
    expect(await locks()).toBe(0)
  })

  it('another site’s page calls none with somebody’s cookie', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: stage.server.url, 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ] as Record<string, string>[]) {
      const { code, status } = await call({ as: EDITOR, body: callText(lockArgs()), headers })
      expect({ headers, status, code }).toEqual({ headers, status: 401, code: 'not_signed_in' })
    }
    expect(await locks()).toBe(0)
    const own = { origin: stage.server.url, 'sec-fetch-site': 'same-origin' }
    expect((await call({ as: EDITOR, body: callText(lockArgs()), headers: own })).status).toBe(200)
    await owner.query('delete from payload_locked_documents')
  })
})

describe('what the admin itself asks', () => {
  it('opens, changes and saves a document of 200 rows', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({
      id: (0x6650f0f0 + at).toString(16).padEnd(24, '0'),
      kind: 'story',
      title: `Chapter ${at}`,
      body: richText('Words'),
    }))
    const { id } = await createStudy({
      payload: target.payload,
      tenant: target.world.client.id,
      title: 'Of 200 rows',
      _status: 'draft',
    })
    const saved = await target.api.call({
      as: EDITOR,
      method: 'PATCH',
      path: `/api/case-studies/${id}?draft=true`,
      body: { chapters: rows },
    })
    expect([saved.status, saved.body.doc.chapters.length]).toEqual([200, 200])
    const page = await fetch(`${stage.server.url}/admin/collections/case-studies/${id}`, {
      headers: { cookie: await stage.cookieOf(EDITOR) },
    })
    expect(page.status).toBe(200)
    expect((await page.text()).includes('Chapter 199')).toBe(true)
    // As its form does with each change: what was drawn already is not asked for again.
    const drawn = (path: string, value: unknown) => ({
      [path]: { value, initialValue: value, valid: true, lastRenderedPath: path },
    })
    const formState = Object.assign(
      drawn('title', 'Changed'),
      {
        chapters: {
          rows: rows.map((row, at) => ({ id: row.id, lastRenderedPath: `chapters.${at}` })),
          disableFormData: true,
          lastRenderedPath: 'chapters',
          value: 200,
        },
      },
      ...rows.flatMap((row, at) =>
        Object.entries(row).map(([name, value]) => drawn(`chapters.${at}.${name}`, value)),
      ),
    )
    const changed = await call({
      as: EDITOR,
      name: 'form-state',
      args: { ...argsFor('form-state', id), data: undefined, formState, returnLockStatus: true },
    })
    expect(changed.status).toBe(200)
    expect(changed.text.includes('chapters.199.title')).toBe(true)
  }, 120_000)

  it('shows the versions of a document in a drawer, and compares none there', async () => {
    const { docs } = await target.payload.findVersions({
      collection: 'case-studies',
      limit: 1,
      where: { parent: { equals: target.draft.id } },
    })
    const ask = (...rest: string[]) =>
      call({
        as: EDITOR,
        name: 'render-document',
        args: {
          ...argsFor('render-document', target.draft.id),
          paramsOverride: { segments: ['collections', 'case-studies', target.draft.id, ...rest] },
        },
      })
    expect((await ask()).status).toBe(200)
    expect((await ask('versions')).status).toBe(200)
    for (const rest of [['versions', docs[0]!.id], ['api'], ['preview'], ['versions', '']]) {
      const { code, status } = await ask(...rest)
      expect({ rest, status, code }).toEqual({ rest, status: 422, code: 'malformed_arguments' })
    }
  })
})
