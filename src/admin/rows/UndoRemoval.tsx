'use client'
import { useUndoRemoval } from './useUndoRemoval.ts'

/** Shows nothing of its own. */
export const UndoRemoval = () => {
  useUndoRemoval()
  return null
}
