'use client'
// The values of a block as its text has them.
import {
  useBlockComponentContext,
  useEditorConfigContext,
} from '@payloadcms/richtext-lexical/client'
import { $getNodeByKey } from '@payloadcms/richtext-lexical/lexical'

type Values = Record<string, unknown>

type BlockNode = { getFields: () => Values; setFields: (values: Values, isQuiet?: boolean) => void }

export const useBlockNode = (): {
  /** `undefined` when the block is gone. */
  read: () => Values | undefined
  write: (values: Values) => void
} => {
  const { nodeKey } = useBlockComponentContext()
  const { editor } = useEditorConfigContext()
  const find = (): BlockNode | null => $getNodeByKey(nodeKey) as BlockNode | null
  return {
    read: () => {
      const values = editor.getEditorState().read(() => find()?.getFields())
      return values && structuredClone(values)
    },
    write: (values) => editor.update(() => find()?.setFields(structuredClone(values), true)),
  }
}
