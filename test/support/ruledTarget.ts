// A running API with a value to look for in every field that has a read rule of its own, and the
// people who ask for it.
import type { CollectionSlug } from 'payload'
import { hasPermission, isPermission, permissionsOfRole } from '../../access/permissions.ts'
import type { RuledCollection } from '../../access/rules.ts'
import { startTarget, tokenFor, type Answer, type Target } from './attacks.ts'
import { forNobody } from './forNobody.ts'
import { plantCanaries, type Canaries } from './canaries.ts'
import { RULED_FIELDS, type RuledField } from './canaryValues.ts'
import type { Question } from './fieldQuestions.ts'
import type { Way } from './fieldWays.ts'

/** May read whatever a person may. */
export const MEMBER = 'owner@client.test'

const STRANGER = 'owner@stranger.test'

/** Every member holds what a viewer does, custom roles included, so a viewer lacks most. */
const VIEWER = 'viewer@client.test'

/** Nobody, a member of another tenant, and a member of the same one where the rule asks for more. */
export const callersWithout = ({ rule }: RuledField): (string | undefined)[] => [
  undefined,
  STRANGER,
  ...(isPermission(rule.read) && hasPermission(permissionsOfRole('viewer'), rule.read)
    ? []
    : [VIEWER]),
]

export const RULED_COLLECTIONS = [...new Set(RULED_FIELDS.map(({ collection }) => collection))]

/** Whether some people may read it; nobody reads the others. */
export const isByPermission = ({ rule }: RuledField): boolean => rule.read.includes('.')

export type RuledTarget = Target & {
  canaries: Canaries
  /** @throws When the server broke over it. */
  ask: (as: string | undefined, way: Question | Way) => Promise<Answer>
  /** What the ways to a document of the collection are made from. */
  argsOf: (collection: RuledCollection) => {
    collection: RuledCollection
    id: string
    payload: Target['payload']
    referrers: Canaries['referrers']
    versionId: string | undefined
  }
}

export const startRuledTarget = async (): Promise<RuledTarget> => {
  const target = await startTarget()
  const canaries = await plantCanaries(target)
  const versionIds = await newestVersions({ canaries, target })
  const send = senderFor(target)
  // One after the other: of sessions that begin at once, some would be lost.
  for (const as of [MEMBER, STRANGER, VIEWER]) {
    await target.api.call({ as, path: '/api/users/me' })
  }
  return {
    ...target,
    canaries,
    ask: async (as, way) => {
      const isLess = as === undefined && 'path' in way
      const answer = await send(as, isLess ? { ...way, path: forNobody(way.path) } : way)
      if (answer.status >= 500) {
        throw new Error(`${JSON.stringify(way)} ended in ${answer.status}.`)
      }
      return answer
    },
    argsOf: (collection) => ({
      collection,
      id: canaries.ids.get(collection)!,
      payload: target.payload,
      referrers: canaries.referrers.filter(({ to }) => to === collection),
      versionId: versionIds.get(collection),
    }),
  }
}

const newestVersions = async ({
  canaries,
  target: { payload },
}: {
  canaries: Canaries
  target: Target
}): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  for (const [collection, id] of canaries.ids) {
    if (payload.collections[collection as CollectionSlug].config.versions) {
      const { docs } = await payload.findVersions({
        collection: collection as 'pages',
        where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
        limit: 1,
      })
      found.set(collection, String(docs[0]!.id))
    }
  }
  return found
}

const senderFor = (target: Target) => {
  const tokenOf = tokenFor({ payload: target.payload })
  return async (as: string | undefined, way: Question | Way): Promise<Answer> => {
    if ('graphql' in way) {
      return target.graphql({ as, query: way.graphql })
    }
    if (!('form' in way)) {
      return target.api.call({ as, path: way.path })
    }
    // A read sent by POST, as the live preview sends it.
    return target.send(way.path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-payload-http-method-override': 'GET',
        ...(as === undefined ? {} : { authorization: `JWT ${await tokenOf(as)}` }),
      },
      body: way.form,
    })
  }
}
