/** Old addresses → redirects to the new ones. An editor's own redirects are never changed. */
import type { ImportedDocument } from '../types.ts'
import type { WriteSession } from './session.ts'

import { create, findOne, reasonOf, update } from './session.ts'

export const writeRedirects = async ({
  document,
  session,
  to,
}: {
  document: ImportedDocument
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
      const origin = { key: `redirect:${document.key}`.slice(0, 300) }
      if (!existing) {
        await create(session, slug, { from, origin, permanent: true, to })
        session.recorder.count('redirects', 'created')
      } else if (
        existing['to'] !== to &&
        (existing['origin'] as { key?: string } | undefined)?.key === origin.key
      ) {
        await update(session, slug, existing.id, { to })
        session.recorder.count('redirects', 'updated')
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
