'use client'
// Above the files: how to see them, which of them, how to add some, and how much space they take.
import { Button, Link, useConfig, useListDrawerContext, useListQuery } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useRef } from 'react'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'
import { chosenIn, FILTERS, toggled, whereOf } from './filters.ts'
import { UsageBar } from './UsageBar.tsx'
import { LIBRARY_VIEWS, type LibraryView } from './useLibraryView.ts'

type ToolsProps = {
  /** Whether the asker may add files at all. */
  canAdd: boolean
  /** Whether it is known to which tenant they would belong. */
  canAddNow: boolean
  /** Whether the asker may change and delete any file, whoever added it. */
  canChange: boolean
  canDelete: boolean
  collectionSlug: string
  onFiles: (files: File[]) => void
  onView: (view: LibraryView) => void
  view: LibraryView
}

export const Tools = ({
  canAdd,
  canAddNow,
  canChange,
  canDelete,
  collectionSlug,
  onFiles,
  onView,
  view,
}: ToolsProps) => {
  const { say } = useWords()
  const { admin } = usePlace()
  const { isInDrawer } = useListDrawerContext()
  return (
    <div className="media-tools">
      <div className="media-tools__row">
        <div aria-label={say('library:views')} className="media-segments" role="group">
          {LIBRARY_VIEWS.filter((one) => one !== 'describe' || (canChange && !isInDrawer)).map(
            (one) => (
              <button
                aria-pressed={view === one}
                className="media-segments__one"
                key={one}
                onClick={() => onView(one)}
                type="button"
              >
                {say(`library:${one}`)}
              </button>
            ),
          )}
        </div>
        {canAdd ? (
          <AddFiles canAddNow={canAddNow} collectionSlug={collectionSlug} onFiles={onFiles} />
        ) : null}
        {isInDrawer || !canAdd ? null : <UsageBar collection={collectionSlug} />}
      </div>
      <div className="media-tools__row">
        <Chips />
        {isInDrawer || !canDelete ? null : (
          <Link
            className="media-chip media-chip--link"
            href={formatAdminURL({
              adminRoute: admin,
              path: `/collections/${collectionSlug}/duplicates`,
            })}
            prefetch={false}
          >
            {say('library:duplicates')}
          </Link>
        )}
      </div>
    </div>
  )
}

const AddFiles = ({
  canAddNow,
  collectionSlug,
  onFiles,
}: Pick<ToolsProps, 'canAddNow' | 'collectionSlug' | 'onFiles'>) => {
  const { say } = useWords()
  const { getEntityConfig } = useConfig()
  const input = useRef<HTMLInputElement>(null)
  const { upload } = getEntityConfig({ collectionSlug })
  if (!canAddNow) {
    return <p className="media-tools__hint">{say('library:chooseTenant')}</p>
  }
  return (
    <div className="media-tools__add">
      <Button margin={false} onClick={() => input.current?.click()} size="small" type="button">
        {say('library:add')}
      </Button>
      <input
        accept={upload?.mimeTypes?.join(',')}
        hidden
        multiple
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same file can be chosen again after it was removed.
          event.target.value = ''
        }}
        ref={input}
        type="file"
      />
      <span className="media-tools__hint media-tools__hint--wide">{say('library:drop')}</span>
    </div>
  )
}

const Chips = () => {
  const { say } = useWords()
  const { handleWhereChange, query } = useListQuery()
  const chosen = chosenIn(query?.where)
  const change = (next: typeof chosen) => void handleWhereChange?.(whereOf(next))
  return (
    <div aria-label={say('filters:label')} className="media-chips" role="group">
      {FILTERS.map((filter) => (
        <button
          aria-pressed={chosen.filters.includes(filter)}
          className="media-chip"
          key={filter}
          onClick={() => change(toggled(chosen, filter))}
          type="button"
        >
          {say(`filters:${filter}`)}
        </button>
      ))}
      {chosen.own && chosen.filters.length > 0 ? (
        <span className="media-chip media-chip--note">{say('filters:own')}</span>
      ) : null}
      {chosen.filters.length > 0 ? (
        <button
          className="media-chip media-chip--clear"
          onClick={() => change({ filters: [], own: null })}
          type="button"
        >
          {say('filters:clear')}
        </button>
      ) : null}
    </div>
  )
}
