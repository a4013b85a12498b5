'use client'
// The frame of every block in a text: its kind and a summary above, a preview inside, the form in
// a drawer behind the pencil, behind a click on the preview, and open at once when a block was just inserted.
import { BlockCollapsible, useBlockComponentContext } from '@payloadcms/richtext-lexical/client'
import { ErrorPill, useFormFields, useFormSubmitted, useTranslation } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef, type ReactNode, type RefObject } from 'react'
import { useUndoRemoval } from '../rows/useUndoRemoval.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { useSaveAndCancel } from './useSaveAndCancel.tsx'
import { useIsInserted } from './useIsInserted.ts'

type ShellProps = {
  /** The preview; nothing yet when the block is empty. */
  children?: ReactNode
  /** As the block menu names it. */
  kind: string
  summary?: string
}

export const Shell = ({ children, kind, summary }: ShellProps) => {
  const { i18n } = useTranslation()
  const { t } = useVitrine()
  const { errorCount } = useBlockComponentContext()
  const invalidCount = useFormFields(
    ([fields]) => Object.values(fields).filter(({ valid }) => valid === false).length,
  )
  const submitted = useFormSubmitted()
  const isEmpty = children === undefined
  // A form that nobody has opened yet knows of no errors.
  const count = submitted ? Math.max(errorCount, invalidCount, isEmpty ? 1 : 0) : 0
  const preview = useRef<HTMLDivElement>(null)
  const edit = useEditButton(preview)
  const isInserted = useIsInserted()
  useSaveAndCancel()
  useUndoRemoval()
  const openWhenNew = useEffectEvent(() => {
    if (isEmpty && isInserted()) {
      edit()
    }
  })
  // Only when it appears: what is emptied later was open already.
  useEffect(() => openWhenNew(), [])
  return (
    <BlockCollapsible
      {...(count > 0 ? { collapsibleProps: { collapsibleStyle: 'error' } } : {})}
      Label={
        <div className="vitrine-block__label">
          <span className="vitrine-pill">{kind}</span>
          {summary ? <span className="vitrine-block__summary">{summary}</span> : null}
          {count > 0 ? <ErrorPill count={count} i18n={i18n} withMessage /> : null}
        </div>
      }
    >
      <div className="vitrine-block" onClick={edit} ref={preview}>
        {children ?? (
          <button className="vitrine-block__empty" type="button">
            {t('blocks:empty')}
          </button>
        )}
      </div>
    </BlockCollapsible>
  )
}

/** Presses Payload's own pencil, which keeps the place of the cursor in the text. */
const useEditButton = (within: RefObject<HTMLElement | null>): (() => void) => {
  const { baseClass } = useBlockComponentContext()
  return () =>
    within.current
      ?.closest(`.${baseClass}__container`)
      ?.querySelector<HTMLButtonElement>(`.${baseClass}__editButton`)
      ?.click()
}
