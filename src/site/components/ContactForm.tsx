/**
 * The contact form: a plain POST that is answered with a page. Where scripts run it is sent in the background. Either
 * way what was typed stays, and what is wrong stands beside its field.
 */
import { CONTACT_LIMITS, type ContactField } from '../contact.ts'
import { contactSentences } from '../contactSentences.ts'
import type { RefusedContact } from '../contact.ts'
import type { Strings } from '../strings/index.ts'

type ContactFormProps = {
  /** Where the form is sent: `{base}/contact/send`. */
  action: string
  sentHref: string
  strings: Strings
  refused: RefusedContact | null
}

export const ContactForm = ({ action, sentHref, strings, refused }: ContactFormProps) => {
  const sentences = contactSentences(strings)
  const { entered, problems = {} } = refused ?? {}
  const [first] = FIELDS.filter((field) => problems[field])
  const field = (name: ContactField) => ({
    id: `contact-${name}`,
    name,
    maxLength: CONTACT_LIMITS[name],
    defaultValue: entered?.[name],
    'aria-describedby': `contact-${name}-problem`,
    'aria-invalid': problems[name] ? (true as const) : undefined,
    // Where there are no scripts, the page begins at what is to be put right.
    autoFocus: name === first ? true : undefined,
  })
  const problem = (name: ContactField | 'form') => (
    <p
      id={`contact-${name}-problem`}
      className="problem"
      data-problem={name}
      role={name === 'form' ? 'alert' : undefined}
      tabIndex={name === 'form' ? -1 : undefined}
      hidden={!problems[name]}
    >
      {problems[name] && sentences[problems[name]]}
    </p>
  )
  return (
    <form
      className="contact-form"
      data-island="contact"
      data-sent={sentHref}
      data-failed={sentences.send}
      method="post"
      action={action}
    >
      {problem('form')}
      <div className="field">
        <label htmlFor="contact-name">{strings.name}</label>
        <input {...field('name')} autoComplete="name" required />
        {problem('name')}
      </div>
      <div className="field">
        <label htmlFor="contact-email">{strings.email}</label>
        {/* Not of type email: browsers refuse those that are not in ASCII. */}
        <input
          {...field('email')}
          type="text"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        {problem('email')}
      </div>
      <div className="field is-wide">
        <label htmlFor="contact-company">
          {strings.company} <small>({strings.optional})</small>
        </label>
        <input {...field('company')} autoComplete="organization" />
        {problem('company')}
      </div>
      <div className="field is-wide">
        <label htmlFor="contact-message">{strings.message}</label>
        <textarea {...field('message')} rows={5} required />
        {problem('message')}
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

const FIELDS = Object.keys(CONTACT_LIMITS) as ContactField[]
