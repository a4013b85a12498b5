// What a caller selects narrows what they get, never what our rules see. Before a read, the fields
// that rules look at join the selection; after it, what nobody asked for is taken out again.
//
// Payload's own `forceSelect` is not enough: it does nothing when a caller excludes fields, replaces
// `select[version]=true` by the forced fields alone, and shows what it forced.
import type { Field } from 'payload'
import { hasNeeds } from './needs.ts'

/** Payload's, in one type: of fields to include, or to exclude. */
export type Selection = { [name: string]: boolean | Selection }

/** Something that was added to a selection. */
export type Added = {
  path: string[]
  /** For rows that were read whole: what of them was asked for. */
  asked?: Selection
  isExcluding: boolean
}

type Args = {
  fields: Field[]
  /**
   * Whether this may be a read of versions. Each carries its document, whatever was selected, filled up with
   * defaults where it was not read: with the caller’s own tenant for one.
   */
  hasVersions?: boolean
  select: Selection
  siblings: string[]
}

/**
 * Adds to a selection what rules look at.
 *
 * @param siblings Fields of the document; a version has them under `version`.
 * @returns The selection to read with, `undefined` for everything, and what was added to it.
 */
export const withSiblings = ({
  fields,
  hasVersions = false,
  select,
  siblings,
}: Args): { added: Added[]; select: Selection | undefined } => {
  const isExcluding = excludes(select)
  const added: Added[] = []
  const rows = rowsWithNeeds(fields)
  const widen = (level: Selection, prefix: string[]): Selection => {
    let next = { ...level }
    for (const name of siblings) {
      // The id is always read, unless it is excluded.
      if (isExcluding ? next[name] === false : name !== 'id' && !next[name]) {
        added.push({ isExcluding, path: [...prefix, name] })
        next = isExcluding ? without(next, name) : { ...next, [name]: true }
      }
    }
    for (const path of rows) {
      next = readWhole({ added, isExcluding, level: next, path, prefix })
    }
    return next
  }
  const plain = normalised(select, isExcluding)
  const { version } = plain
  const document = widen(plain, [])
  const all = isSelection(version)
    ? { ...document, version: widen(version, ['version']) }
    : hasVersions
      ? withContent({ added, document, isExcluding, version })
      : document
  // What is no longer narrowed anywhere is read whole.
  const rest = isExcluding ? normalised(all, true) : all
  return { added, select: isExcluding && Object.keys(rest).length === 0 ? undefined : rest }
}

/** Reads a version whole that nobody asked for: a part of it would be filled up with the caller's own defaults. */
const withContent = ({
  added,
  document,
  isExcluding,
  version,
}: {
  added: Added[]
  document: Selection
  isExcluding: boolean
  version: boolean | undefined
}): Selection => {
  const isAsked = isExcluding ? version !== false : version === true
  if (isAsked) {
    return document
  }
  added.push({ isExcluding, path: ['version'] })
  return isExcluding ? without(document, 'version') : { ...document, version: true }
}

/** Takes out of a document what was added to the selection. Changes it. */
export const dropAdded = ({ added, doc }: { added: Added[]; doc: unknown }): void => {
  for (const one of added) {
    drop({ ...one, holder: doc })
  }
}

const drop = ({ asked, holder, isExcluding, path }: Added & { holder: unknown }): void => {
  const [name, ...rest] = path
  if (!isRecord(holder) || name === undefined) {
    return
  }
  if (rest.length > 0) {
    drop({ asked, holder: holder[name], isExcluding, path: rest })
  } else if (asked) {
    eachRow(holder[name], (row) => project({ asked, isExcluding, row }))
  } else {
    delete holder[name]
  }
}

const project = ({
  asked,
  isExcluding,
  row,
}: {
  asked: Selection
  isExcluding: boolean
  row: Record<string, unknown>
}): void => {
  for (const name of Object.keys(row)) {
    const wanted = asked[name]
    if (isSelection(wanted)) {
      eachRow(row[name], (inner) => project({ asked: wanted, isExcluding, row: inner }))
    } else if (name !== 'id' && (isExcluding ? wanted === false : !wanted)) {
      delete row[name]
    }
  }
}

/** Rows in a list, in a list per locale, or the one of a group. */
const eachRow = (value: unknown, visit: (row: Record<string, unknown>) => void): void => {
  if (Array.isArray(value)) {
    value.filter(isRecord).forEach(visit)
  } else if (isRecord(value)) {
    const lists = Object.values(value).filter((one) => Array.isArray(one))
    if (lists.length > 0 && lists.length === Object.keys(value).length) {
      lists.forEach((list) => eachRow(list, visit))
    } else {
      visit(value)
    }
  }
}

/** A row is kept or dropped for a reference in it, so a selection of some of its fields reads all. */
const readWhole = ({
  added,
  isExcluding,
  level,
  path,
  prefix,
}: {
  added: Added[]
  isExcluding: boolean
  level: Selection
  path: string[]
  prefix: string[]
}): Selection => {
  const [name, ...rest] = path
  const chosen = name === undefined ? undefined : level[name]
  if (name === undefined || !isSelection(chosen)) {
    return level
  }
  if (rest.length > 0) {
    const inner = { added, isExcluding, level: chosen, path: rest, prefix: [...prefix, name] }
    return { ...level, [name]: readWhole(inner) }
  }
  added.push({ asked: chosen, isExcluding, path: [...prefix, name] })
  return isExcluding ? without(level, name) : { ...level, [name]: true }
}

/** Paths of the lists whose rows do not stand without a reference. */
const rowsWithNeeds = (fields: Field[], prefix: string[] = []): string[][] =>
  fields.flatMap((field): string[][] => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        rowsWithNeeds(tab.fields, 'name' in tab && tab.name ? [...prefix, tab.name] : prefix),
      )
    }
    if (field.type === 'row' || field.type === 'collapsible') {
      return rowsWithNeeds(field.fields, prefix)
    }
    if (field.type === 'group') {
      const hasName = 'name' in field && field.name
      return rowsWithNeeds(field.fields, hasName ? [...prefix, field.name] : prefix)
    }
    if (field.type !== 'array') {
      return []
    }
    const path = [...prefix, field.name]
    return hasNeeds(field.fields) ? [path] : rowsWithNeeds(field.fields, path)
  })

/** Payload's reading of a selection: the first `false`, or the first object, decides. */
const excludes = (select: Selection): boolean => {
  for (const value of Object.values(select)) {
    if (value === false) {
      return true
    }
    if (isSelection(value)) {
      return excludes(value)
    }
  }
  return false
}

/** Without what says nothing in its mode, so that additions cannot turn the mode around. */
const normalised = (select: Selection, isExcluding: boolean): Selection =>
  Object.fromEntries(
    Object.entries(select).flatMap(([name, value]): [string, Selection[string]][] => {
      if (isSelection(value)) {
        const inner = normalised(value, isExcluding)
        return isExcluding && Object.keys(inner).length === 0 ? [] : [[name, inner]]
      }
      return (isExcluding ? value === false : value) ? [[name, value]] : []
    }),
  )

const without = (select: Selection, name: string): Selection =>
  Object.fromEntries(Object.entries(select).filter(([key]) => key !== name))

const isSelection = (value: boolean | Selection | undefined): value is Selection =>
  typeof value === 'object'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
