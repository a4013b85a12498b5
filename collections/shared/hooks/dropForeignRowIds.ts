// Rows of an array keep their ids when a document is saved again; an id that is not one of its own
// gets a new one. Otherwise a caller could ask, by its collision, whether another tenant has it.
import type { CollectionBeforeChangeHook, Field } from 'payload'

export const dropForeignRowIds: CollectionBeforeChangeHook = ({
  collection,
  data,
  originalDoc,
}) => {
  const known = new Set<unknown>()
  walk({ fields: collection.fields, data: originalDoc, visit: (row) => known.add(row.id) })
  walk({
    fields: collection.fields,
    data,
    visit: (row) => {
      if (row.id !== undefined && !known.has(row.id)) {
        delete row.id
      }
    },
  })
  return data
}

type Row = Record<string, unknown>

const walk = ({
  data,
  fields,
  visit,
}: {
  data: unknown
  fields: Field[]
  visit: (row: Row) => void
}): void => {
  if (!isRow(data)) {
    return
  }
  for (const field of fields) {
    if (field.type === 'tabs') {
      for (const tab of field.tabs) {
        const inner = 'name' in tab && tab.name ? data[tab.name] : data
        walk({ data: inner, fields: tab.fields, visit })
      }
    } else if (field.type === 'row' || field.type === 'collapsible') {
      walk({ data, fields: field.fields, visit })
    } else if (field.type === 'group') {
      const inner = 'name' in field && field.name ? data[field.name] : data
      walk({ data: inner, fields: field.fields, visit })
    } else if (field.type === 'array' && Array.isArray(data[field.name])) {
      for (const row of (data[field.name] as unknown[]).filter(isRow)) {
        visit(row)
        walk({ data: row, fields: field.fields, visit })
      }
    }
  }
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
