// How far a new tenant has come, `null` once it has its first study.
import type { PayloadRequest } from 'payload'

export type FirstSteps = {
  settingsId: string | null
  hasSettings: boolean
  hasPictures: boolean
  hasPeople: boolean
}

export const findFirstSteps = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<FirstSteps | null> => {
  const inTenant = { tenant: { equals: tenant } }
  const common = { overrideAccess: false, req, user: req.user } as const
  const { totalDocs: studies } = await req.payload.count({
    ...common,
    collection: 'case-studies',
    where: inTenant,
  })
  if (studies > 0) {
    return null
  }
  const [settings, pictures, members] = await Promise.all([
    req.payload.find({
      ...common,
      collection: 'site-settings',
      depth: 0,
      draft: true,
      limit: 1,
      pagination: false,
      select: { updatedBy: true },
      where: inTenant,
    }),
    req.payload.count({ ...common, collection: 'media', where: inTenant }),
    req.payload.count({ ...common, collection: 'memberships', where: inTenant }),
  ])
  return {
    settingsId: settings.docs[0]?.id ?? null,
    hasSettings: Boolean(settings.docs[0]?.updatedBy),
    hasPictures: pictures.totalDocs > 0,
    hasPeople: members.totalDocs > 1,
  }
}
