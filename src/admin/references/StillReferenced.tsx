'use client'
// What points at something that is about to be deleted, and what shall become of that. Wherever in the admin it is
// deleted: the answer of the server is held until somebody has decided.
import { Button } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import {
  askBeforeBreaking,
  type Choice,
  type Pointing,
  type Question,
} from './askBeforeBreaking.ts'
import { Replacement } from './Replacement.tsx'

const WAYS = ['remove', 'replace', 'keep'] as const

/** Named one by one; beyond, as a number. */
const MOST_NAMED = 8

export const StillReferenced = ({ children }: { children: ReactNode }) => {
  const [question, setQuestion] = useState<Question | null>(null)
  const answer = useRef<((choice: Choice) => void) | null>(null)

  const decide = useEffectEvent((asked: Question): Promise<Choice> => {
    // One at a time: what was asked before is let be.
    answer.current?.(null)
    setQuestion(asked)
    return new Promise((resolve) => {
      answer.current = resolve
    })
  })
  useEffect(() => {
    const ask = window.fetch.bind(window)
    window.fetch = askBeforeBreaking({ ask, decide: (asked) => decide(asked) })
    return () => {
      window.fetch = ask
    }
  }, [])

  const end = (choice: Choice): void => {
    answer.current?.(choice)
    answer.current = null
    setQuestion(null)
  }
  return (
    <>
      {children}
      {question ? <Dialog onEnd={end} question={question} /> : null}
    </>
  )
}

const Dialog = ({ onEnd, question }: { onEnd: (choice: Choice) => void; question: Question }) => {
  const { t } = useVitrine()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const mayChange = question.hidden === 0 && question.referrers.every((one) => one.isChangeable)
  const [way, setWay] = useState<(typeof WAYS)[number]>(mayChange ? 'remove' : 'keep')
  const [replacement, setReplacement] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      aria-labelledby={title}
      className="vitrine-dialog"
      onCancel={() => onEnd(null)}
      onKeyDown={({ key }) => {
        // Payload's own dialogs keep the browser from hearing of it.
        if (key === 'Escape') {
          onEnd(null)
        }
      }}
      ref={dialog}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault()
          onEnd(way === 'replace' ? replacement : way)
        }}
      >
        <h1 id={title}>{t('stillReferenced:title')}</h1>
        <p>{t('stillReferenced:text', { count: question.count })}</p>
        <Referrers {...question} />
        <fieldset>
          <legend>{t('stillReferenced:question')}</legend>
          {WAYS.map((one) => (
            <label key={one}>
              <input
                checked={way === one}
                disabled={one !== 'keep' && !mayChange}
                name="way"
                onChange={() => setWay(one)}
                type="radio"
                value={one}
              />
              <span>
                {t(`stillReferenced:${one}`)}
                <small>
                  {one === 'keep' || mayChange
                    ? t(`stillReferenced:${one}Text`)
                    : t('stillReferenced:mayNot')}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        {way === 'replace' ? (
          <Replacement
            collection={question.collection}
            onChoose={setReplacement}
            without={question.ids}
          />
        ) : null}
        <div className="vitrine-dialog__actions">
          <Button buttonStyle="secondary" margin={false} onClick={() => onEnd(null)} type="button">
            {t('stillReferenced:cancel')}
          </Button>
          <Button margin={false} type="submit">
            {t('stillReferenced:confirm')}
          </Button>
        </div>
      </form>
    </dialog>
  )
}

const Referrers = ({ hidden, referrers }: Question) => {
  const { t } = useVitrine()
  const named = referrers.slice(0, MOST_NAMED)
  const more = referrers.length - named.length + hidden
  return (
    <ul className="vitrine-dialog__list">
      {named.map((one) => (
        <Referrer key={`${one.collection}:${one.id}`} {...one} />
      ))}
      {more > 0 ? <li>{t('stillReferenced:more', { count: more })}</li> : null}
    </ul>
  )
}

const Referrer = ({ isOnline, title, url }: Pointing) => {
  const { t } = useVitrine()
  return (
    <li>
      <a href={url} rel="noreferrer" target="_blank">
        {title || t('common:untitled')}
        <span className="sr-only"> ({t('dashboard:opensNewTab')})</span>
      </a>{' '}
      <span className="vitrine-pill">{t(isOnline ? 'lists:live' : 'lists:draft')}</span>
    </li>
  )
}
