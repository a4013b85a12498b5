// What a condition says of a document that was read already is what it asks Payload for. What it asks Postgres for is
// held against both in test/walls.
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Where } from 'payload'
import { conditions, type ConditionName } from './conditions.ts'
import { ANONYMOUS } from './principal.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const ME = 'me'

const orNothing = <T>(...values: T[]) => fc.constantFrom<T | null | undefined>(...values, null)

const documents = fc.record(
  {
    _status: orNothing('draft', 'published'),
    confidential: orNothing(true, false),
    consent: orNothing('granted', 'pending', 'refused'),
    createdBy: orNothing(ME, 'other'),
    deletedAt: orNothing('2026-01-01T00:00:00.000Z'),
    embargoUntil: orNothing(
      '2026-11-23T11:59:59.999Z',
      '2026-11-23T12:00:00.000Z',
      '2026-11-23T12:00:00.001Z',
    ),
    exposure: orNothing('none', 'link', 'public'),
    status: orNothing('active', 'suspended', 'archived'),
    tenant: fc.record({ status: fc.constantFrom('active', 'suspended', 'archived') }),
    user: fc.constantFrom(ME, 'other'),
    visibility: orNothing('public', 'unlisted', 'password', 'private', 'hidden'),
  },
  { requiredKeys: ['tenant', 'user'] },
)

it.each(Object.keys(conditions) as ConditionName[])('%s is read in one way', (name) => {
  const { holds, where } = conditions[name]
  const asked = where({ now: NOW, principal: { ...ANONYMOUS, userId: ME } })
  const met = { no: 0, yes: 0 }
  fc.assert(
    fc.property(documents, (doc) => {
      const isTenantActive = doc.tenant.status === 'active'
      const answer = holds(doc, { isTenantActive, now: NOW, userId: ME })
      met[answer ? 'yes' : 'no'] += 1
      expect({ doc, answer }).toEqual({ doc, answer: finds(asked, doc) })
    }),
    { numRuns: 2_000, seed: 1 },
  )
  // Neither answer came for nothing.
  expect(Math.min(met.no, met.yes)).toBeGreaterThan(5)
})

it('nobody has made or is anything', () => {
  const nobody = { isTenantActive: true, now: NOW }
  for (const name of ['ownDraft', 'ownHidden', 'ownMembership'] as const) {
    const doc = { createdBy: undefined, exposure: 'none', user: undefined }
    expect(conditions[name].holds(doc, nobody)).toBe(false)
    expect(conditions[name].holds({ ...doc, createdBy: null, user: null }, nobody)).toBe(false)
  }
})

/** As Payload answers, of the operators that conditions use. */
const finds = (where: Where, doc: object): boolean =>
  Object.entries(where).every(([key, asked]) => {
    if (key === 'and' || key === 'or') {
      const parts = asked as Where[]
      return key === 'and'
        ? parts.every((part) => finds(part, doc))
        : parts.some((part) => finds(part, doc))
    }
    const value = key
      .split('.')
      .reduce<unknown>((from, name) => (from as Record<string, unknown> | null)?.[name], doc)
    return Object.entries(asked as object).every(([operator, wanted]) =>
      matches({ operator, value: value ?? null, wanted }),
    )
  })

const matches = ({
  operator,
  value,
  wanted,
}: {
  operator: string
  value: unknown
  wanted: unknown
}): boolean => {
  switch (operator) {
    case 'equals':
      return value === wanted
    case 'not_equals':
      return value !== wanted
    case 'in':
      return (wanted as unknown[]).includes(value)
    case 'exists':
      return (value !== null) === wanted
    case 'less_than_equal':
      return value !== null && new Date(value as string) <= new Date(wanted as string)
    default:
      throw new Error(`No condition used “${operator}” before.`)
  }
}
