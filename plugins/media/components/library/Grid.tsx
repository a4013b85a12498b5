'use client'
// The files of a page as pictures. Selecting and what follows from it are Payload's.
import {
  Link,
  useListDrawerContext,
  useListQuery,
  useRouteTransition,
  useSelection,
} from '@payloadcms/ui'
import type { CollectionSlug } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { Badges } from '../shared/Badges.tsx'
import { formatBytes, formatTime } from '../shared/format.ts'
import { durationOf, formatName, kindOf, nameOf, type MediaDoc } from '../shared/mediaDoc.ts'
import { Picture } from '../shared/Picture.tsx'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'

type GridProps = { canSelect: boolean; collectionSlug: CollectionSlug; isTrash: boolean }

export const Grid = ({ canSelect, collectionSlug, isTrash }: GridProps) => {
  const { say } = useWords()
  const { data } = useListQuery()
  const { isTransitioning } = useRouteTransition()
  const { selectAll, selected, setSelection, toggleAll } = useSelection()
  const docs = (data?.docs ?? []) as MediaDoc[]
  // Payload's type has no name for a page of which all are selected.
  const isAll = ['allInPage', 'allAvailable'].includes(String(selectAll))
  return (
    <>
      {canSelect ? (
        <label className="media-grid__all">
          <input
            checked={isAll}
            onChange={() => toggleAll()}
            ref={(input) => {
              if (input) {
                input.indeterminate = String(selectAll) === 'some'
              }
            }}
            type="checkbox"
          />
          {say('library:selectAll')}
        </label>
      ) : null}
      <ul aria-busy={isTransitioning} className="media-grid">
        {docs.map((doc) => (
          <li className="media-card" data-selected={selected.get(doc.id) || undefined} key={doc.id}>
            {canSelect ? (
              <input
                aria-label={say('library:select', { name: nameOf(doc) })}
                checked={selected.get(doc.id) ?? false}
                className="media-card__select"
                onChange={() => setSelection(doc.id)}
                type="checkbox"
              />
            ) : null}
            <Card collectionSlug={collectionSlug} doc={doc} isTrash={isTrash} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** In a drawer a file is chosen, elsewhere opened. */
const Card = ({
  collectionSlug,
  doc,
  isTrash,
}: Omit<GridProps, 'canSelect'> & { doc: MediaDoc }) => {
  const { say } = useWords()
  const { admin } = usePlace()
  const { drawerSlug, onSelect } = useListDrawerContext()
  if (drawerSlug && onSelect) {
    return (
      <button
        aria-label={say('library:pick', { name: nameOf(doc) })}
        className="media-card__open"
        onClick={() => onSelect({ collectionSlug, doc, docID: doc.id })}
        type="button"
      >
        <Content doc={doc} />
      </button>
    )
  }
  const trash = isTrash ? '/trash' : ''
  return (
    <Link
      className="media-card__open"
      href={formatAdminURL({
        adminRoute: admin,
        path: `/collections/${collectionSlug}${trash}/${encodeURIComponent(doc.id)}`,
      })}
      prefetch={false}
    >
      <Content doc={doc} />
    </Link>
  )
}

const Content = ({ doc }: { doc: MediaDoc }) => {
  const { language, say } = useWords()
  const kind = kindOf(doc)
  const duration = durationOf(doc)
  return (
    <>
      <span className="media-card__picture">
        <Picture doc={doc} />
        {kind === 'film' ? (
          <span className="media-card__length">
            <span aria-hidden>▶ </span>
            {duration === null ? say('kinds:film') : formatTime(duration)}
          </span>
        ) : null}
      </span>
      <span className="media-card__text">
        <span className="media-card__name">{nameOf(doc)}</span>
        <span className="media-card__facts">
          {doc.alt ? <span className="media-card__file">{doc.filename}</span> : null}
          <span>
            {[
              formatName(doc),
              doc.width && doc.height ? `${doc.width} × ${doc.height}` : null,
              doc.filesize ? formatBytes(doc.filesize, language) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {doc.uses ? <span>{say('library:uses', { count: doc.uses })}</span> : null}
        </span>
        <Badges doc={doc} />
      </span>
    </>
  )
}
