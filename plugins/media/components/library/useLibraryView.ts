'use client'
// How an editor likes to see the files, remembered in his or her browser.
import { useCallback, useState, useSyncExternalStore } from 'react'

export const LIBRARY_VIEWS = ['grid', 'table', 'describe'] as const
export type LibraryView = (typeof LIBRARY_VIEWS)[number]

const KEY = 'vitrine-media-view'

/** Describing is something one does, not a way to see: it is not remembered, and not for drawers. */
export const useLibraryView = ({
  isInDrawer,
}: {
  isInDrawer: boolean
}): [LibraryView, (view: LibraryView) => void] => {
  const remembered = useSyncExternalStore(subscribe, read, () => 'grid' as const)
  const [isDescribing, setIsDescribing] = useState(false)
  const setView = useCallback((view: LibraryView) => {
    setIsDescribing(view === 'describe')
    if (view !== 'describe') {
      write(view)
    }
  }, [])
  return [isDescribing && !isInDrawer ? 'describe' : remembered, setView]
}

const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const read = (): 'grid' | 'table' => {
  try {
    return localStorage.getItem(KEY) === 'table' ? 'table' : 'grid'
  } catch {
    return 'grid'
  }
}

const write = (view: LibraryView): void => {
  try {
    localStorage.setItem(KEY, view)
  } catch {
    // A browser that keeps nothing shows the grid again next time.
  }
  listeners.forEach((listener) => listener())
}
