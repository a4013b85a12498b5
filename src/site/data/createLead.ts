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
  const study = await findStudy({ site, slug: lead.study }).catch(() => null)
  try {
    await write({ site, lead, study })
  } catch (err) {
    if (study === null) {
      throw err
    }
    // The study may have been deleted in between; the message does not depend on it.
    await write({ site, lead, study: null })
  }
}

const findStudy = async ({ site, slug }: { site: Site; slug: string }): Promise<string | null> => {
  const payload = await payloadOf()
  const { docs } = slug
    ? await payload.find({
        collection: 'case-studies',
        where: {
          and: [
            visibleStudies({
              tenantId: site.tenant.id,
              visibility: ['public', 'unlisted', 'password'],
            }),
            { slug: { equals: slug } },
          ],
        },
        depth: 0,
        limit: 1,
        pagination: false,
        overrideAccess: true,
        select: { slug: true },
      })
    : { docs: [] }
  return docs[0]?.id ?? null
}

const write = async ({
  site,
  lead,
  study,
}: {
  site: Site
  lead: LeadInput
  study: string | null
}): Promise<void> => {
  const payload = await payloadOf()
  await payload.create({
    collection: 'leads',
    data: {
      tenant: site.tenant.id,
      name: lead.name,
      email: lead.email,
      company: lead.company || null,
      message: lead.message,
      page: lead.page || null,
      study,
      status: 'new',
    },
    overrideAccess: true,
    depth: 0,
  })
}
