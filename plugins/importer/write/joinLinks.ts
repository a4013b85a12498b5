/** The last part of an import: links to documents that came later become references. */
import type { BeginStep } from '../steps.ts'
import type { ImportedDocument } from '../types.ts'
import type { ImportOne, RunImportArgs } from './run.ts'

import { convertContent, openBody } from './content.ts'
import { identityOf } from './known.ts'
import { findOne, reasonOf } from './session.ts'
import { buildData } from './study.ts'
import { hashOf, upsert, wasTouched } from './upsert.ts'

/** Documents that link to others which came later: their links become references now. */
export const joinLinks = async ({
  begin,
  known,
  links,
  onProgress,
  session,
  waiting,
}: Omit<ImportOne, 'document'> & {
  begin: BeginStep
  onProgress?: RunImportArgs['onProgress']
  waiting: Array<{ document: ImportedDocument; waitingFor: string[] }>
}): Promise<void> => {
  if (session.mode === 'dry-run') {
    return
  }
  const ready = waiting.filter(({ waitingFor }) =>
    waitingFor.some((identity) => known.has(identity)),
  )
  for (const [index, { document }] of ready.entries()) {
    onProgress?.({ done: index, label: document.path, phase: 'links', total: ready.length })
    const skipped = begin({ id: `links:${identityOf(document)}`, label: document.path })
    if (skipped) {
      session.recorder.remark(document.path, { code: skipped, detail: 'links' })
      continue
    }
    const stored = known.get(identityOf(document))
    try {
      const existing =
        stored &&
        (await findOne(session, stored.collection, { id: { equals: stored.id } }, { drafts: true }))
      let isKept = !existing || wasTouched({ document, existing, session })
      if (stored && existing && !isKept) {
        const opened = await openBody({ document, links, session })
        const content = await convertContent({ document, known, links, opened, session })
        const built = await buildData({ content, document, session })
        const hash = hashOf({ document, surroundings: opened.surroundings })
        const saved = await upsert({
          collection: stored.collection,
          data: built.data,
          document,
          existing,
          hash,
          session,
        })
        isKept = saved.status === 'kept'
      }
      if (isKept) {
        session.recorder.remark(document.path, { code: 'KEPT_MEANWHILE' })
      }
    } catch (error) {
      session.recorder.remark(document.path, {
        code: 'WRITE_FAILED',
        detail: `links: ${reasonOf(error)}`,
      })
    }
  }
}
