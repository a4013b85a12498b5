// Every file whose id begins with a prefix.
import type { DeliveryType, ResourceType } from '../../media/grammar/index.ts'
import { cloudAsset, record, text, type CloudAsset } from './asset.ts'
import { callAdmin, type Client } from './call.ts'

/** As many as Cloudinary gives at once: each page costs one of the calls allowed per hour. */
const PAGE = '500'

export async function* listAssets({
  client,
  deliveryType,
  prefix,
  resourceType,
}: {
  client: Client
  resourceType: ResourceType
  deliveryType: DeliveryType
  prefix: string
}): AsyncGenerator<CloudAsset> {
  let cursor: string | null = null
  do {
    const answer: Record<string, unknown> = await callAdmin({
      client,
      path: `resources/${resourceType}/${deliveryType}`,
      query: { prefix, max_results: PAGE, ...(cursor ? { next_cursor: cursor } : {}) },
    })
    const resources = Array.isArray(answer.resources) ? (answer.resources as unknown[]) : []
    for (const resource of resources) {
      const asset = cloudAsset(record(resource))
      // Whatever the store thinks a prefix is, nothing else gets into a sweep.
      if (asset.publicId.startsWith(prefix)) {
        yield asset
      }
    }
    cursor = text(answer.next_cursor)
  } while (cursor)
}
