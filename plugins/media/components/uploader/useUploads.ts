'use client'
// A queue of uploads for one collection, as long as the view stands.
import { useConfig } from '@payloadcms/ui'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import {
  abandonUpload,
  capturePoster,
  createQueue,
  saveDocument,
  sendFile,
  type QueueItem,
  type UploadQueue,
} from '../../upload/index.ts'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'

export type Uploads = {
  queue: UploadQueue
  /** Whether it is known to which tenant new files belong. */
  canAdd: boolean
}

/** The field that says what a file is: its description, or of a file to download its title. */
const textFieldOf = (names: readonly string[]): 'alt' | 'title' =>
  names.includes('alt') ? 'alt' : 'title'

export const useUploads = ({
  collection,
  onSaved,
}: {
  collection: string
  onSaved: () => void
}): Uploads => {
  const place = usePlace()
  const { getEntityConfig } = useConfig()
  const names = getEntityConfig({ collectionSlug: collection }).fields.flatMap((field) =>
    'name' in field ? [field.name] : [],
  )
  const textField = textFieldOf(names)
  // The queue outlives a change of tenant or language; what it asks for is always the present one.
  const now = useRef({ onSaved, place, textField })
  useEffect(() => {
    now.current = { onSaved, place, textField }
  })
  // oxlint-disable-next-line react/refs -- both functions are called when a file is sent, not here
  const [queue] = useState(() =>
    createQueue({
      send: (args) => {
        const { api, tenant } = now.current.place
        return sendFile({ ...args, collection, tenant, apiRoute: api, capturePoster })
      },
      save: async ({ completed, text }) => {
        const { api, locale, tenant } = now.current.place
        const doc = await saveDocument({
          apiRoute: api,
          collection,
          file: completed.file,
          fields: { ...(tenant === null ? {} : { tenant }), [now.current.textField]: text },
          locale,
        })
        now.current.onSaved()
        return doc
      },
      abandon: (session) =>
        abandonUpload({
          base: `${now.current.place.api}/${collection}`,
          fetch: (...args) => fetch(...args),
          session,
        }),
    }),
  )
  const { say } = useWords()
  const leave = say('upload:leave')
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.items().some(({ state }) => state !== 'saved' && state !== 'failed')) {
        event.preventDefault()
        // Browsers show a sentence of their own; older ones want any.
        event.returnValue = leave
      }
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [leave, queue])
  useEffect(() => () => queue.removeAll(), [queue])
  return { queue, canAdd: place.tenant !== null }
}

const NONE: readonly QueueItem[] = []

export const useQueueItems = (queue: UploadQueue): readonly QueueItem[] =>
  useSyncExternalStore(queue.subscribe, queue.items, () => NONE)
