// The logo of an organisation under NDA is nobody's outside the tenant, also where something public
// uses it, for as long as the organisation is under NDA.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { createPicture, createStudy } from '../../test/support/content.ts'
import { startPayload, type TestPayload } from '../../test/support/payload.ts'
import { createWorld } from '../../test/support/tenants.ts'

let running: TestPayload
let payload: Payload
let tenant: string

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  tenant = (await createWorld({ payload })).client.id
})

afterAll(async () => {
  await running.stop()
})

const exposureOf = async (id: string) =>
  (await payload.findByID({ collection: 'media', id, depth: 0 })).exposure

const organisation = (data: Record<string, unknown>) =>
  payload.create({
    collection: 'organisations',
    data: { tenant, name: 'Okapi Works', ...data } as never,
    overrideAccess: true,
  })

/** A logo that a public study shows as its cover. */
const shownLogo = async (title: string): Promise<string> => {
  const { id } = await createPicture({ payload, tenant })
  await createStudy({ payload, tenant, title, cover: id })
  expect(await exposureOf(id)).toBe('public')
  return id
}

describe('the logo of an organisation', () => {
  it.each(['draft', 'published'])('is withheld once a %s one is under NDA', async (_status) => {
    const logo = await shownLogo(`Of a ${_status} one`)
    const { id } = await organisation({ logo, _status })
    const change = (data: object) =>
      payload.update({ collection: 'organisations', id, data: { _status, ...data } as never })
    expect(await exposureOf(logo)).toBe('public')
    await change({ confidential: true })
    expect(await exposureOf(logo)).toBe('none')
    await change({ confidential: false })
    expect(await exposureOf(logo)).toBe('public')
  })

  it('stays withheld when something else begins to show it', async () => {
    const { id: logo } = await createPicture({ payload, tenant })
    await organisation({ confidential: true, logo, _status: 'published' })
    await createStudy({ payload, tenant, title: 'Later', cover: logo })
    expect(await exposureOf(logo)).toBe('none')
  })

  it('is a picture like any other once it is no longer the logo', async () => {
    const [logo, other] = [await shownLogo('First'), await shownLogo('Second')]
    const { id } = await organisation({ confidential: true, logo, _status: 'published' })
    await payload.update({
      collection: 'organisations',
      id,
      data: { logo: other, _status: 'published' },
    })
    expect([await exposureOf(logo), await exposureOf(other)]).toEqual(['public', 'none'])
    await payload.delete({ collection: 'organisations', id })
    expect(await exposureOf(other)).toBe('public')
  })
})
