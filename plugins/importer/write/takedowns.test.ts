/** What an editor took offline or hid stays so, whatever is imported afterwards or at that moment. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import pg from 'pg'

import type { ImportWorld } from './testSupport.ts'

import { importerOptions } from '../../../src/config/importer.ts'
import { PASSWORD } from '../../../test/support/tenants.ts'

import { startImportWorld } from './testSupport.ts'

let { databaseUrl, payload, run, stop, world }: ImportWorld = {} as ImportWorld

beforeAll(async () => {
  ;({ databaseUrl, payload, run, stop, world } = await startImportWorld())
})
afterAll(() => stop())

const markdown = (front: Record<string, string>, body = 'Text'): Uint8Array =>
  strToU8(
    `---\n${Object.entries(front)
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n')}\n---\n${body}`,
  )

const publish = async (name: string, bytes: Uint8Array, more: object = {}) =>
  run({
    mode: 'publish',
    source: { bytes, name },
    user: await world.user('admin', 'client'),
    ...more,
  })

const storedOf = async (title: string) => {
  const { docs } = await payload.find({
    collection: 'case-studies',
    depth: 0,
    where: { title: { equals: title } },
  })
  return docs[0]!
}

it('a study that was made private stays private', async () => {
  await publish('private.md', markdown({ title: 'Made private' }))
  const { id } = await storedOf('Made private')
  await payload.update({
    collection: 'case-studies',
    id,
    data: { visibility: 'private', _status: 'published' },
  })
  const report = await publish('private.md', markdown({ title: 'Made private' }, 'Other text'))
  expect(report.totals).toMatchObject({ updated: 1 })
  expect(await storedOf('Made private')).toMatchObject({ visibility: 'private' })
})

it.each(['Text', 'Other text'])(
  'a study that was taken offline stays offline: %s',
  async (text) => {
    const title = `Taken offline ${text.length}`
    const name = `offline-${text.length}.md`
    await publish(name, markdown({ title }))
    const { id } = await storedOf(title)
    await payload.update({ collection: 'case-studies', id, data: { _status: 'draft' } })
    const report = await publish(name, markdown({ title }, text))
    expect(report.totals).toMatchObject({ kept: 1 })
    expect(await storedOf(title)).toMatchObject({ _status: 'draft' })
  },
)

it('what is hidden while an import runs is not shown again by its links', async () => {
  const later = Array.from({ length: 8 }, (_, index) => [
    `m${index}.md`,
    markdown({ title: `M ${index}` }),
  ])
  const files = Object.fromEntries([
    ['a.md', markdown({ title: 'Links on' }, 'See [the last](z.md).')],
    ...later,
    ['z.md', markdown({ title: 'The last' })],
  ]) as Record<string, Uint8Array>
  let hidden: Promise<unknown> | undefined
  await publish('links.zip', zipSync(files), {
    onProgress: ({ done, phase }: { done: number; phase: string }) => {
      if (phase === 'write' && done >= 2) {
        hidden ??= storedOf('Links on').then(({ id }) =>
          payload.update({
            collection: 'case-studies',
            id,
            data: { visibility: 'private', _status: 'published' },
          }),
        )
      }
    },
  })
  expect(await hidden).toBeTruthy()
  expect(await storedOf('Links on')).toMatchObject({ visibility: 'private' })
})

it('a person who was taken offline, or is being changed, waits for an editor', async () => {
  const person = async () => {
    const { docs } = await payload.find({
      collection: 'people',
      depth: 0,
      where: { name: { equals: 'Mara Offline' } },
    })
    return docs[0]!
  }
  await publish('mara-1.md', markdown({ title: 'First of Mara', author: 'Mara Offline' }))
  expect(await person()).toMatchObject({ _status: 'published' })
  const { id } = await person()

  await payload.update({ collection: 'people', id, data: { _status: 'draft' } })
  await publish('mara-2.md', markdown({ title: 'Second of Mara', author: 'Mara Offline' }))
  expect(await person()).toMatchObject({ _status: 'draft' })

  await payload.update({ collection: 'people', id, data: { _status: 'published' } })
  await payload.update({ collection: 'people', id, data: { bio: 'Not yet' }, draft: true })
  await publish('mara-3.md', markdown({ title: 'Third of Mara', author: 'Mara Offline' }))
  expect((await person()).bio ?? null).toBeNull()
})

it.each(['signed out', 'suspended'])(
  'an import stops with whoever is %s while it runs',
  async (how) => {
    const user = await world.user('admin', 'client')
    const owner = new pg.Client({ connectionString: databaseUrl })
    await owner.connect()
    try {
      await payload.login({
        collection: 'users',
        data: { email: 'admin@client.test', password: PASSWORD },
      })
      const { rows } = await owner.query<{ id: string }>(
        'select id from users_sessions where _parent_id = $1 order by created_at desc limit 1',
        [user.id],
      )
      const files = Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [
          `${how}-${index}.md`,
          markdown({ title: `${how} ${index}` }),
        ]),
      )
      let ending: Promise<unknown> | undefined
      const report = await run({
        mode: 'publish',
        options: importerOptions,
        source: { bytes: zipSync(files), name: 'long.zip' },
        user: Object.assign(user, { _sid: rows[0]!.id }),
        onProgress: ({ done, phase }) => {
          if (phase === 'write' && done >= 3) {
            ending ??=
              how === 'suspended'
                ? owner.query(`update memberships set status = 'suspended' where user_id = $1`, [
                    user.id,
                  ])
                : owner.query('delete from users_sessions where id = $1', [rows[0]!.id])
          }
        },
      })
      expect(await ending).toBeTruthy()
      expect(report.totals.created).toBeGreaterThan(2)
      expect(report.totals.failed).toBeGreaterThan(3)
      expect(report.totals.created + report.totals.failed).toBe(12)
      expect(JSON.stringify(report)).toContain('lost the right to import while this ran')
    } finally {
      await owner.query(`update memberships set status = 'active' where user_id = $1`, [user.id])
      await owner.end()
    }
  },
)
