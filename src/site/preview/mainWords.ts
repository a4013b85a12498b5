/**
 * What a document says in its tenant's main language, for the live preview. The form sends one language and leaves out
 * what is not translated; the site shows that in the main language, and so does the preview while somebody types.
 */
import type { Field } from 'payload'

type Doc = Record<string, unknown>

/** By field: a translated value, or what is translated within. */
export type MainWords = {
  [name: string]: { value: unknown } | { group: MainWords } | { rows: Record<string, MainWords> }
}

/** @param data - the document in the main language */
export const mainWordsOf = ({ data, fields }: { data: unknown; fields: Field[] }): MainWords =>
  isDoc(data) ? Object.assign({}, ...fields.map((field) => wordsOfField({ data, field }))) : {}

const wordsOfField = ({ data, field }: { data: Doc; field: Field }): MainWords => {
  if (field.type === 'tabs') {
    return Object.assign(
      {},
      ...field.tabs.map((tab) =>
        'name' in tab
          ? { [tab.name]: { group: mainWordsOf({ data: data[tab.name], fields: tab.fields }) } }
          : mainWordsOf({ data, fields: tab.fields }),
      ),
    ) as MainWords
  }
  if (!('name' in field) || field.name === undefined) {
    return 'fields' in field ? mainWordsOf({ data, fields: field.fields }) : {}
  }
  const value = data[field.name]
  if ('localized' in field && field.localized) {
    return isEmpty(value) ? {} : { [field.name]: { value } }
  }
  if (!('fields' in field)) {
    return {}
  }
  return Array.isArray(value)
    ? { [field.name]: { rows: rowsOf({ fields: field.fields, rows: value }) } }
    : { [field.name]: { group: mainWordsOf({ data: value, fields: field.fields }) } }
}

const rowsOf = ({
  fields,
  rows,
}: {
  fields: Field[]
  rows: unknown[]
}): Record<string, MainWords> =>
  Object.fromEntries(
    rows.flatMap((row) =>
      isDoc(row) && typeof row.id === 'string'
        ? [[row.id, mainWordsOf({ data: row, fields })]]
        : [],
    ),
  )

/** Fills in what is not translated, rows by their ids: they may have been moved since. */
export const withMainWords = <T extends Doc>({ doc, main }: { doc: T; main: MainWords }): T => {
  const filled: Doc = { ...doc }
  for (const [name, words] of Object.entries(main)) {
    const value = doc[name]
    if ('value' in words) {
      filled[name] = isEmpty(value) ? words.value : value
    } else if ('rows' in words) {
      filled[name] = Array.isArray(value)
        ? value.map((row: unknown) => withRow({ row, rows: words.rows }))
        : value
    } else if (isDoc(value)) {
      filled[name] = withMainWords({ doc: value, main: words.group })
    }
  }
  return filled as T
}

const withRow = ({ row, rows }: { row: unknown; rows: Record<string, MainWords> }): unknown => {
  const main = isDoc(row) && typeof row.id === 'string' ? rows[row.id] : undefined
  return isDoc(row) && main ? withMainWords({ doc: row, main }) : row
}

/** As the site asks: see `fallBackToMain`. */
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
