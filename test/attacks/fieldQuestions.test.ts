// Every field that has a read rule of its own, by every way to ask about it: a filter, a count, an
// order or a list of distinct values tells nobody what they may not read. Generated from
// access/fields.ts; what answers carry is in fieldRules.test.ts.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { isRefused, type Answer } from '../support/attacks.ts'
import { nameOf, RULED_FIELDS, type RuledField } from '../support/canaryValues.ts'
import { guesses, orders } from '../support/fieldQuestions.ts'
import { inShort } from '../support/inShort.ts'
import { inTurns } from '../support/inTurns.ts'
import {
  callersWithout,
  isByPermission,
  MEMBER,
  startRuledTarget,
  type RuledTarget,
} from '../support/ruledTarget.ts'

let target: RuledTarget

beforeAll(async () => {
  target = await startRuledTarget()
}, 240_000)

afterAll(async () => {
  await target?.stop()
})

/** The documents from which the field can be asked for: its own, and those that point at it. */
const placesOf = (ruled: RuledField) => {
  const { collection, id, referrers, versionId } = target.argsOf(ruled.collection)
  // Of what nobody stores, a guess is as good as another.
  const guess = { path: ruled.field, value: 'anything', other: 'something' }
  const { other, path, value } = target.canaries.planted.get(nameOf(ruled)) ?? guess
  const own = { hasVersions: versionId !== undefined, isThrough: false, other, path, value }
  return [
    { ...own, collection: collection as string, id },
    ...referrers
      .filter((referrer) => referrer.path !== 'body')
      .map((referrer) => ({
        ...own,
        collection: referrer.collection,
        hasVersions: target.argsOf(referrer.collection).versionId !== undefined,
        id: referrer.id,
        isThrough: true,
        path: `${referrer.path}.${path}`,
      })),
  ]
}

const turnOf = (ruled: RuledField): number => RULED_FIELDS.indexOf(ruled)

const mentions = (answer: Answer, id: string): boolean => JSON.stringify(answer.body).includes(id)

/** What an answer says, without what differs from request to request. */
const said = ({ body, status }: Answer): string => {
  const { docs, totalDocs } = (body?.data ? Object.values(body.data as object)[0] : body) ?? {}
  return JSON.stringify({ status, docs, totalDocs })
}

describe.each(RULED_FIELDS.map((ruled) => [nameOf(ruled), ruled] as const))('%s', (_, ruled) => {
  it('is not guessed by filters and counts', async () => {
    const found: string[] = []
    const all = placesOf(ruled).flatMap((place) => guesses(place))
    await inTurns(inShort(all, turnOf(ruled)), async ({ right, wrong }) => {
      for (const as of callersWithout(ruled)) {
        const [hit, miss] = [await target.ask(as, right), await target.ask(as, wrong)]
        if (said(hit) !== said(miss)) {
          found.push(`${as ?? 'nobody'}: ${JSON.stringify(right)}`)
        }
      }
    })
    expect(found).toEqual([])
  }, 600_000)

  it('orders nothing, and is not said to be there', async () => {
    const found: string[] = []
    const all = placesOf(ruled).flatMap((place) =>
      orders(place).map((question) => ({ id: place.id, question })),
    )
    await inTurns(inShort(all, turnOf(ruled)), async ({ id, question }) => {
      for (const as of callersWithout(ruled)) {
        const answer = await target.ask(as, question)
        const isOfJoin = 'path' in question && question.path.includes('joins[')
        if (!isRefused(answer) && !isOfJoin && mentions(answer, id)) {
          found.push(`${as ?? 'nobody'}: ${JSON.stringify(question)}`)
        }
      }
    })
    expect(found).toEqual([])
  }, 600_000)

  it('is found by those who may, and by nobody where nobody may', async () => {
    const [own] = placesOf(ruled)
    const [first] = guesses(own!)
    const hit = await target.ask(MEMBER, first!.right)
    const miss = await target.ask(MEMBER, first!.wrong)
    expect({ hit: mentions(hit, own!.id), miss: mentions(miss, own!.id) }).toEqual({
      hit: isByPermission(ruled),
      miss: false,
    })
  })

  it('is not among the distinct values', async () => {
    const [own] = placesOf(ruled)
    const planted = target.canaries.planted.get(nameOf(ruled))
    const distinct = (user: unknown): Promise<string> =>
      target.payload
        .findDistinct({
          collection: ruled.collection as 'pages',
          field: own!.path,
          limit: 0,
          overrideAccess: false,
          user: user as never,
        })
        .then(
          ({ values }) => JSON.stringify(values),
          () => 'refused',
        )
    const stranger = await target.world.user('owner', 'stranger')
    const told = await Promise.all([null, stranger].map(distinct))
    const isIn = (values: string) => values.includes(own!.value)
    // Another tenant may have chosen the same of a few options.
    const isRecognised = planted?.isUnique ?? false
    expect({ told: isRecognised && told.some(isIn) }).toEqual({ told: false })
    const known = await distinct(await target.world.user('owner', 'client'))
    expect({ known: isIn(known) }).toEqual({ known: isByPermission(ruled) })
  })
})
