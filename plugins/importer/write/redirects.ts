/** Old addresses → redirects to the new ones. An editor's own redirects are never changed. */
import type { ImportedDocument } from '../types.ts'
import type { Stored, WriteSession } from './session.ts'

import { EARLIER_SOURCE } from './known.ts'
import { create, findOne, reasonOf } from './session.ts'
import { updateUnchanged } from './unchanged.ts'

export const writeRedirects = async ({
  document,
  isWritten,
  session,
  to,
}: {
  document: ImportedDocument
  /** By this run. Of one that is as it was, only what a run that was ended did not come to is added. */
  isWritten: boolean
  session: WriteSession
  to: string
}): Promise<void> => {
  const slug = session.port.slugs.redirects
  for (const from of document.oldAddresses) {
    if (from === to || /^\/work\/[^/]+$/.test(from)) {
      continue
    }
    try {
      const existing = await findOne(session, slug, { from: { equals: from } })
      const origin = {
        key: `redirect:${document.key}`.slice(0, 300),
        source: document.source,
      }
      if (!existing) {
        await create(session, slug, { from, origin, permanent: true, to })
        session.recorder.count('redirects', 'created')
      } else if (
        isWritten &&
        existing['to'] !== to &&
        isOurs({ document, existing, key: origin.key, session })
      ) {
        const saved = await updateUnchanged({
          collection: slug,
          data: { to },
          seen: existing,
          session,
        })
        session.recorder.count('redirects', saved ? 'updated' : 'reused')
      } else {
        session.recorder.count('redirects', 'reused')
      }
    } catch (error) {
      session.recorder.count('redirects', 'failed')
      session.recorder.remark(document.path, {
        code: 'REDIRECT_FAILED',
        detail: `${from}: ${reasonOf(error)}`,
      })
    }
  }
}

const isOurs = ({
  document,
  existing,
  key,
  session,
}: {
  document: ImportedDocument
  existing: Stored
  key: string
  session: WriteSession
}): boolean => {
  const origin = (existing['origin'] ?? {}) as { key?: string; source?: string }
  return (
    origin.key === key &&
    (origin.source === document.source ||
      (origin.source === EARLIER_SOURCE && session.adopted.has(document.source)))
  )
}
