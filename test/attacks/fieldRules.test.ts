// Every field that is read by other rules than its document, by every way to read it and every way to
// ask about it: what is answered never depends on what the caller asked for. Generated from
// access/fields.ts, so a new rule is tried as soon as it is there.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CollectionSlug } from 'payload'
import {
  countOf,
  idsOf,
  isRefused,
  startTarget,
  type Answer,
  type Target,
} from '../support/attacks.ts'
import {
  CLIENT_NAME,
  plantCanaries,
  RULED_FIELDS,
  type Canaries,
  type Referrer,
  type RuledField,
} from '../support/canaries.ts'
import {
  fieldOf,
  guessesAt,
  waysToAsk,
  waysToCount,
  waysToRead,
  waysToSort,
  type Way,
} from '../support/fieldPaths.ts'

let target: Target
let canaries: Canaries
const versionIds = new Map<string, string>()

const STRANGERS = [undefined, 'owner@stranger.test']
const MEMBER = 'owner@client.test'

beforeAll(async () => {
  target = await startTarget()
  canaries = await plantCanaries(target)
  for (const [collection, id] of canaries.ids) {
    if (target.payload.collections[collection as CollectionSlug].config.versions) {
      const { docs } = await target.payload.findVersions({
        collection: collection as 'pages',
        where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
        limit: 1,
      })
      versionIds.set(collection, String(docs[0]!.id))
    }
  }
}, 120_000)

afterAll(async () => {
  await target?.stop()
})

const ask = (as: string | undefined, way: Way): Promise<Answer> => {
  if ('graphql' in way) {
    return target.graphql({ as, query: way.graphql })
  }
  if (!('form' in way)) {
    return target.api.call({ as, path: way.path })
  }
  return sendForm(as, way)
}

/** A read sent by POST, as the live preview sends it. */
const sendForm = async (
  as: string | undefined,
  { form, path }: { form: string; path: string },
): Promise<Answer> => {
  const login =
    as === undefined
      ? null
      : await target.payload.login({
          collection: 'users',
          data: { email: as, password: 'test-password' },
        })
  return target.send(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-payload-http-method-override': 'GET',
      ...(login ? { authorization: `JWT ${login.token}` } : {}),
    },
    body: form,
  })
}

/** Whether anything in the answer has the field, with something in it. */
const carries = (value: unknown, field: string): boolean => {
  if (Array.isArray(value)) {
    return value.some((one) => carries(one, field))
  }
  if (typeof value !== 'object' || value === null) {
    return false
  }
  return Object.entries(value).some(
    ([key, one]) => (key === field && holdsSomething(one)) || carries(one, field),
  )
}

const holdsSomething = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(holdsSomething)
    : value !== null && value !== undefined && value !== ''

const isTold = (answer: Answer, { field }: RuledField): boolean => {
  const { data, errors: _, ...rest } = (answer.body ?? {}) as Record<string, unknown>
  const text = JSON.stringify(answer.body ?? null)
  const value = canaries.values[field]
  // An agency is public, and some values are words of their own; there the name of the field counts.
  const isRecognised = value !== undefined && !['agency', 'agencyAccess'].includes(field)
  return (
    carries(data ?? rest, field) ||
    (isRecognised && text.includes(value)) ||
    (field === 'client' && text.includes(CLIENT_NAME))
  )
}

const referrersOf = ({ collection }: RuledField): Referrer[] =>
  canaries.referrers.filter(({ to }) => to === collection)

const isByPermission = ({ rule }: RuledField): boolean => rule.read.includes('.')

describe.each(RULED_FIELDS.map((ruled) => [`${ruled.collection}.${ruled.field}`, ruled] as const))(
  '%s',
  (_, ruled) => {
    const { collection, field } = ruled
    const idOf = () => canaries.ids.get(collection)!
    const ways = () =>
      waysToRead({
        id: idOf(),
        payload: target.payload,
        referrers: referrersOf(ruled),
        ruled,
        versionId: versionIds.get(collection),
      })

    it('is told to no stranger, whatever is selected', async () => {
      expect(ways().length).toBeGreaterThan(15)
      for (const as of STRANGERS) {
        const told: string[] = []
        await inTurns(ways(), async (way) => {
          const answer = await ask(as, way)
          expect({ way, status: answer.status < 500 }).toEqual({ way, status: true })
          if (isTold(answer, ruled)) {
            told.push(way.name)
          }
        })
        expect({ as, told }).toEqual({ as, told: [] })
      }
    }, 120_000)

    it(
      isByPermission(ruled) ? 'is told to its own people' : 'is told to nobody',
      async () => {
        const untold: string[] = []
        const told: string[] = []
        for (const way of ways()) {
          // What a selection leaves out of itself is not there for anybody.
          if (new RegExp(`\\[${field}\\]=false`).test(way.name)) {
            continue
          }
          const answer = await ask(MEMBER, way)
          const list = isTold(answer, ruled) ? told : untold
          list.push(`${way.name} → ${answer.status}`)
        }
        const reached = untold.filter((name) => !isNarrowed(name, ruled))
        expect(isByPermission(ruled) ? { untold: reached } : { told }).toEqual(
          isByPermission(ruled) ? { untold: [] } : { told: [] },
        )
      },
      120_000,
    )

    it('is not found out by filters, counts or sorting', async () => {
      const places = [
        { collection: collection as string, id: idOf(), prefix: '' },
        ...referrersOf(ruled).map(({ path, ...referrer }) => ({ ...referrer, prefix: path })),
      ]
      const guesses = guessesAt({ payload: target.payload, ruled, value: canaries.values[field] })
      const found: string[] = []
      const questions = places.flatMap(({ collection: from, id, prefix }) =>
        guesses.flatMap(({ path, right, wrong }) => {
          const asking = { collection: from, hasVersions: versionIds.has(from), path, prefix }
          const counts = (value: string) => waysToCount({ ...asking, value })
          const wrongCounts = counts(wrong)
          return [
            ...waysToAsk({ ...asking, value: right }),
            ...waysToSort(asking),
            `/api/${from}?joins[related][where][${path}][equals]=${right}`,
          ]
            .map((question) => ({ id, question, wrong: undefined as string | undefined }))
            .concat(counts(right).map((question, at) => ({ id, question, wrong: wrongCounts[at] })))
        }),
      )
      for (const as of STRANGERS) {
        await inTurns(questions, async ({ id, question, wrong }) => {
          const answer = await target.api.call({ as, path: question })
          expect({ question, status: answer.status < 500 }).toEqual({ question, status: true })
          const other = wrong ? await target.api.call({ as, path: wrong }) : answer
          const isSame = countOf(other) === countOf(answer)
          const isJoin = question.includes('?joins')
          if (!isRefused(answer) && (!isSame || (mentions(answer, id) && !isJoin))) {
            found.push(`${as ?? 'nobody'}: ${question}`)
          }
        })
      }
      expect(found).toEqual([])
    }, 300_000)

    it('is not among the distinct values', async () => {
      const user = await target.world.user('owner', 'stranger')
      const inner = fieldOf({ collection, name: field, payload: target.payload })
      const path =
        inner && 'flattenedFields' in inner ? `${field}.${inner.flattenedFields[0]!.name}` : field
      for (const caller of [{ user: null }, { user }]) {
        const values = await target.payload
          .findDistinct({
            collection: collection as 'pages',
            field: path,
            overrideAccess: false,
            ...caller,
          })
          .then(
            (result) => result.values as unknown[],
            () => [],
          )
        expect(values.filter(holdsSomething)).toEqual([])
      }
    })
  },
)

/** A few at a time: the database answers while the server thinks. */
const inTurns = async <Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> => {
  const open = [...items]
  const turn = async (): Promise<void> => {
    for (let item = open.shift(); item !== undefined; item = open.shift()) {
      await work(item)
    }
  }
  await Promise.all(Array.from({ length: 6 }, turn))
}

const mentions = (answer: Answer, id: string): boolean =>
  idsOf(answer).includes(id) ||
  ((answer.body?.docs ?? []) as { parent?: string }[]).some(({ parent }) => parent === id)

/** Ways on which a member does not get to the field either, for reasons of depth. */
const isNarrowed = (name: string, { collection }: RuledField): boolean =>
  collection === 'documents' && name.includes('/api/pages')
