// A file is what its bytes say. What claims to be a picture and is none never reaches the disk.
import sharp from 'sharp'
import { APIError, type CollectionBeforeOperationHook } from 'payload'

const MAX_PIXELS = 120_000_000

export const refuseDisguised: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { file } = req
  const isWrite = operation === 'create' || operation === 'update'
  if (!isWrite || !file?.data?.length || !file.mimetype.startsWith('image/')) {
    return args
  }
  const {
    format,
    height = 0,
    width = 0,
  } = await sharp(file.data, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ format: undefined, height: 0, width: 0 }))
  if (!format || format === 'svg') {
    throw new APIError(
      'This file is not a picture that can be shown. Upload a JPEG, PNG, WebP, AVIF or GIF.',
      400,
      { code: 'not_a_picture' },
      true,
    )
  }
  if (width * height > MAX_PIXELS) {
    throw new APIError(
      `This picture has ${width} × ${height} pixels, more than the 120 million that fit. Make it smaller first.`,
      400,
      { code: 'picture_too_large' },
      true,
    )
  }
  return args
}
