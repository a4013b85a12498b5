/** The people of a tenant and the public studies that credit them. */
import { noteEmbargoEnd } from '../../../collections/CaseStudies/queries/noteEmbargoEnd.ts'
import { unnoted } from '../../../plugins/publication/index.ts'
import type { PersonDoc, StudyDoc } from '../documents.ts'
import { populated } from '../documents.ts'
import type { PersonCardView, PersonView } from '../model.ts'
import { presentPerson, presentPersonCard } from '../present/people.ts'
import { tenantTag } from '../../../collections/shared/invalidation.ts'
import { shared } from '../publication.ts'
import { listWritten } from './listWritten.ts'
import { payloadOf } from './payload.ts'
import type { Site } from './site.ts'
import { withoutHiddenClients } from './withoutHiddenClients.ts'

export const listPeople = ({ site }: { site: Site }): Promise<PersonCardView[]> =>
  shared({
    key: ['people', site.tenant.id, site.mode, site.view.locale],
    tags: [tenantTag(site.tenant.id)],
    read: async () => {
      await noteEmbargoEnd({ payload: await payloadOf(), tenant: site.tenant.id })
      const [people, studies] = await Promise.all([
        readPeople({ site }),
        readCreditedStudies({ site }),
      ])
      return people.map((person) =>
        presentPersonCard({
          person,
          studyCount: studies.filter((study) => isCredited({ study, person })).length,
          context: site.context,
        }),
      )
    },
  })

export const getPerson = ({
  site,
  slug,
}: {
  site: Site
  slug: string
}): Promise<PersonView | null> =>
  shared({
    key: ['person', site.tenant.id, site.mode, site.view.locale, slug],
    tags: [tenantTag(site.tenant.id)],
    read: async () => {
      await noteEmbargoEnd({ payload: await payloadOf(), tenant: site.tenant.id })
      const [people, studies, writtenIn] = await Promise.all([
        readPeople({ site, slug }),
        readCreditedStudies({ site }),
        unnoted(() => listWritten({ collection: 'case-studies', site })),
      ])
      const person = people[0]
      return person
        ? presentPerson({
            person,
            studies: studies.filter((study) => isCredited({ study, person })),
            writtenIn,
            context: site.context,
          })
        : null
    },
  })

const readPeople = async ({ site, slug }: { site: Site; slug?: string }): Promise<PersonDoc[]> => {
  const payload = await payloadOf()
  const { docs } = await payload.find({
    collection: 'people',
    where: {
      and: [{ tenant: { equals: site.tenant.id } }, ...(slug ? [{ slug: { equals: slug } }] : [])],
    },
    locale: site.view.locale as 'en',
    depth: 1,
    limit: 300,
    pagination: false,
    sort: 'name',
    overrideAccess: false,
  })
  return docs
}

const readCreditedStudies = async ({ site }: { site: Site }): Promise<StudyDoc[]> => {
  const payload = await payloadOf()
  const { docs } = await payload.find({
    collection: 'case-studies',
    where: { tenant: { equals: site.tenant.id } },
    locale: site.view.locale as 'en',
    depth: 1,
    limit: 600,
    pagination: false,
    sort: ['-year', '-publishedAt'],
    overrideAccess: false,
    select: {
      title: true,
      slug: true,
      client: true,
      anonymous: true,
      anonymousLabel: true,
      cover: true,
      year: true,
      credits: true,
      visibility: true,
    },
  })
  return withoutHiddenClients({ site, studies: docs })
}

const isCredited = ({ study, person }: { study: StudyDoc; person: PersonDoc }): boolean =>
  (study.credits ?? []).some(
    (credit) => (populated(credit.person)?.id ?? credit.person) === person.id,
  )
