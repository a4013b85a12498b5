// Moves a file between the delivery types; its id stays.
import { isDriverProblem } from '../../media/driverProblem.ts'
import type { DeliveryType, ResourceType } from '../../media/grammar/index.ts'
import { cloudAsset, type CloudAsset } from './asset.ts'
import { callUpload, type Client } from './call.ts'

/** @returns `null` when there is no such file under `from`. */
export const changeType = async ({
  client,
  from,
  publicId,
  resourceType,
  signal,
  to,
}: {
  client: Client
  publicId: string
  resourceType: ResourceType
  from: DeliveryType
  to: DeliveryType
  signal?: AbortSignal
}): Promise<CloudAsset | null> => {
  try {
    const answer = await callUpload({
      client,
      path: `${resourceType}/rename`,
      params: {
        from_public_id: publicId,
        to_public_id: publicId,
        type: from,
        to_type: to,
        overwrite: false,
        invalidate: true,
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
