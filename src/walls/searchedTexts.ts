// Which texts of a study are searched: all that its form holds, as the tables of its versions have them, so that a
// new field is found as well. Not what some of those who search may not read, and no keys and addresses.
import type { FlattenedField } from 'payload'
import { fieldRules } from '../../access/fields.ts'
import type { SearchedTexts } from '../../access/sqlSearch.ts'
import { blocks } from '../../collections/blocks/index.ts'
import {
  sortTables,
  type ChildTable,
  type RawTable,
} from '../../plugins/row-level-security/index.ts'

const VERSIONS = '_case_studies_v'

/** The permission that search itself asks for. */
const SEARCHERS = 'case-studies.readInternal'

const MAIN = ['version_title', 'version_headline', 'version_summary'] as const

export const searchedTexts = (rawTables: Record<string, RawTable>): SearchedTexts => {
  const family = sortTables(rawTables).filter(
    (table): table is ChildTable => table.kind === 'child' && table.root === VERSIONS,
  )
  const rawOf = (name: string): RawTable =>
    Object.values(rawTables).find((table) => table.name === name)!
  const rest = [
    ...textsOf(rawOf(VERSIONS)).map((text) => text.replace('t.', 'v.')),
    ...family
      .filter(({ table }) => !isUnsearched(table.replace(`${VERSIONS}_version_`, '')))
      .flatMap((child) => {
        const texts = textsOf(rawOf(child.table)).filter(
          (text) => !MAIN.some((one) => text === `t."${one}"`),
        )
        return texts.length === 0
          ? []
          : [
              `(select string_agg(concat_ws(E'\\n', ${texts.join(', ')}), E'\\n') ${rowsOf(child, family)})`,
            ]
      }),
  ]
  const [title, headline, summary] = MAIN.map(
    (column) =>
      `(select string_agg(t."${column}", E'\\n') from public."${VERSIONS}_locales" t where t."_parent_id" = v."id")`,
  ) as [string, string, string]
  return {
    title,
    headline,
    summary,
    rest: `concat_ws(E'\\n', ${rest.join(',\n        ')})`,
    blockFields: [
      ...new Set([
        'caption',
        ...blocks.flatMap((block) => textNames(block.fields as FlattenedField[])),
      ]),
    ]
      .filter((name) => !isUnsearched(name))
      .sort(),
  }
}

/** The rows of a table that belong to the version, through the rows in between. */
const rowsOf = (child: ChildTable, family: ChildTable[]): string => {
  const joins: string[] = []
  let at = child
  let alias = 't'
  while (at.parent !== VERSIONS) {
    const parent = family.find(({ table }) => table === at.parent)!
    const next = `t${joins.length}`
    joins.push(
      `join public."${parent.table}" ${next} on ${next}."id" = ${alias}."${at.parentColumn}"`,
    )
    at = parent
    alias = next
  }
  return [
    `from public."${child.table}" t`,
    ...joins,
    `where ${alias}."${at.parentColumn}" = v."id"`,
  ].join(' ')
}

/** Its columns of text and rich text, as expressions over "t". */
const textsOf = ({ columns }: RawTable): string[] =>
  Object.entries(columns).flatMap(([key, column]) => {
    const name = key.replace(/^version_/, '')
    if (!column || name.startsWith('_') || name === 'id' || name === 'path' || isUnsearched(name)) {
      return []
    }
    const of = `t."${column.name}"`
    return column.type === 'varchar' || column.type === 'text'
      ? [of]
      : column.type === 'jsonb'
        ? [`rls.texts_in(${of})`]
        : []
  })

/** Fields that others than all who search may read, what imports note, and parts of URLs. */
const isUnsearched = (name: string): boolean =>
  UNREAD.some((field) => name === field || name.startsWith(`${field}_`)) ||
  /(^|_)(canonical|url)$/i.test(name)

const UNREAD = [
  'origin',
  'slug',
  ...Object.entries(fieldRules['case-studies'] ?? {})
    .filter(([, { read }]) => read !== 'document' && read !== SEARCHERS)
    .flatMap(([name]) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
]

const OF_TEXT = new Set(['code', 'text', 'textarea'])

/** What Payload adds to blocks and rows, once it has seen them. */
const OF_PAYLOAD = new Set(['blockName', 'id'])

/** In blocks, whose fields are not flattened yet. */
const textNames = (fields: FlattenedField[]): string[] =>
  fields.flatMap((field) => [
    ...(OF_TEXT.has(field.type) && !OF_PAYLOAD.has(field.name) ? [field.name] : []),
    ...('fields' in field ? textNames(field.fields as FlattenedField[]) : []),
  ])
