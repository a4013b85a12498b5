// Questions about what one may not read: a filter, a sort or a count that answers them is a leak,
// even if no field is ever shown.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Organisation } from '../../payload-types.ts'
import { createStudy } from '../support/content.ts'
import {
  countOf,
  idsOf,
  isRefused,
  startTarget,
  type Answer,
  type Target,
} from '../support/attacks.ts'

let target: Target
let namedClient: Organisation
let anonymousStudy: { id: string }
let resetToken: string

const STRANGER = 'owner@stranger.test'
const COLLEAGUE = 'viewer@client.test'

beforeAll(async () => {
  target = await startTarget()
  const { payload, world } = target
  const tenant = world.client.id
  const organisation = (name: string, confidential: boolean) =>
    payload.create({
      collection: 'organisations',
      data: { tenant, name, confidential, _status: 'published' } as never,
    })
  const secretClient = await organisation('Zebra Secret Works', true)
  namedClient = await organisation('Okapi Known Works', false)
  await createStudy({ payload, tenant, title: 'For the secret one', client: secretClient.id })
  anonymousStudy = await createStudy({
    payload,
    tenant,
    title: 'For an unnamed one',
    client: namedClient.id,
    anonymous: true,
    anonymousLabel: 'Somebody',
    notes: [{ text: 'Wombat: the budget was too small' }],
  })
  await payload.update({
    collection: 'tenants',
    id: tenant,
    data: { quotas: { members: 77 } },
  })
  resetToken = await payload.forgotPassword({
    collection: 'users',
    data: { email: 'owner@client.test' },
    disableEmail: true,
  })
})

afterAll(async () => {
  await target?.stop()
})

const ask = (as: string | undefined, path: string): Promise<Answer> =>
  target.api.call({ as, path: `/api/${path}` })

/** The right guess and a wrong one have to look the same. */
const expectNoDifference = async ({
  as,
  right,
  wrong,
}: {
  as?: string
  right: string
  wrong: string
}): Promise<void> => {
  const [hit, miss] = [await ask(as, right), await ask(as, wrong)]
  const seen = (answer: Answer) => ({ status: answer.status, ids: idsOf(answer).sort() })
  expect({ as, path: right, ...seen(hit) }).toEqual({ as, path: right, ...seen(miss) })
}

const SECRET_FIELDS = [
  'hash',
  'salt',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'apiKey',
  'apiKeyIndex',
  'loginAttempts',
  'lockUntil',
  'sessions.id',
]

describe('relationship oracles', () => {
  it('CVE-2026-105852 (GHSA-7c34-32v3-j575): a filter through a relationship follows the rights of what it points at', async () => {
    for (const as of [undefined, STRANGER]) {
      for (const operator of ['equals', 'like', 'contains']) {
        await expectNoDifference({
          as,
          right: `case-studies?where[client.name][${operator}]=Zebra Secret Works`,
          wrong: `case-studies?where[client.name][${operator}]=Quagga Secret Works`,
        })
      }
    }
    const own = await ask(COLLEAGUE, 'case-studies?where[client.name][like]=Zebra')
    expect(countOf(own)).toBe(1)
  })

  it('the client of a study that names none is not found by guessing, either', async () => {
    for (const as of [undefined, STRANGER]) {
      const guesses = [
        `where[client][equals]=${namedClient.id}`,
        `where[client.name][equals]=Okapi Known Works`,
        `where[client.id][equals]=${namedClient.id}`,
        `where[client][in][0]=${namedClient.id}`,
      ]
      for (const guess of guesses) {
        const answer = await ask(as, `case-studies?${guess}`)
        expect({ as, guess, found: idsOf(answer).includes(anonymousStudy.id) }).toEqual({
          as,
          guess,
          found: false,
        })
      }
    }
  })

  it('the internal notes of a published study are not found by guessing', async () => {
    for (const as of [undefined, STRANGER]) {
      await expectNoDifference({
        as,
        right: 'case-studies?where[notes.text][like]=Wombat',
        wrong: 'case-studies?where[notes.text][like]=Numbat',
      })
    }
    expect(countOf(await ask(COLLEAGUE, 'case-studies?where[notes.text][like]=Wombat'))).toBe(1)
  })

  it('the quotas and the agency of another tenant are not found by guessing', async () => {
    for (const as of [undefined, STRANGER]) {
      await expectNoDifference({
        as,
        right: `tenants?where[and][0][id][equals]=${target.world.client.id}&where[and][1][quotas.members][equals]=77`,
        wrong: `tenants?where[and][0][id][equals]=${target.world.client.id}&where[and][1][quotas.members][equals]=78`,
      })
      await expectNoDifference({
        as,
        right: `tenants?where[and][0][id][equals]=${target.world.client.id}&where[and][1][agency][equals]=${target.world.agency.id}`,
        wrong: `tenants?where[and][0][id][equals]=${target.world.client.id}&where[and][1][agency][equals]=${target.world.stranger.id}`,
      })
    }
  })

  it('CVE-2026-105847 (GHSA-fpww-c55p-cjv6): a polymorphic relationship does not lead to hidden fields', async () => {
    for (const collection of ['payload-locked-documents', 'payload-preferences']) {
      for (const field of SECRET_FIELDS) {
        const answer = await ask(COLLEAGUE, `${collection}?where[user.value.${field}][exists]=true`)
        expect({ collection, field, found: countOf(answer) }).toEqual({
          collection,
          field,
          found: 0,
        })
      }
    }
    const joins = `joins[document][where][user.value.resetPasswordToken][like]=${resetToken.slice(0, 4)}`
    const answer = await ask(COLLEAGUE, `users?${joins}`)
    expect(JSON.stringify(answer.body)).not.toContain(resetToken)
  })
})

describe('hidden fields of a user', () => {
  it('Strapi CVE-2026-27886: updatedBy.resetPasswordToken cannot be guessed letter by letter', async () => {
    for (const path of [
      'case-studies?draft=true&where[updatedBy.resetPasswordToken]',
      'case-studies?where[createdBy.resetPasswordToken]',
      'memberships?where[user.resetPasswordToken]',
      'users?where[resetPasswordToken]',
    ]) {
      for (const as of [undefined, COLLEAGUE, 'owner@client.test', STRANGER]) {
        await expectNoDifference({
          as,
          right: `${path}[like]=${resetToken.slice(0, 6)}`,
          wrong: `${path}[like]=zzzzzz`,
        })
      }
    }
  })

  it('Strapi CVE-2023-22894: a filter through an author does not reach his hash', async () => {
    for (const field of SECRET_FIELDS) {
      for (const relation of ['createdBy', 'updatedBy', 'tenant.createdBy']) {
        for (const as of [undefined, COLLEAGUE]) {
          const answer = await ask(as, `case-studies?where[${relation}.${field}][exists]=true`)
          expect({ relation, field, as, found: countOf(answer) }).toEqual({
            relation,
            field,
            as,
            found: 0,
          })
        }
      }
    }
    const email = await ask(COLLEAGUE, 'memberships?where[user.email][equals]=owner@client.test')
    expect(countOf(email)).toBe(1)
  })

  it('Strapi CVE-2023-34235: a table or alias before the name of a field changes nothing', async () => {
    for (const path of ['t1.hash', 'users.hash', 't0.reset_password_token', '"users"."hash"']) {
      const answer = await ask(COLLEAGUE, `users?where[${encodeURIComponent(path)}][exists]=true`)
      expect({ path, found: countOf(answer) }).toEqual({ path, found: 0 })
    }
  })

  it('Strapi CVE-2024-56143: no parameter beside `where` filters', async () => {
    const all = idsOf(await ask(COLLEAGUE, 'users?limit=100&sort=id'))
    for (const parameter of ['lookup', 'filters', '_where', 'filter']) {
      for (const field of ['hash', 'resetPasswordToken']) {
        const answer = await ask(
          COLLEAGUE,
          `users?limit=100&sort=id&${parameter}[${field}][$startsWith]=${resetToken.slice(0, 4)}`,
        )
        expect({ parameter, field, ids: idsOf(answer) }).toEqual({ parameter, field, ids: all })
      }
    }
    expect(isRefused(await ask(COLLEAGUE, 'users?q[hash][$startsWith]=x'))).toBe(true)
  })

  it('Directus CVE-2026-35442: no aggregate, distinct or group shows a concealed field', async () => {
    for (const field of ['hash', 'salt', 'resetPasswordToken', 'apiKeyIndex']) {
      for (const path of [
        `users/distinct?field=${field}`,
        `users?groupBy=${field}`,
        `users?aggregate[min]=${field}`,
      ]) {
        const answer = await ask(COLLEAGUE, path)
        expect(JSON.stringify(answer.body)).not.toContain(resetToken)
        expect(JSON.stringify(answer.body)).not.toMatch(/"(hash|salt|resetPasswordToken)"/)
      }
      const user = await target.world.user('viewer', 'client')
      const distinct = await target.payload
        .findDistinct({ collection: 'users', field: field, overrideAccess: false, user })
        .then(({ values }) => values.filter((value) => Object.values(value).some(Boolean)))
        .catch(() => [])
      expect({ field, distinct }).toEqual({ field, distinct: [] })
    }
  })

  it('Directus CVE-2024-34708: an alias does not show a hidden field', async () => {
    for (const field of ['hash', 'salt', 'resetPasswordToken', 'password', 'apiKeyIndex']) {
      const { body } = await target.graphql({
        as: COLLEAGUE,
        query: `{ Users { docs { name: ${field} } } }`,
      })
      const shown = ((body.data?.Users?.docs ?? []) as { name: unknown }[]).filter(
        ({ name }) => name !== null,
      )
      expect({ field, shown }).toEqual({ field, shown: [] })
    }
  })
})

describe('sort oracles', () => {
  it('the order of a list does not follow a hidden field', async () => {
    const plain = idsOf(await ask(COLLEAGUE, 'users?limit=100'))
    expect(plain.length).toBeGreaterThan(3)
    for (const field of ['hash', 'salt', 'resetPasswordToken', 'apiKeyIndex', 'sessions.id']) {
      const up = await ask(COLLEAGUE, `users?limit=100&sort=${field}`)
      const down = await ask(COLLEAGUE, `users?limit=100&sort=-${field}`)
      const isOrdered = up.status === 200 && idsOf(up).join() !== idsOf(down).join()
      expect({ field, isOrdered }).toEqual({ field, isOrdered: false })
    }
  })

  it('nor one that belongs to another tenant', async () => {
    for (const as of [undefined, STRANGER]) {
      for (const field of ['passwordHash', 'createdBy.email', 'client.name', 'notes.text']) {
        const up = await ask(as, `case-studies?sort=${field}`)
        const down = await ask(as, `case-studies?sort=-${field}`)
        const foreign = (answer: Answer) =>
          idsOf(answer).filter((id) => id !== target.foreignOnline.id)
        const isOrdered = up.status === 200 && foreign(up).join() !== foreign(down).join()
        expect({ as, field, isOrdered }).toEqual({ as, field, isOrdered: false })
      }
    }
  })
})
