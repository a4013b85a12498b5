'use client'
// After a refusal, the keyboard is where something has to be done: the first wrong field, or the
// sentence about the whole form. A screen reader then reads both.
import { useEffect, type RefObject } from 'react'
import type { Refused } from './request.ts'

export const useFocusOnProblem = (
  form: RefObject<HTMLElement | null>,
  refused: Refused | null,
): void =>
  useEffect(() => {
    if (refused) {
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem-summary]')
        ?.focus()
    }
  }, [form, refused])
