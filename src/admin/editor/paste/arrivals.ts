// Pictures of pasted texts on their way into the library. They outlive the editor that asked for them: the form takes
// it off the page when another of its tabs is opened.
import {
  abandonUpload,
  createQueue,
  saveDocument,
  sendFile,
  type QueueItem,
} from '../../../../plugins/media/upload/index.ts'
import { request, type Refused } from '../../forms/request.ts'
import { fetchImage } from './fetchImage.ts'
import type { ImageSource } from './read/imageFiles.ts'

export type Place = { api: string; locale: string | undefined; tenant: string | null }

export type Arrival = {
  /** What its source said about it. */
  alt: string
  /** Of its placeholder. */
  id: string
  name: string
  /** `arrived`: at the server. `lost`: it cannot be had from where it was. `there`: it is in the library. */
  state: 'arrived' | 'failed' | 'fetching' | 'lost' | 'there' | 'waiting'
  file: File | null
  /** Of 1; null while that is not known. */
  progress: number | null
  problem: string | null
  media: { alt: string; id: string } | null
}

const COLLECTION = 'media'

let arrivals: readonly Arrival[] = []
const listeners = new Set<() => void>()
const places = new Map<string, Place>()
const placeholders = new Map<File, string>()

const publish = (next: readonly Arrival[]): void => {
  arrivals = next
  listeners.forEach((listener) => listener())
}

const change = (id: string, values: Partial<Arrival>): void =>
  publish(arrivals.map((one) => (one.id === id ? { ...one, ...values } : one)))

const find = (id: string): Arrival | undefined => arrivals.find((one) => one.id === id)

const placeOf = (file: File): Place => places.get(placeholders.get(file) ?? '')!

const queue = createQueue({
  needsText: false,
  send: (args) => {
    const { api, tenant } = placeOf(args.file)
    return sendFile({ ...args, apiRoute: api, collection: COLLECTION, tenant })
  },
  save: async ({ completed, text }) => {
    const item = queue.items().find((one) => one.completed === completed)!
    const { api, locale, tenant } = placeOf(item.file)
    return saveDocument({
      apiRoute: api,
      collection: COLLECTION,
      fields: { ...(tenant === null ? {} : { tenant }), alt: text },
      file: completed.file,
      locale,
      query: text === '' ? { describe: 'later' } : {},
    })
  },
  abandon: (session) =>
    abandonUpload({ base: `/api/${COLLECTION}`, fetch: (...args) => fetch(...args), session }),
  suggest: (file) => find(placeholders.get(file) ?? '')?.alt ?? '',
})

queue.subscribe(() => {
  for (const item of queue.items()) {
    const id = placeholders.get(item.file)
    const arrival = id === undefined ? undefined : find(id)
    if (arrival && arrival.state !== 'there') {
      const values = fromItem(item, arrival)
      if (Object.entries(values).some(([key, value]) => arrival[key as keyof Arrival] !== value)) {
        change(arrival.id, values)
      }
    }
  }
})

const fromItem = (item: QueueItem, { alt }: Arrival): Partial<Arrival> => {
  if (item.state === 'saved' && item.doc) {
    return { media: { alt, id: item.doc.id }, problem: null, progress: 1, state: 'there' }
  }
  if (item.problem) {
    return { problem: item.problem.message, progress: null, state: 'failed' }
  }
  return {
    problem: null,
    progress: item.state === 'sending' && item.total > 0 ? item.sent / item.total : null,
    state: item.state === 'ready' ? 'arrived' : 'waiting',
  }
}

const send = (id: string, file: File): void => {
  placeholders.set(file, id)
  change(id, { file, name: file.name, problem: null, progress: null, state: 'waiting' })
  queue.add([file])
}

const itemOf = (id: string): QueueItem | undefined =>
  queue.items().findLast(({ file }) => placeholders.get(file) === id)

export const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const all = (): readonly Arrival[] => arrivals

/** Sends for a picture; what cannot be had is `lost`, and waits for somebody to choose a file. */
export const begin = async ({
  alt,
  id,
  name,
  place,
  source,
}: Pick<Arrival, 'alt' | 'id' | 'name'> & {
  place: Place
  source: ImageSource
}): Promise<void> => {
  places.set(id, place)
  const first: Arrival = {
    alt,
    file: null,
    id,
    media: null,
    name,
    problem: null,
    progress: null,
    state: source.kind === 'url' ? 'fetching' : source.kind === 'none' ? 'lost' : 'waiting',
  }
  publish([...arrivals.filter((one) => one.id !== id), first])
  if (source.kind === 'none') {
    return
  }
  const file = source.kind === 'file' ? source.file : await fetchImage(source.url, name)
  if (file) {
    send(id, file)
  } else {
    change(id, { state: 'lost' })
  }
}

export const retry = (id: string): void => {
  const item = itemOf(id)
  if (item?.state === 'ready') {
    queue.keep(item.id)
  } else if (item) {
    queue.retry(item.id)
  }
}

/** Takes what has arrived into the library, for placeholders that are still in a text. */
export const want = (ids: ReadonlySet<string>): void => {
  for (const item of queue.items()) {
    const id = placeholders.get(item.file)
    if (id === undefined || !ids.has(id) || item.state !== 'ready' || item.problem) {
      continue
    }
    const [same] = item.completed?.duplicates ?? []
    if (same) {
      // Once is enough: what was uploaded is given back.
      change(id, { media: { alt: same.alt ?? '', id: same.id }, progress: 1, state: 'there' })
      queue.remove(item.id)
    } else {
      queue.keep(item.id)
    }
  }
}

/** Writes the description of what is in the library. @returns what stands in the way, or null */
export const describe = async (id: string, alt: string): Promise<Refused | null> => {
  const media = find(id)?.media
  const place = places.get(id)
  if (!media || !place) {
    return null
  }
  const query = new URLSearchParams({
    depth: '0',
    ...(place.locale ? { locale: place.locale } : {}),
  })
  const { refused } = await request({
    body: { alt },
    method: 'PATCH',
    path: `${place.api}/${COLLECTION}/${encodeURIComponent(media.id)}?${query.toString()}`,
  })
  if (refused === null) {
    change(id, { media: { ...media, alt } })
  }
  return refused
}

export const isUnderWay = (): boolean => arrivals.some(({ state }) => UNDER_WAY.has(state))

/** Of an arrival that comes by itself. */
export const UNDER_WAY: ReadonlySet<Arrival['state']> = new Set(['arrived', 'fetching', 'waiting'])
