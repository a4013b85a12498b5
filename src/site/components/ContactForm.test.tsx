/** The contact form says what is wrong beside the field, and keeps what was typed. */
import { describe, expect, it } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import type { RefusedContact } from '../contact.ts'
import { languages } from '../strings/index.ts'
import { ContactForm } from './ContactForm.tsx'

const { strings } = languages.de!

const render = (refused: RefusedContact | null): string =>
  renderToStaticMarkup(
    <ContactForm
      action="/a/contact/send"
      sentHref="/a/contact/sent"
      strings={strings}
      refused={refused}
    />,
  )

const entered = { name: 'A "B" <c>', email: 'jörg@', company: '', message: '</textarea><b>' }

describe('ContactForm', () => {
  it('is empty and says nothing at first', () => {
    const html = render(null)
    expect(html).not.toContain('aria-invalid')
    expect(html).not.toContain('autofocus')
    expect(html.match(/class="problem"[^>]*hidden/g)).toHaveLength(5)
  })

  it('lets through what browsers would take for no email', () => {
    expect(render(null)).not.toContain('type="email"')
    expect(render(null)).not.toContain('minLength')
  })

  it('keeps what was typed, and is never broken by it', () => {
    const html = render({ entered, problems: { email: 'email' } })
    expect(html).toContain('value="A &quot;B&quot; &lt;c&gt;"')
    expect(html).toContain('value="jörg@"')
    expect(html).toContain('&lt;/textarea&gt;&lt;b&gt;</textarea>')
  })

  it('marks each field that is wrong, says why beside it, and begins at the first', () => {
    const html = render({ entered, problems: { email: 'email', message: 'long' } })
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(2)
    expect(html).toMatch(
      new RegExp(`id="contact-email-problem"[^>]*>${strings.errorEmail.replace('.', '\\.')}<`),
    )
    expect(html).toContain(`>${strings.errorLong}<`)
    expect(html.match(/autofocus/gi)).toHaveLength(1)
    expect(html).toMatch(/<input id="contact-email"[^>]*autofocus/i)
  })

  it('says above all fields what concerns none of them', () => {
    const html = render({ entered, problems: { form: 'limited' } })
    expect(html).toMatch(/id="contact-form-problem"[^>]*role="alert"[^>]*>Von hier/)
  })
})
