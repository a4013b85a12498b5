'use client'
// Names a chapter's row by its place, its part in the story and its title, and says what becomes of an empty one.
import { useConfig, useLocale, useRowLabel } from '@payloadcms/ui'
import { isTold } from '../../../collections/CaseStudies/isTold.ts'
import { useSource } from '../languages/useSource.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { chapterName } from './chapterNames.ts'

type Row = { body?: unknown; kind?: string | null; title?: string | null }

export const ChapterRowLabel = () => {
  const { t } = useVitrine()
  const { data, rowNumber = 0 } = useRowLabel<Row>()
  const isMain = useIsMainLanguage()
  return (
    <span className="vitrine-row-label">
      <span className="vitrine-row-label__number">{rowNumber + 1}</span>
      <strong>{t(chapterName(data.kind))}</strong>
      <span>{data.title}</span>
      {isMain && !isTold(data) ? (
        <span className="vitrine-row-label__note">{t('rows:emptyChapter')}</span>
      ) : null}
    </span>
  )
}

/** In another one, the page shows what an empty text says in the main language. */
const useIsMainLanguage = (): boolean => {
  const { config } = useConfig()
  const { code } = useLocale()
  // The main one is offered first.
  const [first] = config.localization ? config.localization.locales : []
  return useSource() === null && (first === undefined || first.code === code)
}
