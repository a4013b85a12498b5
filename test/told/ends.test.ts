// What ends by itself is noted with the moment at which it does: the list before the next embargo ends, and what shows a
// file whose address ends.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import {
  findEmbargoEnd,
  noteEmbargoEnd,
} from '../../collections/CaseStudies/queries/noteEmbargoEnd.ts'
import { watchingSigned } from '../../src/media/noteSigned.ts'
import type { Site } from '../../src/site/data/site.ts'
import { createPicture } from '../support/content.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { readNoted } from '../support/siteReads.ts'
import { createWorld, type World } from '../support/tenants.ts'
import { writesOf, type Data, type Writes } from '../support/told.ts'

const HOUR = 60 * 60 * 1000
const inHours = (hours: number): number => Math.ceil(Date.now() / 1000) * 1000 + hours * HOUR

let running: TestPayload
let payload: Payload
let world: World
let writes: Writes
let site: Site

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  writes = writesOf({ payload, tenant: world.client.id })
  const { getSite } = await import('../../src/site/data/site.ts')
  site = (await getSite({ mode: 'path', tenant: 'client', locale: 'en' }))!
})

afterAll(() => running?.stop())

const study = (slug: string, until: number | null, data: Data = {}) =>
  writes.create('case-studies', {
    title: slug,
    slug,
    visibility: 'public',
    embargoUntil: until === null ? null : new Date(until).toISOString(),
    _status: 'published',
    ...data,
  })

it('a list ends with the next embargo of what it will show, and says nothing of which that is', async () => {
  const tenant = world.client.id
  const [soon, later] = [inHours(2), inHours(5)]
  await study('later', later)
  const { id } = await study('soon', soon)
  await study('draft', inHours(1), { _status: 'draft' })
  await study('unlisted', inHours(1), { visibility: 'unlisted' })
  await study('private', inHours(1), { visibility: 'private' })
  await study('over', Date.now() - HOUR)
  await writes.update('case-studies', (await study('trashed', inHours(1))).id, {
    deletedAt: new Date().toISOString(),
  })
  const noted = await readNoted(() => noteEmbargoEnd({ payload, tenant }))
  expect({ ...noted, tags: [...noted.tags] }).toEqual({ value: undefined, tags: [], until: soon })
  await writes.remove('case-studies', id)
  expect(await findEmbargoEnd({ payload, tenant })).toBe(later)
  expect(await findEmbargoEnd({ payload, tenant: world.stranger.id })).toBeNull()
})

it('a study ends nothing but what is asked by its slug, when it is unlisted', async () => {
  const tenant = world.client.id
  const end = inHours(3)
  await study('by-link', end, { visibility: 'unlisted' })
  await study('for-nobody', end, { visibility: 'private' })
  expect(await findEmbargoEnd({ payload, tenant, slug: 'by-link' })).toBe(end)
  expect(await findEmbargoEnd({ payload, tenant, slug: 'for-nobody' })).toBeNull()
  expect(await findEmbargoEnd({ payload, tenant, slug: 'nothing' })).toBeNull()
})

it('what shows a file that not everybody may fetch ends twelve hours before its address', async () => {
  const picture = await createPicture({ payload, tenant: world.client.id })
  await study('with-a-file', null, { visibility: 'unlisted', cover: picture.id })
  const { getStudy } = await import('../../src/site/data/getStudy.ts')
  const { until, value } = await readNoted(() =>
    watchingSigned(() => getStudy({ site, slug: 'with-a-file' })),
  )
  const { isSigned } = value as { isSigned: boolean }
  const [, seconds] = /[?&]e=(\d+)&a=link/.exec(JSON.stringify(value)) ?? []
  expect({ isSigned, until }).toEqual({ isSigned: true, until: Number(seconds) * 1000 - 12 * HOUR })
})

it('what shows none does not end, and no address was signed', async () => {
  await study('without-a-file', null)
  const { getStudy } = await import('../../src/site/data/getStudy.ts')
  const { until, value } = await readNoted(() =>
    watchingSigned(() => getStudy({ site, slug: 'without-a-file' })),
  )
  expect({ isSigned: (value as { isSigned: boolean }).isSigned, until }).toEqual({
    isSigned: false,
    until: Infinity,
  })
})
