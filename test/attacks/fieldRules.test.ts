// Every field that has a read rule of its own, by every way to read it: an answer never depends on
// what the caller asked for. Generated from access/fields.ts, so a new rule is tried as soon as it is
// there. What can be found out by asking is in fieldQuestions.test.ts.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { rules, type RuledCollection } from '../../access/rules.ts'
import type { Answer } from '../support/attacks.ts'
import { fieldOf, nameOf, RULED_FIELDS, type RuledField } from '../support/canaryValues.ts'
import { ALIAS, waysToDocument, waysToField, type Way } from '../support/fieldWays.ts'
import { inShort } from '../support/inShort.ts'
import { inTurns } from '../support/inTurns.ts'
import {
  callersWithout,
  isByPermission,
  MEMBER,
  RULED_COLLECTIONS,
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

const isTold = (answer: Answer, ruled: RuledField): boolean => {
  const { data, errors: _, ...rest } = (answer.body ?? {}) as Record<string, unknown>
  const planted = target.canaries.planted.get(nameOf(ruled))
  return (
    carries(data ?? rest, ruled.field) ||
    carries(data ?? rest, ALIAS) ||
    (planted?.isUnique === true && JSON.stringify(answer.body ?? null).includes(planted.value))
  )
}

/** Asks in every way as everybody, and gathers who is told what they may not know, or is not told. */
const tryAll = async (fields: RuledField[], all: Way[], turn: number): Promise<string[]> => {
  expect(all.length).toBeGreaterThan(3)
  const ways = inShort(all, turn)
  const wrong: string[] = []
  const callers = new Set([...fields.flatMap(callersWithout), MEMBER])
  await inTurns(ways, async (way) => {
    for (const as of callers) {
      const answer = await target.ask(as, way)
      for (const ruled of fields.filter(
        (one) => as === MEMBER || callersWithout(one).includes(as),
      )) {
        const isMeantFor = as === MEMBER && isByPermission(ruled)
        const isPossible = way.leavesOut !== ruled.field && !way.isEmpty
        if (isTold(answer, ruled) ? !isMeantFor : isMeantFor && isPossible) {
          const verb = isMeantFor ? 'is not told' : 'is told'
          wrong.push(`${as ?? 'nobody'} ${verb} ${ruled.field}: ${way.name} → ${answer.status}`)
        }
      }
    }
  })
  return wrong
}

const isVirtual = ({ collection, field }: RuledField): boolean => {
  const found = fieldOf({ collection, name: field, payload: target.payload })
  return found !== undefined && 'virtual' in found && found.virtual === true
}

describe('the rules', () => {
  it.each(RULED_FIELDS.map((ruled) => [nameOf(ruled), ruled] as const))(
    'have a value to look for: %s',
    (name, ruled) => {
      expect(target.canaries.planted.has(name) || isVirtual(ruled)).toBe(true)
    },
  )

  it('are of collections that the test reaches through a reference, where the public may', () => {
    const reached = new Set(target.canaries.referrers.map(({ to }) => to))
    const isPublic = (collection: RuledCollection) =>
      collection === 'tenants' || 'read' in rules[collection]
    // Nothing points at the settings of a site.
    expect(RULED_COLLECTIONS.filter((one) => isPublic(one) && !reached.has(one))).toEqual([
      'site-settings',
    ])
  })
})

describe.each(RULED_COLLECTIONS.map((collection) => [collection]))('%s', (collection) => {
  const fields = RULED_FIELDS.filter((ruled) => ruled.collection === collection)

  it('is told whole to those who may, and to nobody else, at any depth and in any part', async () => {
    const ways = waysToDocument(target.argsOf(collection))
    expect(await tryAll(fields, ways, RULED_COLLECTIONS.indexOf(collection))).toEqual([])
  }, 600_000)

  it.each(fields.map((ruled) => [ruled.field, ruled] as const))(
    'tells %s to nobody because they ask for it alone',
    async (field, ruled) => {
      const ways = waysToField({ ...target.argsOf(collection), field })
      expect(await tryAll([ruled], ways, RULED_FIELDS.indexOf(ruled))).toEqual([])
    },
    600_000,
  )
})

describe('a value that is not stored', () => {
  it('does not come back from the write that gave it', async () => {
    const virtual = RULED_FIELDS.filter(isVirtual)
    expect(virtual.length).toBeGreaterThan(0)
    for (const { collection, field } of virtual) {
      const value = `canary-given-${field}`
      const answer = await target.api.call({
        as: MEMBER,
        body: { [field]: value },
        method: 'PATCH',
        path: `/api/${collection}/${target.argsOf(collection).id}?select[${field}]=true`,
      })
      expect(JSON.stringify(answer.body)).not.toContain(value)
    }
  })
})
