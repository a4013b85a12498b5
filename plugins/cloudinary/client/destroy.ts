// Removes a file, its renditions, and the copies that the CDN keeps of them.
import type { DeliveryType, ResourceType } from '../../media/grammar/index.ts'
import { callUpload, type Client } from './call.ts'

export const destroy = async ({
  client,
  deliveryType,
  publicId,
  resourceType,
  signal,
}: {
  client: Client
  publicId: string
  resourceType: ResourceType
  deliveryType: DeliveryType
  signal?: AbortSignal
}): Promise<'removed' | 'absent'> => {
  const answer = await callUpload({
    client,
    path: `${resourceType}/destroy`,
    params: { public_id: publicId, type: deliveryType, invalidate: true },
    signal,
  })
  return answer.result === 'ok' ? 'removed' : 'absent'
}
