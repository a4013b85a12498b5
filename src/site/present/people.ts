/** People, and the work that they are credited in. */
import { populated, type PersonDoc, type StudyDoc } from '../documents.ts'
import type { PersonCardView, PersonView } from '../model.ts'
import { personHref, safeHref, type PresentContext } from './context.ts'
import { forLists, paletteFor, presentImage } from './media.ts'
import { presentCard } from './study.ts'
import type { Written } from './written.ts'

export const presentPersonCard = ({
  person,
  studyCount,
  context,
}: {
  person: PersonDoc
  studyCount: number
  context: PresentContext
}): PersonCardView => {
  const slug = person.slug ?? person.id
  const portrait = presentImage(person.portrait, context)
  return {
    id: person.id,
    slug,
    href: personHref(context, slug),
    name: person.name?.trim() || '—',
    role: person.role?.trim() || null,
    portrait,
    palette: paletteFor({ image: portrait, seed: slug, context }),
    studyCount,
  }
}

export const presentPerson = ({
  person,
  studies,
  writtenIn,
  context,
}: {
  person: PersonDoc
  /** Studies that readers may see, with their credits. */
  studies: StudyDoc[]
  /** By the study's id. */
  writtenIn: ReadonlyMap<string, Written>
  context: PresentContext
}): PersonView => ({
  ...presentPersonCard({ person, studyCount: studies.length, context }),
  path: `/people/${encodeURIComponent(person.slug ?? person.id)}`,
  bio: (person.bio ?? '')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean),
  links: (person.links ?? []).flatMap((link) => {
    const href = safeHref(link.url)
    return href && link.label ? [{ label: link.label, href }] : []
  }),
  work: studies.map((study) => {
    const card = presentCard(study, context, writtenIn.get(study.id))
    return {
      card: { ...card, cover: forLists(card.cover) },
      role: roleIn({ study, person }),
    }
  }),
})

/** Somebody credited twice is named with both roles. */
const roleIn = ({ study, person }: { study: StudyDoc; person: PersonDoc }): string | null =>
  (study.credits ?? [])
    .filter((credit) => (populated(credit.person)?.id ?? credit.person) === person.id)
    .flatMap((credit) => credit.role?.trim() || [])
    .join(', ') || null
