// Records which files all documents use: for a database from before that was kept, or one whose
// rows were changed past the hooks.
import { createLocalReq, type CollectionSlug, type Payload } from 'payload'
import { tenantIdOf } from '../../access/principal.ts'
import { recordUse, type ExposureOf } from './hooks/trackMediaUse.ts'
import { inTransaction } from './inTransaction.ts'

const AT_ONCE = 100

/**
 * Goes through every document whose fields can hold a file, its versions and the trash included,
 * each in a transaction of its own. Run it as the platform; running it again changes nothing.
 *
 * @param tenant An id, to go through one tenant only.
 * @returns how many documents were looked at.
 */
export const recordAllUses = async ({
  payload,
  tenant,
}: {
  payload: Payload
  tenant?: string
}): Promise<{ documents: number }> => {
  let documents = 0
  for (const { exposureOf, slug } of trackedCollections(payload)) {
    for await (const doc of documentsOf({ payload, slug, tenant })) {
      const owner = tenantIdOf(doc.tenant)
      if (owner !== null) {
        await inTransaction(await createLocalReq({}, payload), async (req) => {
          await recordUse({ exposureOf, id: doc.id, lookBack: true, req, slug, tenant: owner })
        })
        documents += 1
      }
    }
  }
  return { documents }
}

/** What `tenantCollection` keeps track of. */
export const trackedCollections = (
  payload: Payload,
): { slug: CollectionSlug; exposureOf: ExposureOf }[] =>
  payload.config.collections.flatMap(({ custom, slug }) =>
    typeof custom?.exposureOf === 'function'
      ? [{ slug: slug, exposureOf: custom.exposureOf as ExposureOf }]
      : [],
  )

type Owned = { id: string; tenant?: unknown }

async function* documentsOf({
  payload,
  slug,
  tenant,
}: {
  payload: Payload
  slug: CollectionSlug
  tenant: string | undefined
}): AsyncGenerator<Owned> {
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await payload.db.find<Owned>({
      collection: slug,
      limit: AT_ONCE,
      page,
      select: { tenant: true },
      // Ids grow with time, so that what is created meanwhile comes last.
      sort: 'id',
      where: tenant === undefined ? {} : { tenant: { equals: tenant } },
    })
    yield* docs
    if (!hasNextPage) {
      return
    }
  }
}
