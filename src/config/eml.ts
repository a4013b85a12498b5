// A mail as a file that every mail program opens and a person can read: RFC 5322 and 2046, enough
// of them for plain text beside HTML.
import { randomUUID } from 'node:crypto'
import { isEmail } from '../../collections/shared/email.ts'

export type Mail = {
  from: string
  to: string
  subject: string
  text?: string
  html?: string
  date?: Date
}

export const emlOf = ({ date = new Date(), from, html, subject, text, to }: Mail): string => {
  const head = [
    `From: ${headerOf(from)}`,
    `To: ${mailboxOf(to)}`,
    `Subject: ${headerOf(subject)}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
  ]
  const parts = [
    ...(text === undefined ? [] : [partOf({ type: 'plain', body: text })]),
    ...(html === undefined ? [] : [partOf({ type: 'html', body: html })]),
  ]
  if (parts.length < 2) {
    return lines([...head, parts[0] ?? partOf({ type: 'plain', body: '' })])
  }
  const boundary = `vitrine-${randomUUID()}`
  return lines([
    ...head,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, part]),
    `--${boundary}--`,
    '',
  ])
}

/** 8bit, so that a link can be copied out of the file as it stands. */
const partOf = ({ body, type }: { body: string; type: 'plain' | 'html' }): string =>
  lines([
    `Content-Type: text/${type}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
    '',
    body.replace(/\r?\n/g, '\r\n'),
    '',
  ])

const lines = (all: string[]): string => all.join('\r\n')

/** RFC 2047: what is not ASCII becomes encoded words of at most 75 characters. */
const headerOf = (value: string): string => {
  const oneLine = value.replace(/[\r\n]+/g, ' ')
  return /^[\x20-\x7e]*$/.test(oneLine)
    ? oneLine
    : oneLine
        .replace(/[^<>@]*[^\x20-\x7e][^<>@]*/gu, (words) => encodedWords(words.trim()) + ' ')
        .trim()
}

/** RFC 6532: an email is not encoded, whatever its letters. */
const mailboxOf = (value: string): string => (isEmail(value) ? value : headerOf(value))

const encodedWords = (words: string): string => {
  const chunks: string[] = []
  let chunk = ''
  for (const character of words) {
    if (Buffer.byteLength(chunk + character) > 42) {
      chunks.push(chunk)
      chunk = ''
    }
    chunk += character
  }
  return [...chunks, chunk]
    .map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`)
    .join('\r\n ')
}
