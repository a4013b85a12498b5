// The redirect that leads away from one place of a site.
import type { Payload, PayloadRequest } from 'payload'
import type { Redirect } from '../../../payload-types.ts'
import { encodedUrl } from '../encodedUrl.ts'
import { sourcesOf, type Place } from '../languages.ts'

type Found = Pick<Redirect, 'from' | 'id' | 'permanent' | 'to'>

/**
 * Under the capability that asks.
 *
 * @param candidate One that is about to be stored, instead of what is stored under its id.
 */
export const findRedirect = async ({
  candidate,
  payload,
  place,
  req,
  tenant,
}: {
  candidate?: Omit<Found, 'id'> & { id: string | undefined }
  payload: Payload
  place: Place
  req?: PayloadRequest
  tenant: string
}): Promise<Omit<Found, 'id'> | null> => {
  const sources = sourcesOf(place).map(spellings)
  const { docs } = await payload.db.find<Found>({
    collection: 'redirects',
    pagination: false,
    ...(req ? { req } : {}),
    where: { and: [{ tenant: { equals: tenant } }, { from: { in: sources.flat() } }] },
  })
  const all = [...(candidate ? [candidate] : []), ...docs.filter(({ id }) => id !== candidate?.id)]
  for (const source of sources) {
    const found = all.find(({ from }) => source.includes(from))
    if (found) {
      return found
    }
  }
  return null
}

/** Earlier ones were stored as they were typed: with and without a slash at the end, encoded or not. */
const spellings = (path: string): string[] => [
  ...new Set([path, encodedUrl(path)].flatMap((one) => [one, `${one}/`])),
]
