// Mails as files.
import { describe, expect, it } from '@jest/globals'
import { emlOf } from './eml.ts'

const mail = { from: 'Vitrine <a@b.test>', to: 'c@d.test', subject: 'Hello' }

describe('emlOf', () => {
  it('carries plain text and HTML beside each other', () => {
    const eml = emlOf({ ...mail, text: 'Plain\nwords', html: '<p>Words</p>' })
    const [, boundary = ''] = /boundary="([^"]+)"/.exec(eml) ?? []
    expect(eml.split(`--${boundary}`)).toHaveLength(4)
    expect(eml).toContain('Plain\r\nwords')
    expect(eml).toContain('<p>Words</p>')
  })

  it('carries plain text alone without parts', () => {
    expect(emlOf({ ...mail, text: 'Plain' })).not.toContain('multipart')
  })

  it('encodes what is not ASCII in words of at most 75 characters', () => {
    const subject = 'Åsa lädt Sie ein, bei der Nordlicht Bürgerstiftung für Kultur mitzuarbeiten'
    const eml = emlOf({ ...mail, subject, text: '' })
    const [, header = ''] = /Subject: ([\s\S]*?)\r\nDate:/.exec(eml) ?? []
    const words = header.split('\r\n ')
    expect(words.every((word) => word.length <= 75)).toBe(true)
    const decoded = words.map((word) =>
      Buffer.from(word.slice('=?utf-8?B?'.length, -2), 'base64').toString(),
    )
    expect(decoded.join('')).toBe(subject)
  })

  it('lets no header begin another one', () => {
    const eml = emlOf({ ...mail, subject: 'Hello\r\nBcc: everybody@x.test', text: '' })
    expect(eml).not.toMatch(/^Bcc:/m)
  })
})
