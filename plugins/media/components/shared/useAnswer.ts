'use client'
// Reads something from the API: loading, failed or there, and again when asked to.
import { useCallback, useEffect, useState } from 'react'
import { ask } from '../../upload/index.ts'

export type Loaded<T> =
  | { state: 'loading'; data: T | null }
  /** `status`: of the answer, where there was one. */
  | { state: 'failed'; data: T | null; status?: number }
  | { state: 'ready'; data: T }

/** @param url `null`: nothing to ask for yet */
export const useAnswer = <T>(url: string | null): Loaded<T> & { again: () => void } => {
  const [turn, setTurn] = useState(0)
  const [loaded, setLoaded] = useState<{ of: string; answer: Loaded<T> } | null>(null)
  const of = `${url} ${turn}`
  useEffect(() => {
    if (url === null) {
      return
    }
    const controller = new AbortController()
    const load = async () => {
      try {
        const { body, status } = await ask({
          fetch: (...args) => fetch(...args),
          url,
          signal: controller.signal,
        })
        setLoaded(
          status >= 200 && status < 300 && body !== null
            ? { of, answer: { state: 'ready', data: body as T } }
            : { of, answer: { state: 'failed', data: null, status } },
        )
      } catch {
        if (!controller.signal.aborted) {
          setLoaded({ of, answer: { state: 'failed', data: null } })
        }
      }
    }
    void load()
    return () => controller.abort()
  }, [of, url])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  // What was known before stays in sight until the new answer is there.
  const answer: Loaded<T> =
    loaded?.of === of ? loaded.answer : { state: 'loading', data: loaded?.answer.data ?? null }
  return { ...answer, again }
}
