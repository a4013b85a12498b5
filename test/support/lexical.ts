// Opens rich text as the editor of a field does: Lexical itself with the nodes of that editor, without a browser.
import { getEnabledNodes, type LexicalRichTextAdapter } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import type { Payload } from 'payload'

type Editor = { open: (value: unknown) => { root: unknown }; types: string[] }

/** Of `pages.body`; all rich texts have the same. */
export const editorOf = ({ payload }: { payload: Payload }): Editor => {
  const field = payload.collections.pages.config.flattenedFields.find(({ name }) => name === 'body')
  const { editorConfig } = (field as unknown as { editor: LexicalRichTextAdapter }).editor
  const nodes = getEnabledNodes({ editorConfig })
  return {
    // Throws where the admin shows “Something went wrong”.
    open: (value) => {
      const editor = createHeadlessEditor({
        nodes,
        onError: (err) => {
          throw err
        },
      })
      const state = editor.parseEditorState(JSON.stringify(value))
      editor.setEditorState(state)
      // As it was read: on the screen, Lexical joins neighbours of one kind.
      return state.toJSON()
    },
    types: nodes.map((node) =>
      ('replace' in node ? node.replace : (node as { getType: () => string })).getType(),
    ),
  }
}
