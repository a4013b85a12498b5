'use client'
// An empty list says what to do first; a list without matches, how to see everything again.
import { Button, useListDrawerContext, useListQuery } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import type { BeforeListTableClientProps } from 'payload'
import { Mark } from '../brand/Mark.tsx'
import { vitrineEn } from '../translations/en.ts'
import type { VitrineKey } from '../translations/types.ts'
import { useVitrine } from '../translations/useVitrine.ts'

type Slug = Exclude<keyof typeof vitrineEn.empty, `${string}Text` | 'create'>

export const ListEmpty = ({
  collectionSlug,
  hasCreatePermission,
  newDocumentURL,
}: BeforeListTableClientProps) => {
  const { t } = useVitrine()
  const { data, query } = useListQuery()
  const { isInDrawer } = useListDrawerContext()
  const pathname = usePathname()
  if (!data || data.docs.length > 0 || pathname.endsWith('/trash') || !isKnown(collectionSlug)) {
    return null
  }
  const isFiltered = Boolean(query?.search) || Object.keys(query?.where ?? {}).length > 0
  if (isFiltered) {
    return (
      <div className="vitrine-empty">
        <h2 className="vitrine-empty__title">{t('lists:noMatch')}</h2>
        <p>{t('lists:noMatchText')}</p>
        {isInDrawer ? null : (
          <Button buttonStyle="secondary" el="link" margin={false} to={pathname}>
            {t('lists:clearFilters')}
          </Button>
        )}
      </div>
    )
  }
  return (
    <div className="vitrine-empty">
      <Mark size={32} />
      <h2 className="vitrine-empty__title">{t(`empty:${collectionSlug}`)}</h2>
      <p>{t(`empty:${collectionSlug}Text` as VitrineKey)}</p>
      {hasCreatePermission && newDocumentURL && !isInDrawer ? (
        <Button el="link" margin={false} to={newDocumentURL}>
          {t('empty:create')}
        </Button>
      ) : null}
    </div>
  )
}

const isKnown = (slug: string): slug is Slug => slug in vitrineEn.empty
