'use client'
// Whether a block was put into the text just now: not when the text was opened, and only once.
import { useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import { useBlockNode } from './useBlockNode.ts'

/** Blocks that were asked about once: they appear again when a tab or a row is opened. */
const seen = new Set<string>()

export const useIsInserted = (): (() => boolean) => {
  const { fieldProps } = useEditorConfigContext()
  const { read } = useBlockNode()
  return () => {
    const id = read()?.id
    const stored = (fieldProps as { initialLexicalFormState?: Record<string, unknown> })
      .initialLexicalFormState
    if (typeof id !== 'string' || stored?.[id] || seen.has(id)) {
      return false
    }
    seen.add(id)
    return true
  }
}
