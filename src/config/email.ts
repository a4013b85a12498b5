// Mail: through SMTP_URL, and without one into files in DATA_DIR/mail, which the log names.
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { Config, EmailAdapter } from 'payload'
import { isEmail } from '../../collections/shared/email.ts'
import { emlOf } from './eml.ts'
import { senderOf } from './mailFrom.ts'

const NOBODY = { address: 'vitrine@localhost', name: 'Vitrine' }

/** How this installation sends mail; src/env.ts has checked the two variables. */
export const email = (): Config['email'] => {
  const url = process.env.SMTP_URL
  if (!url) {
    return mailToFiles
  }
  const { address, name } = senderOf(process.env.MAIL_FROM ?? '') ?? NOBODY
  return nodemailerAdapter({
    defaultFromAddress: address,
    defaultFromName: name,
    // The build and the commands load this configuration too, and send nothing.
    skipVerify: true,
    transportOptions: { url, connectionTimeout: 10_000, greetingTimeout: 10_000 },
  }).then(toOneMailbox)
}

/** A text is read as a list of mailboxes with names; what is one email goes to that one and no other. */
const toOneMailbox =
  (adapter: EmailAdapter): EmailAdapter =>
  (args) => {
    const made = adapter(args)
    return {
      ...made,
      sendEmail: ({ to, ...message }) =>
        made.sendEmail({ ...message, to: isEmail(to) ? { address: to, name: '' } : to }),
    }
  }

const mailToFiles: EmailAdapter = ({ payload }) => ({
  name: 'files',
  defaultFromAddress: NOBODY.address,
  defaultFromName: NOBODY.name,
  sendEmail: async (message) => {
    const folder = path.resolve(process.env.DATA_DIR || '.data', 'mail')
    const file = path.join(
      folder,
      `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID()}.eml`,
    )
    await mkdir(folder, { recursive: true })
    // A mail may hold a link that opens an account: for whoever runs this, and nobody else.
    await writeFile(
      file,
      emlOf({
        from: textOf(message.from) ?? `${NOBODY.name} <${NOBODY.address}>`,
        to: textOf(message.to) ?? '',
        subject: textOf(message.subject) ?? '',
        text: textOf(message.text),
        html: textOf(message.html),
      }),
      { mode: 0o600 },
    )
    payload.logger.warn({ msg: `A mail was written to ${file}. Nothing was sent.` })
  },
})

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? undefined
      : JSON.stringify(value)
