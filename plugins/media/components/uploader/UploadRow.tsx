'use client'
// One file on its way: how far it is, what it shows, and what to do when something is in the way.
import { Link } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useId } from 'react'
import type { DuplicateFile, QueueItem, UploadQueue } from '../../upload/index.ts'
import { formatBytes, formatWait } from '../shared/format.ts'
import { hereOf } from '../shared/mediaDoc.ts'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'
import { RowPicture } from './RowPicture.tsx'

type UploadRowProps = {
  collection: string
  item: QueueItem
  queue: UploadQueue
  onUseExisting?: (doc: DuplicateFile) => void
}

export const UploadRow = ({ collection, item, onUseExisting, queue }: UploadRowProps) => {
  const { say } = useWords()
  const { admin } = usePlace()
  const { completed, doc, file, id, problem, state } = item
  const isOver = state === 'saved'
  return (
    <li className="media-upload" data-state={state}>
      <RowPicture file={file} previewURL={completed?.preview?.url ?? null} />
      <div className="media-upload__main">
        <p className="media-upload__name">{file.name}</p>
        <Progress item={item} />
        {problem ? (
          <p className="media-upload__problem" role="alert">
            {problem.message}
          </p>
        ) : null}
        {!isOver && completed ? (
          <Duplicates
            collection={collection}
            duplicates={completed.duplicates}
            onUse={(existing) => {
              queue.remove(id)
              onUseExisting?.(existing)
            }}
            opens={onUseExisting === undefined}
          />
        ) : null}
        {/* What did not arrive needs no words, but those that are written are kept for the next try. */}
        {isOver || (state === 'failed' && item.text === '') ? null : (
          <TextForm item={item} queue={queue} />
        )}
      </div>
      <div className="media-upload__side">
        {state === 'failed' ? (
          <button className="media-button" onClick={() => queue.retry(id)} type="button">
            {say('upload:retry')}
          </button>
        ) : null}
        {isOver && doc ? (
          <Link
            className="media-button"
            href={formatAdminURL({
              adminRoute: admin,
              path: `/collections/${collection}/${encodeURIComponent(doc.id)}`,
            })}
            prefetch={false}
          >
            {say('upload:open')}
          </Link>
        ) : null}
        {state === 'saving' ? null : (
          <button
            aria-label={say(isOver ? 'upload:remove' : 'upload:cancel', { name: file.name })}
            className="media-button media-button--icon"
            onClick={() => queue.remove(id)}
            type="button"
          >
            <span aria-hidden>×</span>
          </button>
        )}
      </div>
    </li>
  )
}

const Progress = ({ item }: { item: QueueItem }) => {
  const { language, say } = useWords()
  const { file, left, rate, sent, state, total } = item
  const isMoving = ['waiting', 'preparing', 'sending', 'finishing'].includes(state)
  const percent = total > 0 ? Math.round((sent / total) * 100) : 0
  const text =
    state === 'sending'
      ? [
          say('upload:sending', {
            sent: formatBytes(sent, language),
            total: formatBytes(total, language),
          }),
          rate === null ? null : say('upload:rate', { rate: formatBytes(rate, language) }),
          left === null ? null : say('upload:left', { time: formatWait(left, language) }),
        ]
          .filter(Boolean)
          .join(', ')
      : say(`upload:${state}`)
  return (
    <>
      {isMoving ? (
        <div
          aria-label={say('upload:progress', { name: file.name })}
          aria-valuemax={100}
          aria-valuemin={0}
          aria-valuetext={text}
          className="media-bar"
          data-moving={state === 'preparing' || state === 'finishing' || undefined}
          role="progressbar"
          {...(state === 'sending' ? { 'aria-valuenow': percent } : {})}
        >
          <span style={{ inlineSize: `${percent}%` }} />
        </div>
      ) : null}
      <p className="media-upload__state">{text}</p>
    </>
  )
}

const TextForm = ({ item, queue }: { item: QueueItem; queue: UploadQueue }) => {
  const { say } = useWords()
  const field = useId()
  const { completed, file, id, isWanted, state, text } = item
  const isEmpty = text.trim() === ''
  return (
    <form
      className="media-upload__form"
      onSubmit={(event) => {
        event.preventDefault()
        // A list in a drawer may stand in the form of a document.
        event.stopPropagation()
        queue.keep(id)
      }}
    >
      <label className="media-upload__label" htmlFor={field}>
        {say('upload:text')}
      </label>
      <div className="media-upload__field">
        <input
          aria-describedby={`${field}-nudge`}
          autoComplete="off"
          className="media-input"
          disabled={state === 'saving'}
          id={field}
          maxLength={300}
          onChange={(event) => queue.write(id, event.target.value)}
          value={text}
        />
        <button
          aria-label={completed ? say('upload:saveLabel', { name: file.name }) : undefined}
          className="media-button media-button--main"
          disabled={isEmpty || isWanted || state === 'saving' || state === 'failed'}
          type="submit"
        >
          {completed ? say('upload:save') : say('upload:saveWhenThere')}
        </button>
      </div>
      <p className="media-upload__nudge" id={`${field}-nudge`}>
        {isWanted && !completed ? say('upload:willSave') : say('upload:textNudge')}
      </p>
    </form>
  )
}

const Duplicates = ({
  collection,
  duplicates,
  onUse,
  opens,
}: {
  collection: string
  duplicates: DuplicateFile[]
  onUse: (doc: DuplicateFile) => void
  opens: boolean
}) => {
  const { say } = useWords()
  const { admin, serverURL } = usePlace()
  const [existing] = duplicates
  if (!existing) {
    return null
  }
  const name = existing.alt || existing.filename
  const label = say('upload:useExistingLabel', { name })
  const src = hereOf(existing.thumbnailURL, serverURL)
  return (
    <div className="media-upload__duplicate" role="status">
      {src ? <img alt="" className="media-picture" src={src} /> : null}
      <p>
        {say('upload:duplicate')} <strong>{name}</strong>
      </p>
      {opens ? (
        <Link
          aria-label={label}
          className="media-button"
          href={formatAdminURL({
            adminRoute: admin,
            path: `/collections/${collection}/${encodeURIComponent(existing.id)}`,
          })}
          onClick={() => onUse(existing)}
          prefetch={false}
        >
          {say('upload:useExisting')}
        </Link>
      ) : (
        <button
          aria-label={label}
          className="media-button"
          onClick={() => onUse(existing)}
          type="button"
        >
          {say('upload:useExisting')}
        </button>
      )}
    </div>
  )
}
