'use client'
// Reads the document again after something besides its form has changed it.
import { useDocumentInfo } from '@payloadcms/ui'
import { ask } from '../../upload/index.ts'
import { usePlace } from '../shared/usePlace.ts'
import type { MediaDoc } from '../shared/mediaDoc.ts'

/** @returns the document as it is now; `null` when it could not be read */
export const useFreshDoc = (): (() => Promise<MediaDoc | null>) => {
  const { collectionSlug, id, setData, setLastUpdateTime } = useDocumentInfo()
  const { api, locale } = usePlace()
  return async () => {
    try {
      const { body, status } = await ask({
        fetch: (...args) => fetch(...args),
        url: `${api}/${collectionSlug}/${id}?depth=0${locale ? `&locale=${locale}` : ''}`,
      })
      if (status !== 200) {
        return null
      }
      const doc = body as MediaDoc
      setData(doc)
      // The form would take our own change for a colleague's.
      setLastUpdateTime(Date.parse(doc.updatedAt ?? '') || Date.now())
      return doc
    } catch {
      return null
    }
  }
}
