/** Ledger: Swiss and factual. */
import type { Theme } from '../types.ts'
import { Home } from './Home.tsx'
import { Contact, NotFound, Page, Password, People, Person } from './pages.tsx'
import { Study } from './Study.tsx'
import { WorkIndex } from './WorkIndex.tsx'

export const ledger: Theme = {
  Home,
  WorkIndex,
  Study,
  People,
  Person,
  Page,
  Contact,
  NotFound,
  Password,
}
