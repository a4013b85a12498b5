'use client'
// What points at something that is about to be deleted, and what shall become of that.
import { useId, type ReactNode } from 'react'
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
      <Referrers {...question} />
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

export const Referrers = ({ hidden, referrers }: Pick<Question, 'hidden' | 'referrers'>) => {
  const { t } = useVitrine()
  const named = referrers.slice(0, MOST_NAMED)
  const more = referrers.length - named.length + hidden
  return (
    <ul className="vitrine-dialog__list">
      {named.map((one) => (
        <Referrer key={`${one.collection}:${one.id}`} {...one}>
          {t(one.isOnline ? 'lists:live' : 'lists:draft')}
        </Referrer>
      ))}
      {more > 0 ? <li>{t('stillReferenced:more', { count: more })}</li> : null}
    </ul>
  )
}

export const Referrer = ({
  children,
  title,
  url,
}: Pick<Pointing, 'title' | 'url'> & { children: ReactNode }) => {
  const { t } = useVitrine()
  return (
    <li>
      <a href={url} rel="noreferrer" target="_blank">
        {title || t('common:untitled')}
        <span className="sr-only"> ({t('dashboard:opensNewTab')})</span>
      </a>{' '}
      <span className="vitrine-pill">{children}</span>
    </li>
  )
}
