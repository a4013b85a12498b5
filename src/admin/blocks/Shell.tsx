'use client'
// The frame of every block in a text: its kind and a summary above, a preview inside, the form in
// a drawer behind the pencil.
import { BlockCollapsible, useBlockComponentContext } from '@payloadcms/richtext-lexical/client'
import { ErrorPill, useFormSubmitted, useTranslation } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'

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
  const submitted = useFormSubmitted()
  return (
    <BlockCollapsible
      Label={
        <div className="vitrine-block__label">
          <span className="vitrine-pill">{kind}</span>
          {summary ? <span className="vitrine-block__summary">{summary}</span> : null}
          {submitted && errorCount > 0 ? (
            <ErrorPill count={errorCount} i18n={i18n} withMessage />
          ) : null}
        </div>
      }
    >
      <div className="vitrine-block">
        {children ?? <p className="vitrine-block__empty">{t('blocks:empty')}</p>}
      </div>
    </BlockCollapsible>
  )
}
