// Takes what is pasted and dropped before the editor does, where our reading is better than its own.
import {
  $createRangeSelection,
  $getSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_NORMAL,
  COPY_COMMAND,
  CUT_COMMAND,
  DROP_COMMAND,
  isDOMNode,
  isSelectionCapturedInDecoratorInput,
  PASTE_COMMAND,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { readClip, signClip, type Clip } from './clip.ts'
import { looksLikeMarkdown } from './read/markdown.ts'

type Taking = {
  take: (clip: Clip) => void
  /** Of the text, once it has one. */
  tenant: () => string | undefined
}

/** @returns how to stop */
export const takeOver = (editor: LexicalEditor, { take, tenant }: Taking): (() => void) => {
  const sign = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    const from = tenant()
    if (from && event instanceof ClipboardEvent && event.clipboardData) {
      signClip(event.clipboardData, from)
    }
    // The editor copies as it does.
    return false
  }
  const stops = [
    editor.registerCommand(COPY_COMMAND, sign, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CUT_COMMAND, sign, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const clip =
          event instanceof ClipboardEvent ? readClip(event.clipboardData, tenant()) : null
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
        const clip = isWithin ? null : readClip(event.dataTransfer, tenant())
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
const isOurs = ({ code, elsewhere, files, html, text }: Clip): boolean =>
  elsewhere !== '' || html !== '' || code !== '' || files.length > 0 || looksLikeMarkdown(text)

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
