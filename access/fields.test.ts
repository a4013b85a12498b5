import { describe, expect, it } from '@jest/globals'
import type { FieldAccess } from 'payload'
import { fieldRules, withFieldRules } from './fields.ts'
import type { RuledCollection } from './rules.ts'

const ruled = Object.entries(fieldRules).flatMap(([collection, rules]) =>
  Object.entries(rules ?? {})
    .filter(([, { read }]) => read !== 'document')
    .map(([name, rule]) => ({ collection: collection as RuledCollection, name, rule })),
)

const readOf = (collection: RuledCollection, name: string): FieldAccess => {
  const [field] = withFieldRules(collection, [{ name, type: 'text' }]) as {
    access: { read: FieldAccess }
  }[]
  return field!.access.read
}

const ask = (read: FieldAccess, doc: object): unknown => read({ doc, req: { user: null } } as never)

describe('a field that is read by its own rule', () => {
  it.each(ruled.map((one) => [`${one.collection}.${one.name}`, one] as const))(
    'is closed when nothing else of the document was read: %s',
    (_, { collection, name, rule }) => {
      const read = readOf(collection, name)
      expect(ask(read, {})).toBe(false)
      if (rule.readWhen) {
        // Only what is stored opens it.
        expect(ask(read, { [rule.readWhen]: undefined })).toBe(false)
        expect(ask(read, { [rule.readWhen]: true })).toBe(false)
        expect(ask(read, { [rule.readWhen]: false })).toBe(true)
      }
    },
  )
})
