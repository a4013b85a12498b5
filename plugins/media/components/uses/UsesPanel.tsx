'use client'
// Beside a file: which documents use it, in words, each a way to it.
import { Link, useDocumentInfo } from '@payloadcms/ui'
import { useAnswer } from '../shared/useAnswer.ts'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'
import '../shared/shared.css'
import './uses.css'

type Use = {
  collection: string
  id: string
  title: string
  state: 'online' | 'draft' | 'earlier'
  isInTrash?: boolean
  url?: string | null
}

type Uses = { uses: Use[]; hidden: number }

const STATES = ['online', 'draft', 'earlier'] as const

/** A `ui` field of any collection of files. */
export const UsesPanel = () => {
  const { collectionSlug, id } = useDocumentInfo()
  return id === undefined || !collectionSlug ? null : (
    <UsesList collection={collectionSlug} hasHeading id={String(id)} />
  )
}

export const UsesList = ({
  collection,
  hasHeading = false,
  id,
}: {
  collection: string
  /** Without one where another is near. */
  hasHeading?: boolean
  id: string
}) => {
  const { say } = useWords()
  const { admin, api } = usePlace()
  const uses = useAnswer<Uses>(`${api}/${collection}/${encodeURIComponent(id)}/uses`)
  const known = uses.data
  if (uses.state === 'failed' && uses.status === 403) {
    // Another tenant's, which anybody may see: where it is used is its people's to know.
    return null
  }
  return (
    <section aria-label={say('uses:title')} className="field-type media-uses">
      {hasHeading ? <h2 className="media-uses__title">{say('uses:title')}</h2> : null}
      {known ? (
        <>
          {known.uses.length + known.hidden === 0 ? (
            <p className="media-uses__none">{say('uses:none')}</p>
          ) : null}
          {STATES.map((state) => {
            const ofState = known.uses.filter((use) => use.state === state)
            return ofState.length === 0 ? null : (
              <div className="media-uses__group" key={state}>
                <p aria-hidden className="media-uses__state" data-state={state}>
                  {say(`uses:${state}`)}
                </p>
                <ul aria-label={say(`uses:${state}`)} className="media-uses__list">
                  {ofState.map((use) => (
                    <li key={`${use.collection}:${use.id}`}>
                      <Link
                        href={use.url ?? `${admin}/collections/${use.collection}/${use.id}`}
                        prefetch={false}
                      >
                        {use.title}
                      </Link>
                      {use.isInTrash ? (
                        <span className="media-uses__aside"> {say('uses:trash')}</span>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </div>
            )
          })}
          {known.hidden > 0 ? (
            <p className="media-uses__aside">{say('uses:hidden', { count: known.hidden })}</p>
          ) : null}
        </>
      ) : uses.state === 'failed' ? (
        <div className="media-note" role="alert">
          <p>{say('uses:failed')}</p>
          <button className="media-button" onClick={uses.again} type="button">
            {say('uses:again')}
          </button>
        </div>
      ) : (
        <div aria-busy="true" className="media-shimmer media-uses__wait" role="status">
          <span className="media-hidden">{say('uses:loading')}</span>
        </div>
      )}
    </section>
  )
}
