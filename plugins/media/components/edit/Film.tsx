'use client'
// A film: its player, and which of its frames shows before it plays.
import { useField } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import { frameOf, posterTimeFor } from '../../upload/index.ts'
import { formatTime } from '../shared/format.ts'
import { durationOf, hereOf, nameOf, type MediaDoc } from '../shared/mediaDoc.ts'
import { request } from '../shared/request.ts'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'
import { useFreshDoc } from './useFreshDoc.ts'

type FilmProps = { canEdit: boolean; collection: string; doc: MediaDoc }

type Saving = { state: 'idle' | 'saving' | 'saved' } | { state: 'failed'; sentence: string }

/** Seconds: a frame of a film with 25 of them a second. */
const FRAME = 0.04

export const Film = ({ canEdit, collection, doc }: FilmProps) => {
  const { say } = useWords()
  const { api, serverURL } = usePlace()
  const read = useFreshDoc()
  const { setValue, value: posterTime } = useField<number | null>({ path: 'posterTime' })
  const video = useRef<HTMLVideoElement>(null)
  const slider = useId()
  const [length, setLength] = useState(durationOf(doc) ?? 0)
  const [at, setAt] = useState(posterTime ?? posterTimeFor(durationOf(doc) ?? 0))
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const src = hereOf(doc.video?.mp4 ?? doc.url, serverURL)
  const poster = hereOf(doc.video?.poster?.url ?? doc.thumbnailURL, serverURL)

  const take = async () => {
    const element = video.current
    if (!element) {
      return
    }
    element.pause()
    setSaving({ state: 'saving' })
    const seconds = Math.round(element.currentTime * 1000) / 1000
    try {
      const { blob } = await frameOf(element)
      const sentence = await request(
        `${api}/${collection}/${encodeURIComponent(doc.id)}/poster?time=${seconds}`,
        { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body: blob },
      )
      if (sentence !== null) {
        setSaving({ state: 'failed', sentence })
        return
      }
      // The server has it already; the form has nothing to save.
      setValue(seconds, true)
      await read()
      setSaving({ state: 'saved' })
    } catch {
      // A film from elsewhere may be shown, but not read.
      setSaving({ state: 'failed', sentence: say('file:posterFailed') })
    }
  }
  return (
    <section aria-label={say('file:film')} className="media-film">
      {src ? (
        <video
          aria-label={nameOf(doc)}
          className="media-film__player"
          controls
          crossOrigin="anonymous"
          onLoadedMetadata={(event) => setLength(event.currentTarget.duration || 0)}
          onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
          playsInline
          poster={poster ?? undefined}
          preload="metadata"
          ref={video}
          src={src}
        />
      ) : (
        <p className="media-note">{say('file:noPreview')}</p>
      )}
      {canEdit && src ? (
        <div className="media-film__poster">
          <h2 className="media-shapes__title">{say('file:poster')}</h2>
          {poster ? <img alt="" className="media-film__still" src={poster} /> : null}
          <p className="media-hint">{say('file:posterText')}</p>
          <label className="media-hidden" htmlFor={slider}>
            {say('file:scrub')}
          </label>
          <input
            aria-valuetext={formatTime(at)}
            className="media-film__scrub"
            disabled={length === 0}
            id={slider}
            max={length}
            min={0}
            onChange={(event) => {
              const seconds = Number(event.target.value)
              setAt(seconds)
              if (video.current) {
                video.current.pause()
                video.current.currentTime = seconds
              }
            }}
            step={FRAME}
            type="range"
            value={Math.min(at, length)}
          />
          <p className="media-film__actions">
            <button
              className="media-button media-button--main"
              disabled={saving.state === 'saving' || length === 0}
              onClick={() => void take()}
              type="button"
            >
              {say('file:posterUse')}
            </button>
            <span className="media-hint">
              {formatTime(at)}
              {typeof posterTime === 'number'
                ? ` · ${say('file:posterAt', { time: formatTime(posterTime) })}`
                : ''}
            </span>
          </p>
          <p
            className="media-film__state"
            data-state={saving.state}
            role={saving.state === 'failed' ? 'alert' : 'status'}
          >
            {saving.state === 'saving' ? say('file:posterSaving') : null}
            {saving.state === 'saved' ? say('file:posterSaved') : null}
            {saving.state === 'failed' ? saving.sentence : null}
          </p>
        </div>
      ) : null}
      <p className="media-hint">{say('file:captions')}</p>
    </section>
  )
}
