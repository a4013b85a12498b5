/** What the contact form accepts, checked the same way whoever sends it. What passes here is stored. */
import { isEmail } from '../../collections/shared/email.ts'
import type { LeadInput } from './data/createLead.ts'
import type { Fields } from './formOf.ts'

export type ContactField = 'name' | 'email' | 'company' | 'message'

export type ContactProblem =
  'automated' | 'characters' | 'email' | 'limited' | 'long' | 'message' | 'name' | 'send'

/** What is wrong with a field, or with the form as a whole. */
export type ContactProblems = Partial<Record<ContactField | 'form', ContactProblem>>

/** As it was typed, to be shown again. */
export type ContactEntry = Record<ContactField, string>

/** A form that was refused, on its way back to whoever sent it. */
export type RefusedContact = { entered: ContactEntry; problems: ContactProblems }

export type CheckedContact =
  { kind: 'lead'; lead: LeadInput } | { kind: 'refused'; problems: ContactProblems }

/** In UTF-16, as browsers count. */
export const CONTACT_LIMITS = { name: 200, email: 254, company: 200, message: 5000 } as const

const FIELDS = Object.keys(CONTACT_LIMITS) as ContactField[]

/** Nobody reads and answers a form this fast, in milliseconds. */
const FASTEST = 1200

/** Letters of an alphabet, more or less two words. */
const LEAST_SAID = 10

/** What a sign says in letters: one of these stands for a syllable, or for a whole word. */
const SAYS: readonly [signs: RegExp, letters: number][] = [
  [/\p{Script=Han}/u, 5],
  [
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Yi}\p{Script=Ethiopic}\u30fc]/u,
    3,
  ],
]

/** No text can have them: a null, and halves of characters. */
const BROKEN = /[\u0000\p{Cs}]/u

export const enteredIn = (fields: Fields): ContactEntry => ({
  name: fields.get('name') ?? '',
  email: fields.get('email') ?? '',
  company: fields.get('company') ?? '',
  message: fields.get('message') ?? '',
})

export const checkContact = (fields: Fields): CheckedContact => {
  const text = (key: string): string =>
    (fields.get(key) ?? '').replace(/\r\n?/g, '\n').trim().normalize('NFC')
  const elapsed = text('elapsed')
  const lead: LeadInput = {
    name: text('name').replace(/\s+/g, ' '),
    email: text('email'),
    company: text('company').replace(/\s+/g, ' '),
    message: text('message'),
    study: BROKEN.test(text('study')) ? '' : text('study').slice(0, 200),
    page: '/contact',
  }
  const problems: ContactProblems = {}
  for (const field of FIELDS) {
    const problem = problemOf({ field, value: lead[field] })
    if (problem) {
      problems[field] = problem
    }
  }
  if (text('website') !== '' || (elapsed !== '' && Number(elapsed) < FASTEST)) {
    problems.form = 'automated'
  }
  return Object.keys(problems).length > 0 ? { kind: 'refused', problems } : { kind: 'lead', lead }
}

const problemOf = ({
  field,
  value,
}: {
  field: ContactField
  value: string
}): ContactProblem | null => {
  if (BROKEN.test(value)) {
    return 'characters'
  }
  if (value.length > CONTACT_LIMITS[field]) {
    return 'long'
  }
  const isMissing = {
    name: () => !VISIBLE.test(value),
    email: () => !isEmail(value),
    company: () => false,
    message: () => !VISIBLE.test(value) || lettersIn(value) < LEAST_SAID,
  }[field]()
  return isMissing && field !== 'company' ? field : null
}

const VISIBLE = /[\p{L}\p{N}\p{S}\p{P}]/u

/** How much a text says, as letters of an alphabet would. */
const lettersIn = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (SAYS.find(([signs]) => signs.test(sign))?.[1] ?? 1), 0)
