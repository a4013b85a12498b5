// Nodes into the text, where the cursor is, as the editor's own paste puts them there.
import { $createUploadNode, $isUploadNode } from '@payloadcms/richtext-lexical/client'
import {
  $getPreviousSelection,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $nodesOfType,
  $parseSerializedNode,
  PASTE_TAG,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { UploadNode } from '@payloadcms/richtext-lexical/client'
import { placeholderIn, type Placeholder } from '../../../../collections/shared/placeholder.ts'
import type { LexicalNode as Written } from '../../../../plugins/importer/exports/convert.ts'
import { $createPlaceholder } from './places.ts'

export const insertNodes = (editor: LexicalEditor, written: readonly Written[]): void =>
  editor.update(
    () => {
      const selection =
        $getSelection() ?? $getPreviousSelection()?.clone() ?? $getRoot().selectEnd()
      const before = $isRangeSelection(selection) ? selection.anchor.getNode() : null
      // A paragraph joins the one that it is pasted into. A picture does not, so one stands for each placeholder
      // until all is in its place.
      const standIns = new Map<string, Placeholder>()
      const nodes = written.map((node): LexicalNode => {
        const about = placeholderIn(node)
        if (!about) {
          return $parseSerializedNode(node)
        }
        const standIn = $createUploadNode({
          data: { fields: {}, relationTo: 'media', value: about.id } as never,
        })
        standIns.set(about.id, about)
        return standIn
      })
      const isTaken = editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, {
        nodes,
        selection,
      })
      if (!isTaken) {
        selection.insertNodes(nodes)
      }
      for (const node of $nodesOfType(UploadNode)) {
        const about = $isUploadNode(node) ? standIns.get(node.getData().value as string) : undefined
        if (about) {
          node.replace($createPlaceholder(about))
        }
      }
      // The line that was empty before a picture came.
      if (
        before?.isAttached() &&
        $isParagraphNode(before) &&
        before.isEmpty() &&
        standIns.size > 0
      ) {
        before.remove()
      }
    },
    { tag: PASTE_TAG },
  )

export const insertText = (editor: LexicalEditor, text: string): void =>
  editor.update(
    () => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) {
        selection.insertRawText(text)
      }
    },
    { tag: PASTE_TAG },
  )
