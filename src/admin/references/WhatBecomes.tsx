'use client'
// What points at something that is about to be deleted, and what shall become of that.
import { useId } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import type { Choice, Pointing, Question } from './askBeforeBreaking.ts'
import { Replacement } from './Replacement.tsx'

const WAYS = ['remove', 'replace', 'keep'] as const

type Way = (typeof WAYS)[number]

/** What is decided; of a replacement, which one: '' until one is chosen. */
export type Decision = { replacement: string; way: Way }

/** Named one by one; beyond, as a number. */
const MOST_NAMED = 8

const mayChange = ({ hidden, referrers }: Question): boolean =>
  hidden === 0 && referrers.every((one) => one.isChangeable)

export const firstDecision = (question: Question): Decision => ({
  replacement: '',
  way: mayChange(question) ? 'remove' : 'keep',
})

/** `null` while it is not decided. */
export const choiceOf = ({ replacement, way }: Decision): Choice =>
  way === 'replace' ? replacement || null : way

type Props = {
  decision: Decision
  onDecide: (decision: Decision) => void
  question: Question
}

export const WhatBecomes = ({ decision, onDecide, question }: Props) => {
  const { t } = useVitrine()
  const name = useId()
  const isFree = mayChange(question)
  return (
    <>
      <p>{t('stillReferenced:text', { count: question.count })}</p>
      <Places
        hidden={question.hidden}
        places={question.referrers.map((one) => ({
          ...one,
          state: t(one.isOnline ? 'lists:live' : 'lists:draft'),
        }))}
      />
      <fieldset>
        <legend>{t('stillReferenced:question')}</legend>
        {WAYS.map((way) => (
          <label key={way}>
            <input
              checked={decision.way === way}
              disabled={way !== 'keep' && !isFree}
              name={name}
              onChange={() => onDecide({ ...decision, way })}
              type="radio"
              value={way}
            />
            <span>
              {t(`stillReferenced:${way}`)}
              <small>
                {way === 'keep' || isFree
                  ? t(`stillReferenced:${way}Text`)
                  : t('stillReferenced:mayNot')}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      {decision.way === 'replace' ? (
        <Replacement
          collection={question.collection}
          onChoose={(replacement) => onDecide({ ...decision, replacement })}
          without={question.ids}
        />
      ) : null}
    </>
  )
}

export type Place = Pick<Pointing, 'collection' | 'id' | 'title' | 'url'> & {
  /** In words. */
  state: string
}

/** Where something is, each a way to it. */
export const Places = ({ hidden, places }: { hidden: number; places: readonly Place[] }) => {
  const { t } = useVitrine()
  const named = places.slice(0, MOST_NAMED)
  const more = places.length - named.length + hidden
  return (
    <ul className="vitrine-dialog__list">
      {named.map(({ collection, id, state, title, url }) => (
        <li key={`${collection}:${id}`}>
          <a href={url} rel="noreferrer" target="_blank">
            {title || t('common:untitled')}
            <span className="sr-only"> ({t('dashboard:opensNewTab')})</span>
          </a>
          <span className="vitrine-pill">{state}</span>
        </li>
      ))}
      {more > 0 ? <li>{t('stillReferenced:more', { count: more })}</li> : null}
    </ul>
  )
}
