/** What the contact form accepts, checked the same way whoever sends it. */
import type { LeadInput } from './data/createLead.ts'

export type ContactProblem = 'name' | 'email' | 'message' | 'long' | 'limited' | 'send'

export const contactProblems: readonly ContactProblem[] = [
  'name',
  'email',
  'message',
  'long',
  'limited',
  'send',
]

export type CheckedContact =
  | { kind: 'lead'; lead: LeadInput }
  | { kind: 'problem'; problem: ContactProblem }
  /** A machine: it is thanked and forgotten. */
  | { kind: 'machine' }

const limits = { name: 200, email: 254, company: 200, message: 5000 }

/** Nobody reads and answers a form this fast, in milliseconds. */
const fastest = 1200

export const checkContact = (form: FormData): CheckedContact => {
  const text = (key: string): string => {
    const value = form.get(key)
    return typeof value === 'string'
      ? value
          .replace(/\r\n/g, '\n')
          .replace(/\u0000/g, '')
          .trim()
      : ''
  }
  const elapsed = text('elapsed')
  if (text('website') !== '' || (elapsed !== '' && Number(elapsed) < fastest)) {
    return { kind: 'machine' }
  }
  const lead = {
    name: text('name').replace(/\s+/g, ' '),
    email: text('email'),
    company: text('company').replace(/\s+/g, ' '),
    message: text('message'),
    study: text('study').slice(0, 200),
    page: '/contact',
  }
  if (
    Object.entries(limits).some(([key, most]) => lead[key as keyof typeof limits].length > most)
  ) {
    return { kind: 'problem', problem: 'long' }
  }
  if (lead.name === '') {
    return { kind: 'problem', problem: 'name' }
  }
  if (!/^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\]{2,}$/.test(lead.email)) {
    return { kind: 'problem', problem: 'email' }
  }
  return lead.message.length < 10 ? { kind: 'problem', problem: 'message' } : { kind: 'lead', lead }
}
