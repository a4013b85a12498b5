// Writes that make no sense are refused by the name of what makes none, and write nothing.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTarget, tokenFor, type Answer, type Target } from '../support/attacks.ts'

let target: Target

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  target = await startTarget()
})

afterAll(() => target.stop())

describe('a write', () => {
  const OWNER = 'owner@client.test'

  const write = (collection: string, data: object): Promise<Answer> =>
    target.api.call({
      as: OWNER,
      body: { tenant: target.world.client.id, ...data },
      method: 'POST',
      path: `/api/${collection}`,
    })

  /** The names of all groups, of every collection that a tenant's people write. */
  const groups = (): [collection: string, group: string][] =>
    target.payload.config.collections
      .filter(({ flattenedFields }) => flattenedFields.some(({ name }) => name === 'tenant'))
      .flatMap(({ flattenedFields, slug }) =>
        flattenedFields
          .filter(({ type }) => type === 'group' || type === 'tab')
          .map(({ name }): [string, string] => [slug, name]),
      )

  it('with a group that is no object is refused by its name', async () => {
    expect(groups().length).toBeGreaterThan(5)
    for (const [collection, group] of groups()) {
      for (const value of [null, 'text', 1, true, []]) {
        const { body, status } = await write(collection, { [group]: value })
        const isNamed = String(body.detail).includes(`“${group}”`)
        expect({ collection, value, status, isNamed }).toEqual({
          collection,
          value,
          status: 400,
          isNamed: true,
        })
      }
    }
  })

  it('as a form says its fields once, as an object, and one file', async () => {
    const authorization = `JWT ${await tokenFor(target)(OWNER)}`
    const send = async (path: string, method: string, parts: [string, string | Blob][]) => {
      const body = new FormData()
      for (const [name, value] of parts) {
        body.append(name, value)
      }
      const answer = await fetch(`${target.api.url}${path}`, {
        method,
        headers: { authorization },
        body,
      })
      const { code, detail } = (await answer.json()) as { code: string; detail: string }
      return [answer.status, code, detail]
    }
    const fields = JSON.stringify({ tenant: target.world.client.id, alt: 'A' })
    const file = new File([new Uint8Array(PIXEL)], 'a.png', { type: 'image/png' })
    const study = `/api/case-studies/${target.online.id}?draft=true`
    const once = expect.stringContaining('_payload')
    expect(
      await send(study, 'PATCH', [
        ['_payload', '{"title":"One"}'],
        ['_payload', '{"title":"Two"}'],
      ]),
    ).toEqual([400, 'malformed_upload', once])
    expect(
      await send('/api/media', 'POST', [
        ['file', file],
        ['file', file],
        ['_payload', fields],
      ]),
    ).toEqual([413, 'body_too_large', expect.stringContaining('one file')])
    for (const text of ['[]', '"A"', '1', 'true', '[{"alt":"A"}]']) {
      expect(
        await send('/api/media', 'POST', [
          ['file', file],
          ['_payload', text],
        ]),
      ).toEqual([400, 'body_not_an_object', once])
    }
  })

  it('of a preference that cannot be stored is refused', async () => {
    for (const value of ['\0', { deep: ['\ud800'] }]) {
      const { body, status } = await target.api.call({
        as: OWNER,
        body: { value },
        method: 'POST',
        path: '/api/payload-preferences/anything',
      })
      expect([status, body.code]).toEqual([400, 'malformed_value'])
      expect(body.detail).toMatch(/“value.*cannot be stored/)
    }
    const kept = await target.api.call({
      as: OWNER,
      body: { value: { limit: 25 } },
      method: 'POST',
      path: '/api/payload-preferences/anything',
    })
    expect(kept.status).toBe(200)
    expect((kept.body.doc as { value: unknown }).value).toEqual({ limit: 25 })
  })

  it('with a place in an order from which nobody could count on is refused', async () => {
    const name = 'Somebody new'
    for (const _order of [
      '',
      '[',
      'a',
      'a10',
      'Zz',
      'zzz',
      `z${'z'.repeat(26)}`,
      '0',
      5,
      {},
      true,
    ]) {
      const { body, status } = await write('people', { _order, name })
      expect({ _order, status, code: body.code }).toEqual({
        _order,
        status: 400,
        code: 'malformed_value',
      })
    }
    expect((await write('people', { _order: 'a5', name })).status).toBe(201)
    expect((await write('people', { name })).status).toBe(201)
  })

  it('of an order says which part of it makes no sense', async () => {
    const id = target.online.id
    const move = {
      collectionSlug: 'people',
      docsToMove: [id],
      newKeyWillBe: 'greater',
      orderableFieldName: '_order',
      target: { id, key: 'a5' },
    }
    const wrong: [named: string, body: unknown][] = [
      ['JSON object', null],
      ['JSON object', []],
      ['JSON object', 'text'],
      ['collectionSlug', { ...move, collectionSlug: null }],
      ['collectionSlug', { ...move, collectionSlug: 'case-studies' }],
      ['people', { ...move, collectionSlug: 'nothings' }],
      ['orderableFieldName', { ...move, orderableFieldName: 'name' }],
      ['newKeyWillBe', { ...move, newKeyWillBe: 'equal' }],
      ...[null, [], [null], ['text'], [{}], 'text', [id, 5]].map(
        (docsToMove): [string, unknown] => ['docsToMove', { ...move, docsToMove }],
      ),
      ['101 documents', { ...move, docsToMove: Array.from({ length: 101 }, () => id) }],
      ...[null, 'text', [], {}, { id: 'text', key: 'a5' }].map((one): [string, unknown] => [
        'target',
        { ...move, target: one },
      ]),
      ...[undefined, null, '', 'a', 'zzz', 5, {}].map((key): [string, unknown] => [
        'target.key',
        { ...move, target: { id, key } },
      ]),
    ]
    for (const [named, body] of wrong) {
      const answer = await target.api.call({
        as: OWNER,
        body,
        method: 'POST',
        path: '/api/reorder',
      })
      const isNamed = JSON.stringify(answer.body).includes(named)
      expect({ body, status: answer.status, isNamed }).toEqual({ body, status: 400, isNamed: true })
    }
  })
})
