/** Within one import every document has a key and an address of its own. */
import type { ImportedDocument } from '../types.ts'

import { identityOf } from './known.ts'

/** An export may hold one entry twice: each is a document, the same one on every run. */
export const giveUniqueKeys = (documents: ImportedDocument[]): void => {
  const taken = new Map<string, number>()
  for (const document of documents) {
    const identity = identityOf(document)
    const count = (taken.get(identity) ?? 0) + 1
    taken.set(identity, count)
    if (count > 1) {
      document.key = `${document.key}#copy-${count}`
      document.formerKeys = []
    }
  }
}

/** Two sources with one address: the second gets a number, the same one on every run. */
export const giveUniqueSlugs = (documents: ImportedDocument[]): void => {
  const taken = new Set<string>()
  for (const document of documents) {
    const base = document.slug
    for (let number = 2; taken.has(`${document.kind}:${document.slug}`); number++) {
      document.slug = `${base.slice(0, 76)}-${number}`
    }
    if (document.slug !== base) {
      document.remarks.push({ code: 'SLUG_TAKEN', detail: `${base} → ${document.slug}` })
    }
    taken.add(`${document.kind}:${document.slug}`)
  }
}
