/**
 * What was typed into a form that was refused, on its way to the page that shows it again. Next renders that page
 * for another request of this process, so it waits here under a ticket that nobody can guess.
 */
import { randomUUID } from 'node:crypto'
import type { ContactEntry, ContactProblems } from './contact.ts'

export type RefusedContact = { entered: ContactEntry; problems: ContactProblems }

const shared = globalThis as { __vitrineRefusedContacts?: Map<string, RefusedContact> }
// On globalThis: Next bundles this module again for each route.
const waiting = (): Map<string, RefusedContact> => (shared.__vitrineRefusedContacts ??= new Map())

/** Keeps it for as long as `show` takes. */
export const withRefusedContact = async <T>(
  refused: RefusedContact,
  show: (ticket: string) => Promise<T>,
): Promise<T> => {
  const ticket = randomUUID()
  waiting().set(ticket, refused)
  try {
    return await show(ticket)
  } finally {
    waiting().delete(ticket)
  }
}

export const findRefusedContact = (ticket: string): RefusedContact | null =>
  waiting().get(ticket) ?? null
