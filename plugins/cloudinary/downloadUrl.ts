// An address of an original that ends by itself; works in every plan, not cached by the CDN.
// https://cloudinary.com/documentation/control_access_to_media#providing_time_limited_access_to_private_media_assets
import type { DeliveryType, ResourceType } from '../media/grammar/index.ts'
import type { CloudinaryAccount } from './account.ts'
import { signedFields } from './requestSignature.ts'

/**
 * @param deliveryType Cloudinary also knows `private`, which Vitrine does not use.
 * @param expiresAt Whoever holds the address may download until then.
 * @param isAttachment Whether browsers save it instead of showing it.
 * @param now Milliseconds.
 */
export const downloadUrl = ({
  account,
  deliveryType,
  expiresAt,
  format,
  isAttachment = false,
  now = Date.now(),
  publicId,
  resourceType,
}: {
  account: CloudinaryAccount
  publicId: string
  resourceType: ResourceType
  deliveryType: DeliveryType | 'private'
  /** `''` for raw files, whose id has it. */
  format: string
  expiresAt: Date
  isAttachment?: boolean
  now?: number
}): string => {
  const { api_key, signature, ...fields } = signedFields({
    account,
    now,
    params: {
      // In the order in which Cloudinary's SDK writes them.
      timestamp: '',
      public_id: publicId,
      format,
      type: deliveryType,
      attachment: isAttachment ? true : null,
      expires_at: Math.floor(expiresAt.getTime() / 1000),
    },
  })
  const query = new URLSearchParams({ ...fields, signature: signature!, api_key: api_key! })
  return `${account.apiBaseUrl}/v1_1/${account.cloudName}/${resourceType}/download?${query.toString()}`
}
