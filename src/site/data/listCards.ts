/** Every public study of a tenant as a card, the newest first. */
import { noteEmbargoEnd } from '../../../collections/CaseStudies/queries/noteEmbargoEnd.ts'
import type { CardView } from '../model.ts'
import { forLists } from '../present/media.ts'
import { presentCard } from '../present/study.ts'
import { tenantTag } from '../../../collections/shared/invalidation.ts'
import { shared } from '../publication.ts'
import { listWritten } from './listWritten.ts'
import { payloadOf } from './payload.ts'
import type { Site } from './site.ts'
import { withoutHiddenClients } from './withoutHiddenClients.ts'

const most = 600

export const listCards = ({ site }: { site: Site }): Promise<CardView[]> =>
  shared({
    key: ['cards', site.tenant.id, site.mode, site.view.locale],
    tags: [tenantTag(site.tenant.id)],
    read: async () => {
      const payload = await payloadOf()
      await noteEmbargoEnd({ payload, tenant: site.tenant.id })
      const { docs } = await payload.find({
        collection: 'case-studies',
        where: { tenant: { equals: site.tenant.id } },
        overrideAccess: false,
        locale: site.view.locale as 'en',
        depth: 1,
        limit: most,
        pagination: false,
        sort: ['-year', '-publishedAt'],
        select: {
          title: true,
          slug: true,
          client: true,
          anonymous: true,
          anonymousLabel: true,
          headline: true,
          summary: true,
          cover: true,
          outcomes: true,
          services: true,
          industries: true,
          technologies: true,
          year: true,
          featured: true,
          visibility: true,
          publishedAt: true,
        },
      })
      const [studies, writtenIn] = await Promise.all([
        withoutHiddenClients({ site, studies: docs }),
        listWritten({ collection: 'case-studies', site }),
      ])
      // The one that a home page shows large.
      const lead = studies.find(({ featured }) => featured) ?? studies[0]
      return studies.map((study) => {
        const card = presentCard(study, site.context, writtenIn.get(study.id))
        return study === lead ? card : { ...card, cover: forLists(card.cover) }
      })
    },
  })
