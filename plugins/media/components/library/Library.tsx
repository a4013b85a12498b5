'use client'
// The list of files: pictures instead of rows, a place to drop new ones, and quick filters. It is
// Payload's own list view with another table, so that search, filters, pages, selection and bulk
// changes are Payload's.
import { DefaultListView, useAuth, useListDrawerContext } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { ListViewClientProps } from 'payload'
import { useCallback, useMemo, useRef } from 'react'
import { Describe } from '../describe/Describe.tsx'
import { UploadPanel } from '../uploader/UploadPanel.tsx'
import { useUploads } from '../uploader/useUploads.ts'
import { DropZone } from './DropZone.tsx'
import { Grid } from './Grid.tsx'
import { Tools } from './Tools.tsx'
import { useLibraryView } from './useLibraryView.ts'
import '../shared/shared.css'
import './library.css'

export const Library = (props: ListViewClientProps) => {
  const { BeforeListTable, collectionSlug, enableRowSelections, hasCreatePermission, viewType } =
    props
  const router = useRouter()
  const { allowCreate, isInDrawer, onSelect, refresh } = useListDrawerContext()
  const [view, setView] = useLibraryView({ isInDrawer })
  // Several that finish together are one look at the list.
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const refreshList = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (isInDrawer) {
        void refresh(collectionSlug)
      } else {
        router.refresh()
      }
    }, 400)
  }, [collectionSlug, isInDrawer, refresh, router])
  const uploads = useUploads({ collection: collectionSlug, onSaved: refreshList })
  const { permissions } = useAuth()
  const canChange = Boolean(permissions?.collections?.[collectionSlug]?.update)
  const canDelete = Boolean(props.hasDeletePermission) || Boolean(props.hasTrashPermission)
  const canSelect = Boolean(enableRowSelections) && (isInDrawer || canChange || canDelete)
  const canAdd = hasCreatePermission && allowCreate !== false && viewType !== 'trash'
  const table = useMemo(
    () =>
      view === 'table' ? (
        props.Table
      ) : (
        <Grid
          canSelect={canSelect}
          collectionSlug={collectionSlug}
          isTrash={viewType === 'trash'}
        />
      ),
    [canSelect, collectionSlug, props.Table, view, viewType],
  )
  return (
    <DropZone isEnabled={canAdd && uploads.canAdd} onFiles={uploads.queue.add}>
      <div className="media-library" data-view={view}>
        <DefaultListView
          {...props}
          BeforeListTable={
            <>
              <Tools
                canAdd={canAdd}
                canAddNow={uploads.canAdd}
                canChange={canChange}
                canDelete={canDelete}
                collectionSlug={collectionSlug}
                onFiles={uploads.queue.add}
                onView={setView}
                view={view}
              />
              <UploadPanel
                collection={collectionSlug}
                onUseExisting={
                  isInDrawer && onSelect
                    ? (doc) => onSelect({ collectionSlug, doc, docID: doc.id })
                    : undefined
                }
                queue={uploads.queue}
              />
              {view === 'describe' && canChange ? (
                <Describe collection={collectionSlug} onSaved={refreshList} />
              ) : null}
              {BeforeListTable}
            </>
          }
          Table={table}
        />
      </div>
    </DropZone>
  )
}
