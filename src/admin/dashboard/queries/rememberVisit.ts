// Keeps when the user looked at the dashboard, among his own preferences.
import { upsertPreferences } from '@payloadcms/ui/utilities/upsertPreferences'
import type { PayloadRequest } from 'payload'
import { advanceVisit, type Visits } from '../visits.ts'

const KEY = 'vitrine-dashboard'

export const rememberVisit = async ({
  now,
  req,
}: {
  now: Date
  req: PayloadRequest
}): Promise<Visits> => {
  const { docs } = await req.payload.find({
    collection: 'payload-preferences',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    user: req.user,
    where: { and: [{ key: { equals: KEY } }, { 'user.value': { equals: req.user?.id } }] },
  })
  const visits = advanceVisit({ stored: docs[0]?.value, now })
  await upsertPreferences({ key: KEY, req, value: visits })
  return visits
}
