// Asks for a file by its id. Through the Upload API, which is not limited per hour as Admin's is.
import { isDriverProblem } from '../../media/driverProblem.ts'
import type { DeliveryType, ResourceType } from '../../media/grammar/index.ts'
import { cloudAsset, type CloudAsset } from './asset.ts'
import { callUpload, type Client } from './call.ts'

/** @returns `null` when there is no such file. */
export const explicit = async ({
  client,
  deliveryType,
  publicId,
  resourceType,
  signal,
  withMetadata = false,
}: {
  client: Client
  publicId: string
  resourceType: ResourceType
  deliveryType: DeliveryType
  withMetadata?: boolean
  signal?: AbortSignal
}): Promise<CloudAsset | null> => {
  try {
    const answer = await callUpload({
      client,
      path: `${resourceType}/explicit`,
      params: {
        public_id: publicId,
        type: deliveryType,
        media_metadata: withMetadata ? 1 : null,
      },
      signal,
    })
    return cloudAsset(answer)
  } catch (err) {
    if (isDriverProblem(err) && err.code === 'asset_missing') {
      return null
    }
    throw err
  }
}
