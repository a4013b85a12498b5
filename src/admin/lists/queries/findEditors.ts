// Who is in which document of a collection, by Payload's own locks.
import type { Payload } from 'payload'
import { currentUser } from '../../../../plugins/row-level-security/index.ts'
import type { User } from '../../../../payload-types.ts'

/** Payload renews a lock while its holder types; an older one was left behind. */
const FRESH_MS = 5 * 60 * 1000
const LIMIT = 200

export type Editor = { name: string; userId: string }

export const findEditors = async ({
  collection,
  now,
  payload,
}: {
  collection: string
  now: Date
  payload: Payload
}): Promise<Map<string, Editor>> => {
  try {
    // Cells are not given the request, but its user is known.
    const user = currentUser() as User | null
    const { docs } = user
      ? await payload.find({
          collection: 'payload-locked-documents',
          depth: 1,
          limit: LIMIT,
          overrideAccess: false,
          pagination: false,
          populate: { users: { name: true } },
          sort: '-updatedAt',
          user,
          where: {
            and: [
              { 'document.relationTo': { equals: collection } },
              { updatedAt: { greater_than: new Date(now.getTime() - FRESH_MS).toISOString() } },
            ],
          },
        })
      : { docs: [] }
    return new Map(
      docs.flatMap(({ document, user }): [string, Editor][] => {
        const id = typeof document?.value === 'string' ? document.value : document?.value?.id
        return id && typeof user?.value === 'object'
          ? [[id, { name: user.value.name, userId: user.value.id }]]
          : []
      }),
    )
  } catch (err) {
    // A list without presence is still a list.
    payload.logger.error({ msg: 'It could not be read who is in which document.', err })
    return new Map()
  }
}
