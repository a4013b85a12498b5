'use client'

/**
 * The contact form. A plain POST that answers with a redirect; with JavaScript it is sent in the background, so
 * that what was written stays in place when something is missing.
 */
import { useEffect, useRef, useState } from 'react'
import type { ContactProblem } from '../contact.ts'
import type { Strings } from '../strings/index.ts'

/** Only these words travel to the browser. */
export type ContactStrings = Pick<
  Strings,
  | 'name'
  | 'email'
  | 'company'
  | 'message'
  | 'optional'
  | 'send'
  | 'sending'
  | 'leaveEmpty'
  | 'errorName'
  | 'errorEmail'
  | 'errorMessage'
  | 'errorLong'
  | 'errorLimited'
  | 'errorSend'
>

export const sentenceFor = ({ problem, strings }: { problem: ContactProblem; strings: ContactStrings }): string =>
  ({
    name: strings.errorName,
    email: strings.errorEmail,
    message: strings.errorMessage,
    long: strings.errorLong,
    limited: strings.errorLimited,
    send: strings.errorSend,
  })[problem]

type ContactFormProps = {
  /** Where the form is sent: `{base}/contact/send`. */
  action: string
  sentHref: string
  strings: ContactStrings
  problem?: ContactProblem | null
  study?: { slug: string; title: string } | null
}

export const ContactForm = ({ action, sentHref, strings, problem: initialProblem = null, study = null }: ContactFormProps) => {
  const [problem, setProblem] = useState<ContactProblem | null>(initialProblem)
  const [isSending, setIsSending] = useState(false)
  const [studySlug, setStudySlug] = useState(study?.slug ?? '')
  const started = useRef(0)
  const alert = useRef<HTMLParagraphElement>(null)

  useEffect(() => {
    started.current = Date.now()
    setStudySlug((slug) => slug || (new URLSearchParams(window.location.search).get('study') ?? ''))
  }, [])

  useEffect(() => {
    if (problem) {
      alert.current?.focus()
    }
  }, [problem])

  const send = async (form: HTMLFormElement) => {
    setIsSending(true)
    const data = new FormData(form)
    data.set('elapsed', String(Date.now() - started.current))
    try {
      const response = await fetch(action, { method: 'POST', body: data, headers: { accept: 'application/json' } })
      const result = (await response.json()) as { problem?: ContactProblem }
      if (response.ok) {
        window.location.assign(sentHref)
        return
      }
      setProblem(result.problem ?? 'send')
    } catch {
      setProblem('send')
    }
    setIsSending(false)
  }

  const describe = (field: ContactProblem) =>
    problem === field ? { 'aria-invalid': true as const, 'aria-describedby': 'contact-problem' } : {}

  return (
    <form
      className="contact-form"
      method="post"
      action={action}
      onSubmit={(event) => {
        event.preventDefault()
        void send(event.currentTarget)
      }}
    >
      {problem && (
        <p id="contact-problem" className="problem" role="alert" tabIndex={-1} ref={alert}>
          {sentenceFor({ problem, strings })}
        </p>
      )}
      <div className="field">
        <label htmlFor="contact-name">{strings.name}</label>
        <input id="contact-name" name="name" autoComplete="name" required maxLength={200} {...describe('name')} />
      </div>
      <div className="field">
        <label htmlFor="contact-email">{strings.email}</label>
        <input id="contact-email" name="email" type="email" autoComplete="email" required maxLength={254} {...describe('email')} />
      </div>
      <div className="field">
        <label htmlFor="contact-company">
          {strings.company} <small>({strings.optional})</small>
        </label>
        <input id="contact-company" name="company" autoComplete="organization" maxLength={200} />
      </div>
      <div className="field is-wide">
        <label htmlFor="contact-message">{strings.message}</label>
        <textarea id="contact-message" name="message" rows={5} required minLength={10} maxLength={5000} {...describe('message')} />
      </div>
      <div className="trap" aria-hidden="true">
        <label htmlFor="contact-website">{strings.leaveEmpty}</label>
        <input id="contact-website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <input type="hidden" name="study" value={studySlug} readOnly />
      <button className="button is-primary" type="submit" aria-disabled={isSending}>
        {isSending ? strings.sending : strings.send}
      </button>
    </form>
  )
}
