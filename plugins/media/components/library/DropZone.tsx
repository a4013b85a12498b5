'use client'
// The whole list takes files that are dropped or pasted on it.
import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react'
import { useWords } from '../words/useWords.ts'

type DropZoneProps = {
  children: ReactNode
  isEnabled: boolean
  onFiles: (files: File[]) => void
}

export const DropZone = ({ children, isEnabled, onFiles }: DropZoneProps) => {
  const { say } = useWords()
  const [isOver, setIsOver] = useState(false)
  // Entering a child leaves its parent; only the last leave is one.
  const depth = useRef(0)
  if (!isEnabled) {
    return children
  }
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  const end = () => {
    depth.current = 0
    setIsOver(false)
  }
  const drop = (event: DragEvent) => {
    if (hasFiles(event)) {
      event.preventDefault()
      event.stopPropagation()
      onFiles([...event.dataTransfer.files])
    }
    end()
  }
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length > 0 && !isField(event.target)) {
      event.preventDefault()
      onFiles(files)
    }
  }
  return (
    <div
      className="media-drop"
      data-over={isOver || undefined}
      onDragEnter={(event) => {
        if (hasFiles(event)) {
          depth.current += 1
          setIsOver(true)
        }
      }}
      onDragLeave={(event) => {
        if (hasFiles(event)) {
          depth.current -= 1
          setIsOver(depth.current > 0)
        }
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) {
          event.preventDefault()
        }
      }}
      onDrop={drop}
      onPaste={paste}
    >
      {children}
      {isOver ? (
        <div aria-hidden className="media-drop__over">
          <span>{say('library:dropNow')}</span>
        </div>
      ) : null}
    </div>
  )
}

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, [contenteditable="true"]') !== null
