// Makes the document of a file that has arrived, or gives an existing document the new file.
import { problemOfAnswer, uploadProblem } from './problem.ts'
import { ask } from './transport.ts'
import type { UploadedFile } from './types.ts'

export type SavedDocument = {
  id: string
  filename?: string | null
  thumbnailURL?: string | null
}

type SaveArgs = {
  collection: string
  file: UploadedFile
  /** Fields of the document, its tenant included. */
  fields: Record<string, unknown>
  /** The language that the fields are written in. */
  locale?: string
  /** Replaces the file of this document; without it a new one is made. */
  id?: string
  /** More to say to the server in the URL. */
  query?: Record<string, string>
  fetch?: typeof globalThis.fetch
  apiRoute?: string
}

/** @throws UploadProblem with the sentence of the field that was refused, where there is one */
export const saveDocument = async ({
  apiRoute = '/api',
  collection,
  fetch = (...given) => globalThis.fetch(...given),
  fields,
  file,
  id,
  locale,
  query: more = {},
}: SaveArgs): Promise<SavedDocument> => {
  const form = new FormData()
  form.append('_payload', JSON.stringify(fields))
  form.append('file', JSON.stringify({ ...file, collectionSlug: collection }))
  const path = [apiRoute, collection, ...(id === undefined ? [] : [encodeURIComponent(id)])]
  const query = new URLSearchParams({ depth: '0', ...(locale ? { locale } : {}), ...more })
  const answer = await ask({
    fetch,
    url: `${path.join('/')}?${query.toString()}`,
    init: { method: id === undefined ? 'POST' : 'PATCH', body: form },
  })
  const doc = (answer.body as { doc?: SavedDocument } | null)?.doc
  if (answer.status >= 200 && answer.status < 300 && doc) {
    return doc
  }
  throw answer.status >= 400
    ? problemOfAnswer(answer)
    : uploadProblem({ code: 'document_refused', status: answer.status })
}
