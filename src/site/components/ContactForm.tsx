/**
 * The contact form: a plain POST that answers with a redirect. Where scripts run it is sent in the background, so that
 * what was written stays in place when something is missing.
 */
import { contactProblems, type ContactProblem } from '../contact.ts'
import type { Strings } from '../strings/index.ts'

type ContactFormProps = {
  /** Where the form is sent: `{base}/contact/send`. */
  action: string
  sentHref: string
  strings: Strings
  problem: ContactProblem | null
}

export const ContactForm = ({ action, sentHref, strings, problem }: ContactFormProps) => {
  const describe = (field: ContactProblem) => ({
    'aria-describedby': 'contact-problem',
    ...(problem === field ? { 'aria-invalid': true as const } : {}),
  })
  return (
    <form
      className="contact-form"
      data-island="contact"
      data-sent={sentHref}
      data-sentences={JSON.stringify(
        Object.fromEntries(
          contactProblems.map((key) => [key, sentenceFor({ problem: key, strings })]),
        ),
      )}
      method="post"
      action={action}
    >
      <p
        id="contact-problem"
        className="problem"
        role="alert"
        tabIndex={-1}
        hidden={problem === null}
      >
        {problem && sentenceFor({ problem, strings })}
      </p>
      <div className="field">
        <label htmlFor="contact-name">{strings.name}</label>
        <input
          id="contact-name"
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          {...describe('name')}
        />
      </div>
      <div className="field">
        <label htmlFor="contact-email">{strings.email}</label>
        <input
          id="contact-email"
          name="email"
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          {...describe('email')}
        />
      </div>
      <div className="field">
        <label htmlFor="contact-company">
          {strings.company} <small>({strings.optional})</small>
        </label>
        <input id="contact-company" name="company" autoComplete="organization" maxLength={200} />
      </div>
      <div className="field is-wide">
        <label htmlFor="contact-message">{strings.message}</label>
        <textarea
          id="contact-message"
          name="message"
          rows={5}
          required
          minLength={10}
          maxLength={5000}
          {...describe('message')}
        />
      </div>
      <div className="trap" aria-hidden="true">
        <label htmlFor="contact-website">{strings.leaveEmpty}</label>
        <input id="contact-website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <button className="button is-primary" type="submit">
        {strings.send}
      </button>
    </form>
  )
}

const sentenceFor = ({ problem, strings }: { problem: ContactProblem; strings: Strings }): string =>
  ({
    name: strings.errorName,
    email: strings.errorEmail,
    message: strings.errorMessage,
    long: strings.errorLong,
    limited: strings.errorLimited,
    send: strings.errorSend,
  })[problem]
