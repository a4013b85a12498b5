'use client'
// Below a text: its pictures that are on their way, missing, or in the library without a description.
import { Button } from '@payloadcms/ui'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { useEffect, useId, useRef, useState } from 'react'
import type { Placeholder } from '../../../../collections/shared/placeholder.ts'
import { useVitrine } from '../../translations/useVitrine.ts'
import { describe, retry, UNDER_WAY, type Arrival } from './arrivals.ts'
import { removePlaceholder } from './places.ts'

type Placed = { about: Placeholder; key: string }

type Props = {
  arrivals: readonly Arrival[]
  canUpload: boolean
  editor: LexicalEditor
  onFile: (about: Placeholder, file: File) => void
  placed: readonly Placed[]
}

export const PastePanel = ({ arrivals, canUpload, editor, onFile, placed }: Props) => {
  const { t } = useVitrine()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const title = useId()
  const close = (id: string) => setClosed((before) => new Set([...before, id]))
  const here = arrivals.filter(({ id, media }) => media && !closed.has(id))
  if (placed.length === 0 && here.length === 0) {
    return null
  }
  const underWay = placed.filter(({ about }) => isUnderWay(arrivals, about.id)).length
  return (
    <section aria-labelledby={title} className="vitrine-paste">
      <h4 className="vitrine-paste__title" id={title}>
        {t('paste:title')}
      </h4>
      <p className="vitrine-paste__status" role="status">
        {underWay > 0
          ? t('paste:underWay', { count: underWay })
          : placed.length > 0
            ? t('paste:missingCount', { count: placed.length })
            : t('paste:allThere')}
      </p>
      <ul className="vitrine-paste__list">
        {placed.map(({ about, key }) => (
          <Missing
            about={about}
            arrival={arrivals.find(({ id }) => id === about.id)}
            canUpload={canUpload}
            key={key}
            onFile={(file) => onFile(about, file)}
            onRemove={() => removePlaceholder(editor, key)}
          />
        ))}
        {here
          .filter(({ id }) => !placed.some(({ about }) => about.id === id))
          .map((arrival) => (
            <There arrival={arrival} key={arrival.id} onClose={() => close(arrival.id)} />
          ))}
      </ul>
    </section>
  )
}

const isUnderWay = (arrivals: readonly Arrival[], id: string): boolean =>
  arrivals.some((one) => one.id === id && (one.state === 'there' || UNDER_WAY.has(one.state)))

const Missing = ({
  about,
  arrival,
  canUpload,
  onFile,
  onRemove,
}: {
  about: Placeholder
  arrival: Arrival | undefined
  canUpload: boolean
  onFile: (file: File) => void
  onRemove: () => void
}) => {
  const { t } = useVitrine()
  const input = useRef<HTMLInputElement>(null)
  const name = arrival?.name ?? about.name
  const isMoving = arrival ? isUnderWay([arrival], about.id) : false
  const text = !arrival
    ? t('paste:notHere')
    : arrival.state === 'fetching'
      ? t('paste:fetching')
      : arrival.state === 'failed'
        ? (arrival.problem ?? t('common:failed'))
        : arrival.state === 'lost'
          ? t(canUpload ? 'paste:lost' : 'paste:mayNot')
          : t('paste:sending')
  return (
    <li className="vitrine-paste__row" data-state={arrival?.state ?? 'lost'}>
      <Thumbnail file={arrival?.file ?? null} />
      <div className="vitrine-paste__main">
        <p className="vitrine-paste__name">{name}</p>
        <p className="vitrine-paste__text">{text}</p>
        {isMoving ? (
          <div
            aria-label={t('paste:progress', { name })}
            aria-valuemax={100}
            aria-valuemin={0}
            className="vitrine-paste__bar"
            role="progressbar"
            {...(typeof arrival?.progress !== 'number'
              ? {}
              : { 'aria-valuenow': Math.round(arrival.progress * 100) })}
          >
            <span style={{ inlineSize: `${Math.round((arrival?.progress ?? 0) * 100)}%` }} />
          </div>
        ) : null}
      </div>
      {isMoving ? null : (
        <div className="vitrine-paste__actions">
          {arrival?.state === 'failed' ? (
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => retry(about.id)}
              size="small"
            >
              {t('common:tryAgain')}
            </Button>
          ) : null}
          {canUpload ? (
            <>
              <input
                accept="image/*,video/*"
                hidden
                onChange={(event) => {
                  const [file] = event.target.files ?? []
                  if (file) {
                    onFile(file)
                  }
                }}
                ref={input}
                type="file"
              />
              <Button
                aria-label={t('paste:chooseLabel', { name })}
                buttonStyle="secondary"
                margin={false}
                onClick={() => input.current?.click()}
                size="small"
              >
                {t('paste:choose')}
              </Button>
            </>
          ) : null}
          <Button
            aria-label={t('paste:removeLabel', { name })}
            buttonStyle="subtle"
            margin={false}
            onClick={onRemove}
            size="small"
          >
            {t('paste:remove')}
          </Button>
        </div>
      )}
    </li>
  )
}

const There = ({ arrival, onClose }: { arrival: Arrival; onClose: () => void }) => {
  const { t } = useVitrine()
  const field = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const { alt = '' } = arrival.media ?? {}
  const save = async () => {
    setIsSaving(true)
    const refused = await describe(arrival.id, text.trim())
    setIsSaving(false)
    setProblem(refused === null ? null : (refused.sentence ?? t('common:failed')))
  }
  return (
    <li className="vitrine-paste__row" data-state="there">
      <Thumbnail file={arrival.file} />
      {alt === '' ? (
        <div className="vitrine-paste__main">
          <label className="vitrine-paste__name" htmlFor={field}>
            {t('paste:describe', { name: arrival.name })}
          </label>
          <input
            aria-describedby={problem ? `${field}-problem` : undefined}
            aria-invalid={problem !== null}
            className="vitrine-paste__input"
            id={field}
            maxLength={300}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              // The form around it would be sent.
              if (event.key === 'Enter') {
                event.preventDefault()
                if (text.trim() !== '' && !isSaving) {
                  void save()
                }
              }
            }}
            placeholder={t('paste:describeHint')}
            value={text}
          />
          {problem ? (
            <p className="vitrine-paste__problem" id={`${field}-problem`} role="alert">
              {problem}
            </p>
          ) : null}
        </div>
      ) : (
        <div className="vitrine-paste__main">
          <p className="vitrine-paste__name">{arrival.name}</p>
          <p className="vitrine-paste__text">{t('paste:described', { alt })}</p>
        </div>
      )}
      <div className="vitrine-paste__actions">
        {alt === '' ? (
          <>
            <Button
              buttonStyle="secondary"
              disabled={text.trim() === '' || isSaving}
              margin={false}
              onClick={() => void save()}
              size="small"
            >
              {t('paste:save')}
            </Button>
            <Button buttonStyle="subtle" margin={false} onClick={onClose} size="small">
              {t('paste:later')}
            </Button>
          </>
        ) : (
          <Button buttonStyle="subtle" margin={false} onClick={onClose} size="small">
            {t('paste:close')}
          </Button>
        )}
      </div>
    </li>
  )
}

const Thumbnail = ({ file }: { file: File | null }) => {
  const image = useRef<HTMLImageElement>(null)
  const isImage = file?.type.startsWith('image/') ?? false
  useEffect(() => {
    if (!file || !isImage || !image.current) {
      return
    }
    const url = URL.createObjectURL(file)
    image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [file, isImage])
  return isImage ? (
    <img alt="" className="vitrine-paste__picture" ref={image} />
  ) : (
    <span aria-hidden className="vitrine-paste__picture" />
  )
}
