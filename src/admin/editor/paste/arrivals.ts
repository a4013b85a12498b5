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

/** By placeholder, the one whose picture is the same to the byte: it is sent once, for all of them. */
const firsts = new Map<string, string>()

const firstOf = (id: string): string => firsts.get(id) ?? id

const followersOf = (id: string): Arrival[] => arrivals.filter((one) => firsts.get(one.id) === id)

const change = (id: string, values: Partial<Arrival>): void => {
  const { alt: _alt, file: _file, name: _name, ...shared } = values
  publish(
    arrivals.map((one) =>
      one.id === id
        ? { ...one, ...values }
        : firsts.get(one.id) === id
          ? { ...one, ...shared }
          : one,
    ),
  )
}

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

/** What is on its way already is not sent again: one picture in many places of a text. The server knows the rest. */
const sendOnce = async (id: string, file: File): Promise<void> => {
  const sent = arrivals.filter((one) => one.id !== id && firstOf(one.id) === one.id)
  change(id, { file, name: file.name })
  for (const other of sent) {
    if (await isSame({ file, id, other })) {
      const { media, problem, progress, state } = find(other.id) ?? other
      firsts.set(id, other.id)
      change(id, { media, problem, progress, state })
      return
    }
  }
  send(id, file)
}

const isSame = async ({
  file,
  id,
  other,
}: {
  file: File
  id: string
  other: Arrival
}): Promise<boolean> => {
  const isCandidate =
    other.state !== 'there' &&
    other.file?.size === file.size &&
    other.file.type === file.type &&
    places.get(other.id)?.tenant === places.get(id)?.tenant
  if (!isCandidate) {
    return false
  }
  const [one, two] = await Promise.all([file.arrayBuffer(), other.file!.arrayBuffer()])
  const bytes = new Uint8Array(two)
  return new Uint8Array(one).every((byte, at) => byte === bytes[at])
}

/** Another picture is chosen for a placeholder: those that waited for its first one send their own. */
const partFromOthers = (id: string): void => {
  firsts.delete(id)
  for (const { file, id: follower, state } of followersOf(id)) {
    firsts.delete(follower)
    if (file && state !== 'there') {
      send(follower, file)
    }
  }
}

const itemOf = (id: string): QueueItem | undefined =>
  queue.items().findLast(({ file }) => placeholders.get(file) === firstOf(id))

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
  partFromOthers(id)
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
    await sendOnce(id, file)
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
    const isWanted =
      id !== undefined && [id, ...followersOf(id).map((one) => one.id)].some((one) => ids.has(one))
    if (!isWanted || item.state !== 'ready' || item.problem) {
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
    change(firstOf(id), { media: { ...media, alt } })
  }
  return refused
}

export const isUnderWay = (): boolean => arrivals.some(({ state }) => UNDER_WAY.has(state))

/** Of an arrival that comes by itself. */
export const UNDER_WAY: ReadonlySet<Arrival['state']> = new Set(['arrived', 'fetching', 'waiting'])
