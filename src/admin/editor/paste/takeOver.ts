// Takes what is pasted and dropped before the editor does, where our reading is better than its own.
import {
  $createRangeSelection,
  $getSelection,
  $setSelection,
  COMMAND_PRIORITY_NORMAL,
  DROP_COMMAND,
  isDOMNode,
  isSelectionCapturedInDecoratorInput,
  PASTE_COMMAND,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { readClip, type Clip } from './clip.ts'
import { looksLikeMarkdown } from './read/markdown.ts'

/** @returns how to stop */
export const takeOver = (editor: LexicalEditor, take: (clip: Clip) => void): (() => void) => {
  const stops = [
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const clip = event instanceof ClipboardEvent ? readClip(event.clipboardData) : null
        if (!clip || !isOurs(clip) || isInInput(event.target) || $getSelection() === null) {
          return false
        }
        event.preventDefault()
        take(clip)
        return true
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const isWithin = event.dataTransfer?.types.some((type) =>
          type.startsWith('application/x-lexical'),
        )
        const clip = isWithin ? null : readClip(event.dataTransfer)
        if (!clip || !(clip.html !== '' || clip.files.length > 0) || isInInput(event.target)) {
          return false
        }
        event.preventDefault()
        selectAt(event)
        take(clip)
        return true
      },
      COMMAND_PRIORITY_NORMAL,
    ),
  ]
  return () => stops.forEach((stop) => stop())
}

/** All but plain text. */
const isOurs = ({ code, files, html, text }: Clip): boolean =>
  html !== '' || code !== '' || files.length > 0 || looksLikeMarkdown(text)

/** The fields of a block in the text take what is theirs. */
const isInInput = (target: EventTarget | null): boolean =>
  isDOMNode(target) && isSelectionCapturedInDecoratorInput(target)

const selectAt = ({ clientX, clientY }: DragEvent): void => {
  const range = document.caretRangeFromPoint?.(clientX, clientY)
  if (range) {
    const selection = $createRangeSelection()
    selection.applyDOMRange(range)
    $setSelection(selection)
  }
}
