'use client'
// Reads the documents that a block points at, for its preview. As the editor himself, so that a
// preview never shows more than he may see.
import { useConfig, useLocale } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'

export type Found<T> = {
  /** By id; an id that is missing was deleted or may not be seen. */
  documents: Map<string, T>
  state: 'loading' | 'ready' | 'failed'
}

const MOST = 24

export const useDocuments = <T extends { id: string }>({
  collection,
  ids,
}: {
  collection: string
  ids: (string | null | undefined)[]
}): Found<T> => {
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))].slice(0, MOST)
  const key = wanted.join(',')
  const [found, setFound] = useState<Found<T> & { key: string }>({
    documents: new Map(),
    key: '',
    state: 'ready',
  })
  useEffect(() => {
    if (key === '') {
      return
    }
    const controller = new AbortController()
    const query = new URLSearchParams({
      depth: '0',
      draft: 'true',
      limit: String(MOST),
      locale,
      'where[id][in]': key,
    })
    const address = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/${collection}?${query.toString()}`,
    })
    fetch(address, { credentials: 'include', signal: controller.signal })
      .then(async (response) => {
        if (!response.ok) {
          throw new Error(`${collection} answered ${response.status}`)
        }
        const { docs } = (await response.json()) as { docs: T[] }
        setFound({ documents: new Map(docs.map((doc) => [doc.id, doc])), key, state: 'ready' })
      })
      .catch(() => {
        if (!controller.signal.aborted) {
          setFound({ documents: new Map(), key, state: 'failed' })
        }
      })
    return () => controller.abort()
  }, [collection, config.routes.api, key, locale])
  if (key === '') {
    return { documents: new Map(), state: 'ready' }
  }
  return found.key === key ? found : { documents: found.documents, state: 'loading' }
}

/** The id behind an upload or relationship value of a form. */
export const idOf = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null && 'id' in value
      ? String(value.id)
      : null
