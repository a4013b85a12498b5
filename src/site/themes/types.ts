/** What a theme is: one component per kind of page. All are plain functions of view models, usable anywhere. */
import type { FunctionComponent } from 'react'
import type { PasswordProblem } from '../components/PasswordForm.tsx'
import type { RefusedContact } from '../contact.ts'
import type {
  HomeView,
  PageView,
  PersonCardView,
  PersonView,
  SiteView,
  StudyView,
  WorkIndexView,
} from '../model.ts'

export type ThemeProps = {
  Home: { site: SiteView; home: HomeView }
  WorkIndex: { site: SiteView; index: WorkIndexView }
  Study: { site: SiteView; study: StudyView }
  People: { site: SiteView; people: PersonCardView[] }
  Person: { site: SiteView; person: PersonView }
  Page: { site: SiteView; page: PageView; path?: string }
  Contact: { site: SiteView; refused: RefusedContact | null; isSent: boolean }
  /** Also what cannot be done at an address. */
  NotFound: { site: SiteView; said: { status: number; title: string; text: string | null } }
  Password: {
    site: SiteView
    study: { slug: string; title: string; client: string | null }
    problem: PasswordProblem | null
  }
}

export type Theme = { [Key in keyof ThemeProps]: FunctionComponent<ThemeProps[Key]> }
