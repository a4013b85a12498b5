'use client'
import { useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import { formatDrawerSlug, useEditDepth, useModal } from '@payloadcms/ui'
import { useBlockNode } from './useBlockNode.ts'

/** The drawer with the form of this block, by the name that Payload gives it. */
export const useDrawerOfBlock = (): {
  close: () => void
  isOpen: boolean
  slug: string
} => {
  const { closeModal, modalState } = useModal()
  const { uuid } = useEditorConfigContext()
  const { read } = useBlockNode()
  const depth = useEditDepth()
  const slug = formatDrawerSlug({
    slug: `lexical-blocks-create-${uuid}-${String(read()?.id)}`,
    depth,
  })
  return { close: () => closeModal(slug), isOpen: modalState[slug]?.isOpen === true, slug }
}
