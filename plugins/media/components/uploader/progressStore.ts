// How far a transfer is, for whoever watches it.
import type { UploadProgress } from '../../upload/index.ts'

export type ProgressStore = {
  get: () => UploadProgress
  set: (progress: UploadProgress) => void
  subscribe: (listener: () => void) => () => void
}

export const createProgress = (first: UploadProgress): ProgressStore => {
  let progress = first
  const listeners = new Set<() => void>()
  return {
    get: () => progress,
    set: (next) => {
      progress = next
      listeners.forEach((listener) => listener())
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
