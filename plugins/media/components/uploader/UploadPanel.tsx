'use client'
// The files on their way, each with its description to be written while it travels.
import { Button } from '@payloadcms/ui'
import type { DuplicateFile, UploadQueue } from '../../upload/index.ts'
import { useWords } from '../words/useWords.ts'
import { UploadRow } from './UploadRow.tsx'
import { useQueueItems } from './useUploads.ts'
import '../shared/shared.css'
import './upload.css'

type UploadPanelProps = {
  collection: string
  queue: UploadQueue
  /** In a drawer: takes a file that is there already. Elsewhere it is opened. */
  onUseExisting?: (doc: DuplicateFile) => void
}

export const UploadPanel = ({ collection, onUseExisting, queue }: UploadPanelProps) => {
  const { say } = useWords()
  const items = useQueueItems(queue)
  if (items.length === 0) {
    return null
  }
  const arrived = items.filter(({ completed }) => completed !== null).length
  const described = items.filter(
    ({ isWanted, state, text }) =>
      text.trim() !== '' && !isWanted && state !== 'saved' && state !== 'saving',
  )
  const isDone = items.every(({ state }) => state === 'saved')
  return (
    <section aria-label={say('upload:title')} className="media-uploads">
      <header className="media-uploads__head">
        <h2 className="media-uploads__title">{say('upload:title')}</h2>
        <p aria-live="polite" className="media-uploads__count" role="status">
          {say('upload:arrived', { done: arrived, count: items.length })}
        </p>
        <div className="media-uploads__actions">
          {described.length > 1 ? (
            <Button
              margin={false}
              onClick={() => described.forEach(({ id }) => queue.keep(id))}
              size="small"
              type="button"
            >
              {say('upload:saveAll')}
            </Button>
          ) : null}
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => queue.removeAll()}
            size="small"
            type="button"
          >
            {isDone ? say('upload:close') : say('upload:cancelAll')}
          </Button>
        </div>
      </header>
      <ul aria-label={say('upload:list')} className="media-uploads__list">
        {items.map((item) => (
          <UploadRow
            collection={collection}
            item={item}
            key={item.id}
            onUseExisting={onUseExisting}
            queue={queue}
          />
        ))}
      </ul>
    </section>
  )
}
