// What is an email, what is none, and that all of the product asks the same validator.
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { EmailField, Field } from 'payload'
import { collections } from '../index.ts'
import { isEmail, mailtoHref, readEmail, validateEmail } from './email.ts'
import { normaliseEmail } from './normaliseEmail.ts'

const EMAILS = [
  'ada@example.com',
  'a.b+c_d-e@sub.example.co.uk',
  "o'brien!#$%&*/=?^`{|}~@example.com",
  'jörg@müller.de',
  'info@müller.de',
  'info@xn--mller-kva.de',
  'пример@пример.рф',
  'user@xn--e1afmkfd.xn--p1ai',
  '用户@例子.公司',
  'たろう@例え.テスト',
  'ทดสอบ@ตัวอย่าง.ไทย',
  'مثال@مثال.إختبار',
  'δοκιμή@παράδειγμα.gr',
  'kontakt@straße.de',
  'josé@example.com',
  'jose\u0301@example.com',
  '"john doe"@example.com',
  '"a@b"@example.com',
  '"say \\"hi\\""@example.com',
  '"jörg müller"@müller.de',
  `${'a'.repeat(64)}@example.com`,
  '1@2.example',
]

const NONE = [
  '',
  '@',
  'ada',
  'ada@',
  '@example.com',
  'ada@example',
  'ada@localhost',
  'ada@exa mple.com',
  'a da@example.com',
  'Ada <ada@example.com>',
  'ada@example.com, eve@example.com',
  'ada@example.com;eve@example.com',
  '.ada@example.com',
  'ada.@example.com',
  'a..b@example.com',
  'ada@.example.com',
  'ada@example..com',
  'ada@example.com.',
  'ada@-example.com',
  'ada@example-.com',
  'ada@exa_mple.com',
  'ada@example.123',
  'ada@127.0.0.1',
  'ada@[127.0.0.1]',
  'ada@example.com/path',
  'ada@example.com:25',
  'ada@example.com?x',
  'ada@exam%70le.com',
  'ada@@example.com',
  'a(b)@example.com',
  '"open@example.com',
  '"<eve@evil.test>"@example.com',
  '"a\\<b"@example.com',
  '""@example.com',
  'a"b"c@example.com',
  'ada@xn--a.com',
  `ada@${'a'.repeat(64)}.com`,
  `${'a'.repeat(65)}@example.com`,
  `${'ö'.repeat(33)}@example.com`,
  `a@${'a.'.repeat(130)}com`,
  'ada\u0000@example.com',
  'ada@example.com\r\nBcc: eve@example.com',
  '"a\r\nb"@example.com',
  'ada\u202e@example.com',
  'ada\u200b@example.com',
  'ada\ud800@example.com',
  'ada\ufeff@example.com',
]

describe('readEmail', () => {
  it.each(EMAILS.map((email) => [email]))('takes %s', (email) => {
    expect({ email, isEmail: isEmail(email), problem: validateEmail(email) }).toEqual({
      email,
      isEmail: true,
      problem: true,
    })
  })

  it.each(NONE.map((email) => [JSON.stringify(email), email]))('refuses %s', (_, email) => {
    expect(isEmail(email)).toBe(false)
    expect(validateEmail(email, { required: true })).toMatch(/^[A-Z“].*\.$/s)
  })

  it('asks for one only where one is required', () => {
    for (const value of [undefined, null, '']) {
      expect(validateEmail(value)).toBe(true)
      expect(validateEmail(value, { required: true })).not.toBe(true)
    }
    for (const value of [7, {}, [], true]) {
      expect(validateEmail(value)).not.toBe(true)
    }
  })

  it('knows domains as DNS does', () => {
    expect(readEmail('Jörg@MÜLLER.de')).toEqual({ local: 'Jörg', domain: 'xn--mller-kva.de' })
  })

  it('answers for any text, with an email that stays one', () => {
    const part = fc.constantFrom(
      'a',
      'ö',
      '日',
      '.',
      '@',
      '"',
      '\\',
      ' ',
      '-',
      '\u0000',
      '\ud83d',
      'com',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const read = readEmail(parts.join(''))
        if (typeof read !== 'string') {
          const again = `${read.local}@${read.domain}`
          expect(readEmail(again)).toEqual(read)
        }
      }),
      { numRuns: 3000 },
    )
  })
})

describe('normaliseEmail', () => {
  it('gives the spellings of one mailbox one form', () => {
    const of = (...spellings: string[]) => [...new Set(spellings.map(normaliseEmail))]
    expect(of('Info@MÜLLER.de', ' info@müller.de ', 'info@xn--mller-kva.de')).toEqual([
      'info@xn--mller-kva.de',
    ])
    expect(of('josé@example.com', 'jose\u0301@example.com')).toEqual(['josé@example.com'])
    expect(of('"ada"@example.com', 'ada@example.com')).toEqual(['ada@example.com'])
    expect(of('"a\\ b"@example.com', '"a b"@example.com')).toEqual(['"a b"@example.com'])
  })

  it('leaves what Payload stored before as it is', () => {
    for (const email of ['ada@example.com', 'o.b+c@xn--mller-kva.de', "o'b@a-b.example"]) {
      expect(normaliseEmail(email)).toBe(email)
    }
    expect(normaliseEmail(7)).toBe(7)
  })
})

describe('mailtoHref', () => {
  it('is a URL that leads to that one mailbox', () => {
    expect(mailtoHref('ada+x@example.com')).toBe('mailto:ada+x@example.com')
    expect(mailtoHref('jörg@müller.de')).toBe('mailto:j%C3%B6rg@m%C3%BCller.de')
    expect(mailtoHref('"a?cc=b@c"@d.example')).toBe('mailto:%22a%3Fcc%3Db%40c%22@d.example')
  })
})

describe('every email of the product', () => {
  const emailsIn = (fields: Field[], at: string): (EmailField & { at: string })[] =>
    fields.flatMap((field) => [
      ...(field.type === 'email' ? [{ ...field, at: `${at}.${field.name}` }] : []),
      ...('fields' in field ? emailsIn(field.fields, at) : []),
      ...('tabs' in field ? field.tabs.flatMap((tab) => emailsIn(tab.fields, at)) : []),
      ...('blocks' in field
        ? field.blocks.flatMap((block) =>
            typeof block === 'string' ? [] : emailsIn(block.fields, at),
          )
        : []),
    ])

  it('is checked by this validator', () => {
    const found = collections.flatMap(({ fields, slug }) => emailsIn(fields, slug))
    expect(found.map(({ at }) => at).sort()).toEqual([
      'email-changes.email',
      'invitations.email',
      'leads.email',
      'site-settings.email',
      'users.email',
    ])
    for (const field of found) {
      expect({ at: field.at, isOurs: field.validate === validateEmail }).toEqual({
        at: field.at,
        isOurs: true,
      })
    }
  })
})
