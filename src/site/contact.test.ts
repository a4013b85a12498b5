/** What becomes a lead, and what does not. */
import { describe, expect, it } from '@jest/globals'
import { checkContact } from './contact.ts'

const form = (fields: Record<string, string>) =>
  new Map(
    Object.entries({
      name: 'Ada',
      email: 'ada@example.com',
      message: 'We have an idea.',
      ...fields,
    }),
  )

describe('checkContact', () => {
  it('accepts a message with or without JavaScript', () => {
    expect(checkContact(form({})).kind).toBe('lead')
    expect(checkContact(form({ elapsed: '9000', study: 'fog' }))).toMatchObject({
      kind: 'lead',
      lead: { study: 'fog' },
    })
  })

  it.each([
    'お見積もりをお願い',
    'お願いします',
    'お願い',
    '見積',
    'ご連絡ください',
    '请联系我',
    '請報價',
    '연락주세요',
    'ሰላም ደውሉልኝ',
    'Angebot bitte',
    'اتصل بي رجاء',
    'Call me 👋 please',
  ])('takes what says something: %s', (message) => {
    expect(checkContact(form({ message })).kind).toBe('lead')
  })

  it.each(['Hi', '好', 'あ', '…', '          ', '\u200b'.repeat(20)])(
    'does not take what says nothing: %j',
    (message) => {
      expect(checkContact(form({ message }))).toEqual({
        kind: 'refused',
        problems: { message: 'message' },
      })
    },
  )

  it.each([
    ['jörg@müller.de'],
    ['пример@пример.рф'],
    ['"jörg müller"@example.com'],
    ['用户@例子.公司'],
  ])('takes the email %s as it is written', (email) => {
    expect(checkContact(form({ email: ` ${email} ` }))).toMatchObject({
      kind: 'lead',
      lead: { email },
    })
  })

  it.each([
    [{ name: 'name' }, { name: ' ' }],
    [{ email: 'email' }, { email: 'ada@example' }],
    [{ email: 'email' }, { email: 'ada@exa mple.com' }],
    [{ message: 'message' }, { message: 'Hi' }],
    [{ message: 'long' }, { message: 'x'.repeat(5001) }],
    [{ name: 'long' }, { name: 'x'.repeat(201) }],
    [{ company: 'long' }, { company: 'x'.repeat(201) }],
    [{ name: 'characters' }, { name: 'A\u0000da' }],
    [{ company: 'characters' }, { company: 'Half a 😀: \ud83d' }],
    [{ message: 'characters' }, { message: 'A question about\u0000 your work' }],
    [
      { name: 'name', email: 'email', message: 'message' },
      { name: '', email: '', message: '' },
    ],
  ])('says what is wrong, and where: %j', (problems, fields) => {
    expect(checkContact(form(fields))).toEqual({ kind: 'refused', problems })
  })

  it('tells whoever looks like a program, instead of thanking and forgetting', () => {
    for (const [field, value] of [
      ['website', 'https://spam.example'],
      ['elapsed', '300'],
    ] as const) {
      expect(checkContact(form({ [field]: value }))).toEqual({
        kind: 'refused',
        problems: { form: 'automated' },
      })
    }
  })

  it('looks for no study under a name that no database takes', () => {
    expect(checkContact(form({ study: 'a\u0000b' }))).toMatchObject({ lead: { study: '' } })
  })
})
