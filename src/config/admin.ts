// The admin panel: Vitrine's face on Payload's.
import path from 'node:path'
import type { Config } from 'payload'

export const adminOptions = ({ root }: { root: string }): Config['admin'] => ({
  user: 'users',
  importMap: {
    baseDir: root,
    importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
  },
  meta: {
    titleSuffix: ' · Vitrine',
    description: 'Vitrine: case studies, written together.',
  },
  theme: 'all',
  avatar: 'default',
})
