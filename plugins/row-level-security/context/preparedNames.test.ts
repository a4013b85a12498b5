// Statements that come again get a name, and are known again by it.
import { expect, it } from '@jest/globals'
import { createPreparedNames, withSteadyAliases } from './preparedNames.ts'

it('names a statement once it has come a few times, always the same', () => {
  const nameOf = createPreparedNames()
  const names = Array.from({ length: 8 }, () => nameOf('select 1'))
  expect(names.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined])
  expect(new Set(names.slice(4)).size).toBe(1)
  expect(names[4]).toMatch(/^rls_[0-9a-f]{24}$/)
})

it('names so many and no more', () => {
  const nameOf = createPreparedNames()
  const named = Array.from({ length: 400 }, (_, index) => {
    for (let use = 0; use < 5; use += 1) {
      nameOf(`select ${index}`)
    }
    return nameOf(`select ${index}`)
  })
  expect(named.filter((name) => name !== undefined)).toHaveLength(120)
})

it('knows a statement again under other aliases, and keeps two of them apart', () => {
  const one = '"0f9c4bde_506b_4db2_9645_8ec08ac5f700"'
  const other = '"1f9c4bde_506b_4db2_9645_8ec08ac5f701"'
  expect(withSteadyAliases(`select ${one}."a" from "t" ${one} join "u" ${other}`)).toBe(
    'select "joined_1"."a" from "t" "joined_1" join "u" "joined_2"',
  )
  expect(withSteadyAliases('select "id" from "t"')).toBe('select "id" from "t"')
})
