// Tables are sorted by what they belong to: children of children too, versions as roots.
import { expect, it } from '@jest/globals'
import { referencesOf, sortTables, type RawTable } from './tables.ts'

const table = (
  name: string,
  parent?: { column: string; key: string; of: string; onDelete?: string },
): RawTable => ({
  name,
  columns: { id: { name: 'id', type: 'uuid' } },
  ...(parent
    ? {
        foreignKeys: {
          parent: {
            columns: [parent.key],
            foreignColumns: [{ name: 'id', table: parent.of }],
            onDelete: parent.onDelete ?? 'cascade',
          },
        },
      }
    : {}),
})

const withColumn = (raw: RawTable, key: string, name: string): RawTable => ({
  ...raw,
  columns: { ...raw.columns, [key]: { name } },
})

it('finds the root of each table', () => {
  const rows = withColumn(
    table('posts_rows', { column: '_parent_id', key: '_parentID', of: 'posts' }),
    '_parentID',
    '_parent_id',
  )
  const words = withColumn(
    table('posts_rows_locales', { column: '_parent_id', key: '_parentID', of: 'posts_rows' }),
    '_parentID',
    '_parent_id',
  )
  const kept = withColumn(
    table('_posts_v', { column: 'parent_id', key: 'parent', of: 'posts', onDelete: 'set null' }),
    'parent',
    'parent_id',
  )
  const sorted = sortTables({ words, rows, kept, posts: table('posts') })
  expect(sorted).toEqual([
    { kind: 'root', table: 'posts' },
    {
      kind: 'child',
      table: 'posts_rows',
      parent: 'posts',
      parentColumn: '_parent_id',
      root: 'posts',
    },
    {
      kind: 'child',
      table: 'posts_rows_locales',
      parent: 'posts_rows',
      parentColumn: '_parent_id',
      root: 'posts',
    },
    { kind: 'root', table: '_posts_v' },
  ])
})

it('tells references from the parent', () => {
  const raw: RawTable = {
    name: 'posts_rels',
    columns: { parent: { name: 'parent_id' }, mediaID: { name: 'media_id' } },
    foreignKeys: {
      parent: {
        columns: ['parent'],
        foreignColumns: [{ name: 'id', table: 'posts' }],
        onDelete: 'cascade',
      },
      media: {
        columns: ['mediaID'],
        foreignColumns: [{ name: 'id', table: 'media' }],
        onDelete: 'cascade',
      },
    },
  }
  expect(referencesOf(raw)).toEqual([{ column: 'media_id', target: 'media' }])
})
