'use client'
// The menu that `/` opens closes at a space. In the middle of a name that has several words it stays open: the space is
// left out, and the menu looks for names as if they had none. A second one is typed as usual.
import { useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_NORMAL,
  KEY_SPACE_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import { continuesName, queryIn } from './continuesName.ts'

export const SlashPlugin = () => {
  const [editor] = useLexicalComposerContext()
  const { editorConfig, fieldProps } = useEditorConfigContext()
  const { i18n } = useTranslation()
  const leftOutAfter = useRef<string | null>(null)

  const names = (): string[] =>
    editorConfig.features.slashMenu.groups.flatMap(({ items }) =>
      items.flatMap(({ key, keywords = [], label = key }) => [
        typeof label === 'function' ? label({ ...fieldProps, i18n } as never) : label,
        ...keywords,
      ]),
    )

  const leaveOut = useEffectEvent((event: KeyboardEvent): boolean => {
    const query = $query()
    const isSecond = query !== null && query === leftOutAfter.current
    leftOutAfter.current = query
    if (query === null || isSecond || !continuesName({ names: names(), query })) {
      return false
    }
    event.preventDefault()
    return true
  })

  useEffect(
    () =>
      editor.registerCommand(
        KEY_SPACE_COMMAND,
        (event) => leaveOut(event),
        COMMAND_PRIORITY_NORMAL,
      ),
    [editor],
  )
  return null
}

const $query = (): string | null => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) {
    return null
  }
  const node = selection.anchor.getNode()
  return $isTextNode(node) ? queryIn(node.getTextContent().slice(0, selection.anchor.offset)) : null
}
