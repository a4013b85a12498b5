/** Which tables there are and what each belongs to, from what Payload's adapter made of the config. */

/** What of Payload's `adapter.rawTables` counts here. */
export type RawTable = {
  name: string
  columns: Record<string, { name: string; type?: string } | undefined>
  foreignKeys?: Record<
    string,
    {
      columns: string[]
      foreignColumns: { name: string; table: string }[]
      onDelete?: string
    }
  >
}

export type ChildTable = {
  kind: 'child'
  table: string
  /** The column that points at the parent row. */
  parentColumn: string
  parent: string
  /** The root that the chain of parents ends at. */
  root: string
}

export type RootTable = { kind: 'root'; table: string }

export type KnownTable = ChildTable | RootTable

/**
 * Sorts every table: one that points at a parent by `_parent_id` or `parent_id` and is deleted with
 * it is a child; any other is a root. Parents come before their children.
 */
export const sortTables = (rawTables: Record<string, RawTable>): KnownTable[] => {
  const byName = new Map(Object.values(rawTables).map((table) => [table.name, table]))
  const known = new Map<string, KnownTable>()
  const place = (table: RawTable): KnownTable => {
    const done = known.get(table.name)
    if (done) {
      return done
    }
    const link = parentOf(table)
    const parent = link ? byName.get(link.parent) : undefined
    const placed: KnownTable =
      link && parent
        ? { kind: 'child', table: table.name, ...link, root: rootOf(place(parent)) }
        : { kind: 'root', table: table.name }
    known.set(table.name, placed)
    return placed
  }
  for (const table of byName.values()) {
    place(table)
  }
  return [...known.values()]
}

const rootOf = (table: KnownTable): string => (table.kind === 'child' ? table.root : table.table)

const parentOf = (table: RawTable): { parent: string; parentColumn: string } | null => {
  for (const { columns, foreignColumns, onDelete } of Object.values(table.foreignKeys ?? {})) {
    const [key] = columns
    const column = key === undefined ? undefined : (table.columns[key]?.name ?? key)
    const target = foreignColumns[0]?.table
    const isParent = column === '_parent_id' || column === 'parent_id'
    if (columns.length === 1 && isParent && onDelete === 'cascade' && target && column) {
      return { parent: target, parentColumn: column }
    }
  }
  return null
}

/** The single-column references of a table, its parent aside. */
export const referencesOf = (table: RawTable): { column: string; target: string }[] =>
  [
    ...Object.values(table.foreignKeys ?? {}).map(({ columns, foreignColumns }) => ({
      columns,
      target: foreignColumns[0]?.table,
    })),
    ...Object.entries(table.columns).map(([key, column]) => ({
      columns: [key],
      target: (column as { reference?: { table?: string } } | undefined)?.reference?.table,
    })),
  ].flatMap(({ columns, target }) => {
    const key = columns[0]
    const column = key === undefined ? undefined : (table.columns[key]?.name ?? key)
    return columns.length === 1 && column && target && !/^_?parent_id$/.test(column)
      ? [{ column, target }]
      : []
  })
