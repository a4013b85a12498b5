// The placeholders in an editor: found, shown as what they are, and replaced when their picture is there.
import { $createUploadNode } from '@payloadcms/richtext-lexical/client'
import {
  $createParagraphNode,
  $createTextNode,
  $getState,
  $isParagraphNode,
  $nodesOfType,
  $setState,
  createState,
  HISTORIC_TAG,
  ParagraphNode,
  SKIP_SCROLL_INTO_VIEW_TAG,
  TextNode,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import {
  isPlaceholder,
  PLACEHOLDER,
  type Placeholder,
} from '../../../../collections/shared/placeholder.ts'

const missing = createState(PLACEHOLDER, {
  parse: (value): Placeholder | null => (isPlaceholder(value) ? value : null),
})

type Placed = { about: Placeholder; key: string }

/** Of one that somebody has written into, nothing: it is a paragraph like others. */
const $aboutOf = (node: LexicalNode): Placeholder | null => {
  const about = $isParagraphNode(node) ? $getState(node, missing) : null
  return about && node.getTextContent() === about.text ? about : null
}

export const placeholdersIn = (state: EditorState): Placed[] =>
  state.read(() =>
    [...state._nodeMap.values()].flatMap((node) => {
      const about = node.isAttached() ? $aboutOf(node) : null
      return about ? [{ about, key: node.getKey() }] : []
    }),
  )

export const $createPlaceholder = (about: Placeholder): ParagraphNode => {
  const node = $createParagraphNode().append($createTextNode(about.text))
  $setState(node, missing, about)
  return node
}

const ATTRIBUTE = 'data-missing-image'

/** Marks them on the screen. Lexical draws paragraphs itself and leaves other attributes alone. */
export const markPlaceholders = (editor: LexicalEditor, placed: readonly Placed[]): void => {
  const elements = placed.flatMap(({ key }) => editor.getElementByKey(key) ?? [])
  for (const marked of editor.getRootElement()?.querySelectorAll(`[${ATTRIBUTE}]`) ?? []) {
    if (!elements.includes(marked as HTMLElement)) {
      marked.removeAttribute(ATTRIBUTE)
    }
  }
  for (const element of elements) {
    element.setAttribute(ATTRIBUTE, '')
  }
}

/** What somebody writes into a placeholder is a paragraph like others. */
export const keepWritten = (editor: LexicalEditor): (() => void) => {
  const stops = [
    editor.registerNodeTransform(ParagraphNode, $release),
    // Lexical does not count what is typed as a change of the paragraph itself.
    editor.registerNodeTransform(TextNode, (node) => {
      const parent = node.getParent()
      if ($isParagraphNode(parent)) {
        $release(parent)
      }
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

const $release = (node: ParagraphNode): void => {
  const about = $getState(node, missing)
  if (about && node.getTextContent() !== about.text) {
    $setState(node, missing, null)
  }
}

/**
 * Puts pictures where they belong.
 *
 * @param media ids of files by those of placeholders
 */
export const placeMedia = (editor: LexicalEditor, media: ReadonlyMap<string, string>): void =>
  editor.update(
    () => {
      for (const node of $nodesOfType(ParagraphNode)) {
        const about = $aboutOf(node)
        const value = media.get(about?.id ?? '')
        if (value !== undefined) {
          const fields = about?.caption ? { caption: about.caption } : {}
          node.replace($createUploadNode({ data: { fields, relationTo: 'media', value } as never }))
        }
      }
    },
    // No step of its own: one step back leads to what was before the paste, and one that leads back to the
    // placeholder comes here again. (An update that is merged into the last one would not reach the form.)
    { tag: [HISTORIC_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  )

export const removePlaceholder = (editor: LexicalEditor, key: string): void =>
  editor.update(() => {
    const node = placedNode(editor, key)
    if (node) {
      const after = node.getNextSibling() ?? node.getPreviousSibling()
      if (!after) {
        node.replace($createParagraphNode())
      } else {
        node.remove()
      }
    }
  })

const placedNode = (editor: LexicalEditor, key: string): LexicalNode | undefined =>
  editor.getEditorState()._nodeMap.get(key)?.getLatest()
