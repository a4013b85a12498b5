// Nothing that is answered names a document that its caller may not read: in no field, row, block or
// node of rich text, at no depth and in no projection. The places are made from the configuration.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { grantOf, rules, type TenantCollection } from '../../access/rules.ts'
import { startTarget, type Answer, type Target } from '../support/attacks.ts'
import { createStudy, linkNode, richText } from '../support/content.ts'
import {
  HIDDEN_WORDS,
  HOSTS,
  OTHERS,
  plantHidden,
  plantHost,
  settleExposure,
  type Host,
  type Kinds,
} from '../support/hiddenDocuments.ts'
import { forNobody } from '../support/forNobody.ts'
import { inShort } from '../support/inShort.ts'
import { inTurns } from '../support/inTurns.ts'
import { waysToHost, type HostWay } from '../support/hostWays.ts'
import type { Place } from '../support/referencePlaces.ts'

let target: Target
let kinds: Map<string, Kinds>
const hiding = new Map<TenantCollection, Host[]>()
const showing = new Map<TenantCollection, Host>()

const STRANGERS = [undefined, 'owner@stranger.test']
const MEMBER = 'viewer@client.test'
const MOST_KINDS = 5

/** The hidden documents for a place: one of a kind where it holds one, all where it holds many. */
const hiddenFor =
  (turn: number) =>
  ({ isInText, relationTo }: Place): string[] => {
    const { foreign = [], hidden = [] } = kinds.get(relationTo) ?? {}
    const first = hidden[turn % hidden.length]
    // The database keeps keys inside a tenant; what stands in a text it does not see.
    return [
      ...(first ? [first] : []),
      ...(isInText ? foreign : hidden.filter((id) => id !== first)),
    ]
  }

beforeAll(async () => {
  target = await startTarget()
  // Before the questions, which come several at once.
  await target.api.call({ as: STRANGERS[1], path: '/api/users/me' })
  kinds = await plantHidden(target)
  // A tenant has one of its settings, so they hold what is hidden and nothing else.
  for (const collection of HOSTS.filter((one) => one !== 'site-settings')) {
    const hosts: Host[] = []
    for (let turn = 0; turn < MOST_KINDS; turn += 1) {
      const host = await plantHost({ collection, pick: hiddenFor(turn), target })
      hosts.push(...(host ? [host] : []))
    }
    const visible = await plantHost({
      collection,
      pick: ({ relationTo }) => [kinds.get(relationTo)?.visible].filter((id) => id !== undefined),
      target,
    })
    if (visible) {
      showing.set(collection, visible)
    }
    hiding.set(collection, hosts)
  }
  const settings = await plantHost({ collection: 'site-settings', pick: hiddenFor(0), target })
  hiding.set('site-settings', [settings!])
  await settleExposure({ databaseUrl: target.databaseUrl, kinds })
}, 240_000)

afterAll(async () => {
  await target?.stop()
})

const ask = async (as: string | undefined, way: HostWay): Promise<Answer> => {
  const answer =
    'graphql' in way
      ? await target.graphql({ as, query: way.graphql })
      : await target.api.call({ as, path: as ? way.path : forNobody(way.path) })
  expect({ way, isBroken: answer.status >= 500 }).toEqual({ way, isBroken: false })
  return answer
}

/** Everything hidden that the answer gives away: by its id, or by a word of it. */
const namedIn = ({ body }: Answer): string[] => {
  const text = JSON.stringify(body)
  const ids = [...kinds].flatMap(([collection, { foreign, hidden }]) =>
    [...hidden, ...foreign]
      .filter((id) => text.includes(id))
      .map((id) => `${collection} ${id.slice(-4)}`),
  )
  return text.includes(HIDDEN_WORDS) ? [...ids, HIDDEN_WORDS] : ids
}

const occurrences = (answer: Answer, id: string): number =>
  JSON.stringify(answer.body).split(`"${id}"`).length - 1

const tryAll = async (ways: HostWay[]): Promise<string[]> => {
  const found: string[] = []
  await inTurns(ways, async (way) => {
    for (const as of STRANGERS) {
      const named = namedIn(await ask(as, way))
      if (named.length > 0) {
        found.push(`${as ?? 'nobody'}: ${JSON.stringify(way)} → ${named.join(', ')}`)
      }
    }
  })
  return found
}

describe.each(HOSTS.map((collection) => [collection]))('documents of %s', (collection) => {
  const hosts = () => hiding.get(collection)!

  it('hold what is hidden where a member reads it', async () => {
    for (const { id, pointsAt } of hosts()) {
      const answer = await ask(MEMBER, { path: `/api/${collection}/${id}?depth=0` })
      for (const [hidden, times] of pointsAt) {
        const isThere = occurrences(answer, hidden) >= times
        expect({ collection, hidden, times, isThere }).toMatchObject({ isThere: true })
      }
    }
  })

  // A tenant's settings are one document, and that one hides.
  const itShows = collection === 'site-settings' ? null : it
  itShows?.('show everybody what everybody may read, in the same places', async () => {
    const { id: host, pointsAt } = showing.get(collection)!
    const way = { path: `/api/${collection}/${host}?depth=0` }
    const [shown, stored] = [await ask(undefined, way), await ask(MEMBER, way)]
    for (const [id, times] of pointsAt) {
      const counts = { shown: occurrences(shown, id), stored: occurrences(stored, id) }
      expect({ collection, id, ...counts }).toEqual({
        collection,
        id,
        shown: counts.stored,
        stored: counts.stored,
      })
      expect(counts.stored).toBeGreaterThanOrEqual(times)
    }
  })

  it('name nothing hidden, at any depth and in any projection', async () => {
    const ways = await Promise.all(
      hosts().map(async (host, turn) =>
        inShort(
          waysToHost({ host, payload: target.payload, versionId: await versionOf(host) }),
          turn,
        ),
      ),
    )
    expect(await tryAll(ways.flat())).toEqual([])
  }, 600_000)

  it('are distinct by nothing hidden', async () => {
    const paths = new Set(
      hosts().flatMap(({ places }) =>
        places.filter((one) => !one.isInText).map(({ path }) => path),
      ),
    )
    for (const field of paths) {
      for (const user of [null, await target.world.user('owner', 'stranger')]) {
        const body = await target.payload
          .findDistinct({
            collection,
            field: field,
            limit: 0,
            overrideAccess: false,
            user,
          })
          .then(
            ({ values }) => values,
            () => 'refused',
          )
        expect({ field, named: namedIn({ body } as Answer) }).toEqual({ field, named: [] })
      }
    }
  })
})

const versionOf = async ({ collection, id }: Host): Promise<string | undefined> => {
  if (!target.payload.collections[collection].config.versions) {
    return undefined
  }
  const { docs } = await target.payload.findVersions({
    collection: collection as 'pages',
    limit: 1,
    where: { parent: { equals: id } },
  })
  return docs[0] ? String(docs[0].id) : undefined
}

describe('documents that lead to them', () => {
  it('name nothing hidden, at any depth', async () => {
    const host = (collection: TenantCollection) => hiding.get(collection)![0]!.id
    const study = await createStudy({
      payload: target.payload,
      tenant: target.world.client.id,
      title: 'Leads to all of them',
      client: host('organisations'),
      credits: [{ person: host('people') }],
      related: { mode: 'manual', studies: [host('case-studies')] },
      testimonials: [host('testimonials')],
      chapters: [
        {
          kind: 'story',
          body: richText(
            'See also',
            linkNode('case-studies', host('case-studies')),
            linkNode('people', host('people')),
            linkNode('pages', host('pages')),
          ),
        },
      ],
    })
    const one = `/api/case-studies/${study.id}`
    const populate = HOSTS.map((slug) => `populate[${slug}][updatedAt]=false`).join('&')
    const ways = [0, 1, 2, 3, 4].flatMap((depth) =>
      ['', `&${populate}`, '&locale=all', `&draft=true&trash=true&${populate}`].map((query) => ({
        path: `${one}?depth=${depth}${query}`,
      })),
    )
    const whole = await ask(undefined, { path: `${one}?depth=2&${populate}` })
    expect(occurrences(whole, host('people'))).toBeGreaterThan(0)
    expect(await tryAll(ways)).toEqual([])
  }, 120_000)
})

describe('a collection that points at nothing', () => {
  it.each(OTHERS)('still does as configured: %s', async (collection) => {
    expect(await plantHost({ collection, pick: () => [], target })).toBeNull()
  })
})

describe('collections that the public does not read', () => {
  const closed = (Object.keys(rules) as TenantCollection[]).filter(
    (slug) => grantOf(slug, 'read')?.to !== 'anyone',
  )

  it('name nothing of another tenant', async () => {
    const { payload, world } = target
    const tenant = world.client.id
    await payload.create({
      collection: 'leads',
      data: {
        tenant,
        name: 'Lead',
        email: 'lead@lead.test',
        message: 'Words',
        status: 'new',
        study: hiding.get('case-studies')![0]!.id,
      },
    })
    await payload.create({
      collection: 'roles',
      data: { tenant, name: 'Press', permissions: ['redirects.create'] },
    })
    await payload.create({ collection: 'redirects', data: { tenant, from: '/a', to: '/b' } })
    const found = await Promise.all(
      closed.map((collection) =>
        payload.find({ collection, depth: 0, limit: 0, where: { tenant: { equals: tenant } } }),
      ),
    )
    const ids = found.flatMap(({ docs }) => docs.map(({ id }) => String(id)))
    expect(ids.length).toBeGreaterThan(8)
    for (const collection of closed) {
      for (const as of STRANGERS) {
        for (const depth of [0, 2, 4]) {
          const path = `/api/${collection}?limit=100&depth=${depth}`
          const answer = await ask(as, { path })
          const text = JSON.stringify(answer.body)
          const named = [...namedIn(answer), ...ids.filter((id) => text.includes(id))]
          expect({ as, path, named }).toEqual({ as, path, named: [] })
        }
      }
    }
  })
})
