/** Every public study of a tenant as a card, the newest first. */
import type { CardView } from '../model.ts'
import { forLists } from '../present/media.ts'
import { presentCard } from '../present/study.ts'
import { cachedList, tenantTag } from './cached.ts'
import { payloadOf } from './payload.ts'
import type { Site } from './site.ts'
import { withoutHiddenClients } from './withoutHiddenClients.ts'

const most = 600

export const listCards = ({ site }: { site: Site }): Promise<CardView[]> =>
  cachedList({
    key: ['cards', site.tenant.id, site.mode, site.view.locale],
    tags: [tenantTag(site.tenant.id)],
    read: async () => {
      const payload = await payloadOf()
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
      const studies = await withoutHiddenClients({ site, studies: docs })
      // The one that a home page shows large.
      const lead = studies.find(({ featured }) => featured) ?? studies[0]
      return studies.map((study) => {
        const card = presentCard(study, site.context)
        return study === lead ? card : { ...card, cover: forLists(card.cover) }
      })
    },
  })
