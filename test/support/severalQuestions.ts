// Questions about documents with several values of something: as they are asked, and answered in memory.
import fc from 'fast-check'
import type { Where } from 'payload'

export const SERVICES = ['film', 'brand', 'web'] as const
export const WORDS = ['crane', 'harbor', 'fog'] as const

export type Row = { label: string; value: number | null }

export type Study = {
  id: string
  chapters: string[]
  name: string
  related: string[]
  rows: Row[]
  services: string[]
  year: number | null
}

/** What there is, filled by the test. */
export const studies: Study[] = []
export const serviceIds = new Map<string, string>()

/** One row of each array; null where there is none. */
type Rows = { chapter: string | null; row: Row | null }

/** One condition as it is asked, and as it is so. */
type Condition = {
  kind: 'condition'
  isSo: (study: Study, rows: Rows) => boolean
  where: () => Where
}

type Question = Condition | { kind: 'and' | 'or'; of: Question[] }

const condition = (where: () => Where, isSo: Condition['isSo']): Condition => ({
  kind: 'condition',
  isSo,
  where,
})

const service = fc.constantFrom(...SERVICES)
const someServices = fc.uniqueArray(service, { minLength: 1, maxLength: 2 })
const word = fc.constantFrom(...WORDS)
export const idOf = (name: string): string => serviceIds.get(name)!
const hasAny = (values: string[], wanted: string[]): boolean =>
  values.some((value) => wanted.includes(value))

const TEXT = 'chapters.body.root.children.children.text'

const list: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(service, fc.boolean(), fc.boolean()).map(([name, isNot, isBySlug]) =>
    condition(
      () => ({
        [isBySlug ? 'services.slug' : 'services']: {
          [isNot ? 'not_equals' : 'equals']: isBySlug ? name : idOf(name),
        },
      }),
      ({ services }) => services.includes(name) !== isNot,
    ),
  ),
  fc.tuple(someServices, fc.boolean(), fc.boolean()).map(([names, isNot, isBySlug]) =>
    condition(
      () => ({
        [isBySlug ? 'services.slug' : 'services']: {
          [isNot ? 'not_in' : 'in']: isBySlug ? names : names.map(idOf),
        },
      }),
      ({ services }) => hasAny(services, names) !== isNot,
    ),
  ),
  fc.tuple(service, fc.boolean()).map(([name, isNot]) =>
    condition(
      () => ({ 'services.name': { [isNot ? 'not_like' : 'like']: name.slice(0, 3) } }),
      ({ services }) => services.includes(name) !== isNot,
    ),
  ),
  fc.boolean().map((is) =>
    condition(
      () => ({ services: { exists: is } }),
      ({ services }) => services.length > 0 === is,
    ),
  ),
  fc.tuple(fc.nat(2), fc.boolean()).map(([at, isNot]) =>
    condition(
      () => ({ 'related.studies': { [isNot ? 'not_equals' : 'equals']: studies[at]!.id } }),
      ({ related }) => related.includes(studies[at]!.id) !== isNot,
    ),
  ),
)

const rows: fc.Arbitrary<Condition> = fc.oneof(
  word.map((label) =>
    condition(
      () => ({ 'outcomes.label': { equals: label } }),
      (_, { row }) => row?.label === label,
    ),
  ),
  fc.nat(4).map((value) =>
    condition(
      () => ({ 'outcomes.before': { greater_than: value } }),
      (_, { row }) => row !== null && row.value !== null && row.value > value,
    ),
  ),
  fc.tuple(word, fc.constantFrom('not_equals', 'not_in', 'not_like')).map(([label, operator]) =>
    condition(
      () => ({ 'outcomes.label': { [operator]: operator === 'not_in' ? [label, 'none'] : label } }),
      (study) => study.rows.every((row) => row.label !== label),
    ),
  ),
  fc.nat(4).map((value) =>
    condition(
      () => ({ 'outcomes.before': { not_equals: value } }),
      (study) => study.rows.every((row) => row.value !== value),
    ),
  ),
  fc.constant(
    condition(
      () => ({ 'outcomes.before': { exists: false } }),
      (study) => study.rows.every((row) => row.value === null),
    ),
  ),
)

const other: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(word, fc.constantFrom('not_equals', 'not_in', 'not_like')).map(([text, operator]) =>
    condition(
      () => ({ [TEXT]: { [operator]: operator === 'not_in' ? [text] : text } }),
      ({ chapters }) => !chapters.includes(text),
    ),
  ),
  word.map((text) =>
    condition(
      () => ({ [TEXT]: { equals: text } }),
      (_, { chapter }) => chapter === text,
    ),
  ),
  fc.tuple(fc.constantFrom(2020, 2021, 2022), fc.boolean()).map(([year, isNot]) =>
    condition(
      () => ({ year: { [isNot ? 'not_equals' : 'equals']: year } }),
      (study) => (study.year === year) !== isNot,
    ),
  ),
)

export const question: fc.Arbitrary<Question> = fc.letrec<{ all: Question; group: Question }>(
  (tie) => ({
    all: fc.oneof({ depthSize: 'small' }, list, rows, other, tie('group')),
    group: fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      of: fc.array(tie('all'), { minLength: 1, maxLength: 4 }),
    }),
  }),
).all

export const whereOf = (asked: Question): Where =>
  asked.kind === 'condition' ? asked.where() : { [asked.kind]: asked.of.map(whereOf) }

const isSo = (asked: Question, study: Study, rows: Rows): boolean => {
  switch (asked.kind) {
    case 'condition':
      return asked.isSo(study, rows)
    case 'and':
      return asked.of.every((one) => isSo(one, study, rows))
    case 'or':
      return asked.of.some((one) => isSo(one, study, rows))
  }
}

const orNone = <T>(rows: T[]): (T | null)[] => (rows.length > 0 ? rows : [null])

/** What is asked of the rows of an array holds for one of them together. */
export const expected = (asked: Question): string[] =>
  studies
    .filter((study) =>
      orNone(study.rows).some((row) =>
        orNone(study.chapters).some((chapter) => isSo(asked, study, { chapter, row })),
      ),
    )
    .map(({ name }) => name)
