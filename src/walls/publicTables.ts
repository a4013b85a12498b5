// Which tables hold rows that anybody may read: those of collections with a rule for everybody, with
// their children and versions. By name, so that no configuration has to be loaded.
import { RULED_COLLECTIONS } from '../../access/sql.ts'
import { grantOf } from '../../access/rules.ts'

const roots = RULED_COLLECTIONS.map((collection) => ({
  name: collection.replaceAll('-', '_'),
  isPublic: grantOf(collection, 'read')?.to === 'anyone',
})).sort((a, b) => b.name.length - a.name.length)

export const isPublicTable = (table: string): boolean => {
  const name = table.replace(/^_/, '')
  const root = roots.find((one) => name === one.name || name.startsWith(`${one.name}_`))
  return root?.isPublic ?? false
}
