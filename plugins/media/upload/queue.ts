// Several files at once: two travel, the others wait. Holds no DOM and no React; a view subscribes.
import { asUploadProblem, type UploadProblem } from './problem.ts'
import type { SavedDocument } from './saveDocument.ts'
import type { UploadSession } from './session.ts'
import { nextSpeed, secondsLeft, startSpeed, type Speed } from './speed.ts'
import type { CompletedUpload, UploadPhase, UploadProgress } from './types.ts'

export type ItemState =
  | 'waiting'
  | UploadPhase
  /** Arrived; its description is missing, or nobody has said yet to keep it. */
  | 'ready'
  | 'saving'
  | 'saved'
  | 'failed'

export type QueueItem = {
  id: string
  file: File
  state: ItemState
  sent: number
  total: number
  /** Bytes a second. */
  rate: number | null
  /** Seconds. */
  left: number | null
  problem: Pick<UploadProblem, 'code' | 'message'> | null
  completed: CompletedUpload | null
  /** The description, as far as it is written. */
  text: string
  /** Whether it is to be saved as soon as it has arrived. */
  isWanted: boolean
  doc: SavedDocument | null
}

export type QueueOptions = {
  send: (args: {
    file: File
    signal: AbortSignal
    onProgress: (progress: UploadProgress) => void
    session?: UploadSession
    onSession: (session: UploadSession) => void
  }) => Promise<CompletedUpload>
  save: (args: { completed: CompletedUpload; text: string }) => Promise<SavedDocument>
  /** Removes at the store what has arrived and is not wanted. */
  abandon: (session: UploadSession) => Promise<void>
  /** How many travel at a time. Default 2. */
  limit?: number
  /** Milliseconds; any clock. */
  now?: () => number
  /** Whether a file is kept only with a description. Default: true. */
  needsText?: boolean
  /** What a new item's description begins with. Default: nothing. */
  suggest?: (file: File) => string
}

export type UploadQueue = {
  add: (files: Iterable<File>) => void
  write: (id: string, text: string) => void
  /** Makes the document, at once or when the file has arrived; nothing happens without the words that it needs. */
  keep: (id: string) => void
  retry: (id: string) => void
  /** Stops it, takes it off the list, and removes what had arrived unless it is a document. */
  remove: (id: string) => void
  /** Takes what is done off the list. */
  clearSaved: () => void
  /** Of everything that is not a document yet. */
  removeAll: () => void
  items: () => readonly QueueItem[]
  subscribe: (listener: () => void) => () => void
}

type Hidden = { controller: AbortController; session?: UploadSession; speed: Speed }

const TRAVELLING: readonly ItemState[] = ['preparing', 'sending', 'finishing']

export const createQueue = ({
  abandon,
  limit = 2,
  needsText = true,
  now = () => performance.now(),
  save,
  send,
  suggest = () => '',
}: QueueOptions): UploadQueue => {
  let items: readonly QueueItem[] = []
  const hidden = new Map<string, Hidden>()
  const listeners = new Set<() => void>()
  let count = 0

  const itemOf = (id: string) => items.find((item) => item.id === id)
  const publish = (next: readonly QueueItem[]) => {
    items = next
    listeners.forEach((listener) => listener())
  }
  const change = (id: string, values: Partial<QueueItem>) =>
    publish(items.map((item) => (item.id === id ? { ...item, ...values } : item)))

  const fill = () => {
    const free = limit - items.filter(({ state }) => TRAVELLING.includes(state)).length
    const next = items.filter(({ state }) => state === 'waiting').slice(0, Math.max(free, 0))
    for (const { id } of next) {
      void travel(id)
    }
  }

  const travel = async (id: string) => {
    const item = itemOf(id)
    const kept = hidden.get(id)
    if (!item || !kept) {
      return
    }
    kept.speed = startSpeed({ at: now(), sent: kept.session?.received ?? 0 })
    change(id, { state: 'preparing', problem: null, rate: null, left: null })
    try {
      const completed = await send({
        file: item.file,
        signal: kept.controller.signal,
        session: kept.session,
        onSession: (session) => {
          kept.session = session
        },
        onProgress: ({ phase, sent, total }) => {
          kept.speed = nextSpeed(kept.speed, { at: now(), sent })
          change(id, {
            state: phase,
            sent,
            total,
            rate: kept.speed.rate,
            left: phase === 'sending' ? secondsLeft({ speed: kept.speed, total }) : null,
          })
        },
      })
      change(id, { state: 'ready', completed, left: null })
      const arrived = itemOf(id)
      if (arrived?.isWanted) {
        void keepNow(arrived)
      }
    } catch (err) {
      const { code, message } = asUploadProblem(err)
      change(id, { state: 'failed', problem: { code, message }, left: null })
    }
    fill()
  }

  const keepNow = async ({ completed, id, text }: QueueItem) => {
    if (!completed) {
      return
    }
    change(id, { state: 'saving', problem: null })
    try {
      const doc = await save({ completed, text: text.trim() })
      hidden.delete(id)
      change(id, { state: 'saved', doc })
    } catch (err) {
      const { code, message } = asUploadProblem(err)
      change(id, { state: 'ready', isWanted: false, problem: { code, message } })
    }
  }

  const drop = (ids: readonly string[]) => {
    const dropped = items.filter(({ id }) => ids.includes(id))
    publish(items.filter(({ id }) => !ids.includes(id)))
    for (const { id, state } of dropped) {
      const kept = hidden.get(id)
      hidden.delete(id)
      kept?.controller.abort()
      // What travels is removed by whoever sends it; what is being saved becomes a document.
      if (kept?.session && (state === 'ready' || state === 'failed' || state === 'waiting')) {
        void abandon(kept.session)
      }
    }
    fill()
  }

  return {
    add: (files) => {
      const added = [...files].map((file): QueueItem => {
        count += 1
        const id = `upload-${count}`
        hidden.set(id, {
          controller: new AbortController(),
          speed: startSpeed({ at: now(), sent: 0 }),
        })
        return {
          id,
          file,
          state: 'waiting',
          sent: 0,
          total: file.size,
          rate: null,
          left: null,
          problem: null,
          completed: null,
          text: suggest(file),
          isWanted: false,
          doc: null,
        }
      })
      publish([...items, ...added])
      fill()
    },
    write: (id, text) => change(id, { text, ...(text.trim() === '' ? { isWanted: false } : {}) }),
    keep: (id) => {
      const item = itemOf(id)
      const isSilent = needsText && item?.text.trim() === ''
      if (!item || isSilent || item.state === 'saving' || item.state === 'saved') {
        return
      }
      change(id, { isWanted: true })
      if (item.state === 'ready') {
        void keepNow(item)
      }
    },
    retry: (id) => {
      if (itemOf(id)?.state === 'failed') {
        change(id, { state: 'waiting', problem: null })
        fill()
      }
    },
    remove: (id) => drop([id]),
    clearSaved: () => drop(items.filter(({ state }) => state === 'saved').map(({ id }) => id)),
    removeAll: () => drop(items.filter(({ state }) => state !== 'saving').map(({ id }) => id)),
    items: () => items,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
