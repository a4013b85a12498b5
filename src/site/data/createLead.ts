/** Stores a message from the contact form. Our own code writes it: no role may create leads. */
import { withCapability } from '../../../access/claims.ts'
import type { Site } from './site.ts'
import { payloadOf } from './payload.ts'
import { visibleStudies } from './visible.ts'

export type LeadInput = {
  name: string
  email: string
  company: string
  message: string
  study: string
  page: string
}

export const createLead = async ({
  site,
  lead,
}: {
  site: Site
  lead: LeadInput
}): Promise<void> => {
  await withCapability('takeLead', site.tenant.id, () => store({ site, lead }))
}

const store = async ({ site, lead }: { site: Site; lead: LeadInput }): Promise<void> => {
  const payload = await payloadOf()
  const { docs } = lead.study
    ? await payload.find({
        collection: 'case-studies',
        where: {
          and: [
            visibleStudies({
              tenantId: site.tenant.id,
              visibility: ['public', 'unlisted', 'password'],
            }),
            { slug: { equals: lead.study } },
          ],
        },
        depth: 0,
        limit: 1,
        pagination: false,
        overrideAccess: true,
        select: { slug: true },
      })
    : { docs: [] }
  await payload.create({
    collection: 'leads',
    data: {
      tenant: site.tenant.id,
      name: lead.name,
      email: lead.email,
      company: lead.company || null,
      message: lead.message,
      page: lead.page || null,
      study: docs[0]?.id ?? null,
      status: 'new',
    },
    overrideAccess: true,
    depth: 0,
  })
}
