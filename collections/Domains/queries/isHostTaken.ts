// Whether a host serves a site already, whosever that is.
import type { Payload } from 'payload'
import { withCapability } from '../../../access/claims.ts'

export const isHostTaken = async ({
  host,
  payload,
}: {
  host: string
  payload: Payload
}): Promise<boolean> => {
  const taken = await withCapability('routeHosts', '*', () =>
    payload.db.findOne({
      collection: 'domains',
      where: { and: [{ host: { equals: host } }, { status: { equals: 'verified' } }] },
    }),
  )
  return taken !== null
}
