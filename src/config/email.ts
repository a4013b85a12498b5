// Mail goes into files until there is a server to send it: DATA_DIR/mail, one .eml each.
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { EmailAdapter, SendEmailOptions } from 'payload'

const FROM = { address: 'vitrine@localhost', name: 'Vitrine' }

export const mailToFiles: EmailAdapter = ({ payload }) => ({
  name: 'files',
  defaultFromAddress: FROM.address,
  defaultFromName: FROM.name,
  sendEmail: async (message) => {
    const folder = path.resolve(process.env.DATA_DIR || '.data', 'mail')
    const file = path.join(
      folder,
      `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID()}.eml`,
    )
    await mkdir(folder, { recursive: true })
    await writeFile(file, emlOf(message))
    payload.logger.warn({ msg: `A mail was written to ${file}. Nothing was sent.` })
  },
})

/** RFC 5322, enough of it for a mail program to open. */
const emlOf = ({ from, html, subject, text, to }: SendEmailOptions): string => {
  const oneLine = (value: unknown) =>
    (typeof value === 'string' ? value : JSON.stringify(value ?? '')).replace(/[\r\n]+/g, ' ')
  return [
    `From: ${oneLine(from ?? `${FROM.name} <${FROM.address}>`)}`,
    `To: ${oneLine(to)}`,
    `Subject: ${oneLine(subject)}`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    `Content-Type: ${html ? 'text/html' : 'text/plain'}; charset=utf-8`,
    '',
    oneOf(html, text),
    '',
  ].join('\r\n')
}

const oneOf = (...bodies: unknown[]): string =>
  bodies.find((body): body is string => typeof body === 'string') ?? ''
