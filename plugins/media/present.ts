// From what is kept of a file to the addresses that pages and programs use. Pure.
import { assetOf, cropOf, type AssetFields, type FileDocument } from './asset.ts'
import type { MediaDriver } from './driver.ts'
import {
  deliveryPath,
  ladderOf,
  renditionOf,
  signedPart,
  type Address,
  type PictureShape,
  type Preset,
  type Transformation,
} from './grammar/index.ts'
import { expiryFrom, grantedPath, type Audience } from './signature.ts'

export type SizeView = { url: string; width: number; height: number; srcset: string | null }

export type FileView = {
  url: string
  thumbnailURL: string | null
  srcset: string | null
  sizes: Record<string, SizeView> | null
  video: VideoView | null
}

export type VideoView = {
  mp4: string
  mimeType: string | null
  /** HLS. */
  stream: string | null
  poster: SizeView | null
  /** Seconds. */
  duration: number | null
}

export type PresentArgs = {
  doc: FileDocument
  audience: Audience
  /** Before our own addresses; `''` makes them relative. */
  origin: string
  base: string
  driver: MediaDriver
  grantSeconds: number
  presets: readonly Preset[]
  secret: string
  signPublic?: (args: { driver: string; part: string }) => string | null
  now?: number
  /** Told when the signed addresses end, in milliseconds since 1970. */
  onSigned?: ((expires: number) => void) | undefined
}

export const presentFile = (args: PresentArgs): FileView | null => {
  const asset = assetOf(args.doc)
  if (!asset) {
    return null
  }
  const addressOf = addresser({ ...args, asset })
  const original = addressOf({ transformation: [], extension: extensionOf(asset) })
  if (asset.resourceType === 'raw' || !args.driver.canTransform) {
    return { url: original, thumbnailURL: null, srcset: null, sizes: null, video: null }
  }
  const poster = asset.resourceType === 'video'
  const picture = shapeOf(args.doc)
  // A film's frames are cut like pictures; the step that takes the frame comes first.
  const frame: Transformation = poster ? [{ so: String(args.doc.posterTime ?? 1) }] : []
  const extension = poster ? 'jpg' : null
  const sizes = picture
    ? Object.fromEntries(
        args.presets.map((preset) => [
          preset.name,
          sizeOf({ addressOf, extension, frame, picture, preset }),
        ]),
      )
    : null
  const own = args.presets.find(({ ratio }) => ratio === null)
  const ownSize = own && sizes ? (sizes[own.name] ?? null) : null
  return {
    url: original,
    thumbnailURL: thumbnailOf({ asset, sizes, own: ownSize }),
    srcset: poster ? null : (ownSize?.srcset ?? null),
    sizes,
    video: poster
      ? presentVideo({
          addressOf,
          asset,
          doc: args.doc,
          hasStream: canStream({ asset, doc: args.doc }),
          poster: ownSize,
        })
      : null,
  }
}

/** The smallest there is; of logos and other cut-outs the whole. */
const thumbnailOf = ({
  asset,
  own,
  sizes,
}: {
  asset: AssetFields
  own: SizeView | null
  sizes: Record<string, SizeView> | null
}): string | null => {
  const shape = asset.hasAlpha ? own : (sizes?.card ?? own)
  return shape?.srcset?.split(' ')[0] ?? shape?.url ?? null
}

type AddressOf = (args: { transformation: Transformation; extension: string | null }) => string

const sizeOf = ({
  addressOf,
  extension,
  frame,
  picture,
  preset,
}: {
  addressOf: AddressOf
  extension: string | null
  frame: Transformation
  picture: PictureShape
  preset: Preset
}): SizeView => {
  const ending = preset.format ?? extension
  const candidates = (preset.format ? preset.widths.slice(-1) : ladderOf({ picture, preset })).map(
    (width) => {
      const { height, transformation, width: real } = renditionOf({ picture, preset, width })
      return {
        url: addressOf({ transformation: [...frame, ...transformation], extension: ending }),
        width: real,
        height,
      }
    },
  )
  // What a browser without srcset gets: neither the least nor the most.
  const middle = candidates.find(({ width }) => width >= 1280) ?? candidates.at(-1)!
  return {
    ...middle,
    srcset:
      candidates.length > 1
        ? candidates.map(({ url, width }) => `${url} ${width}w`).join(', ')
        : null,
  }
}

const presentVideo = ({
  addressOf,
  asset,
  doc,
  hasStream,
  poster,
}: {
  addressOf: AddressOf
  asset: AssetFields
  doc: FileDocument
  hasStream: boolean
  poster: SizeView | null
}): VideoView => ({
  mp4: addressOf({
    // Cloudinary makes an MP4 of whatever came; on the disk it is the file itself.
    transformation:
      asset.driver === 'cloudinary' ? [{ c: 'limit', q: 'auto', vc: 'h264', w: '1280' }] : [],
    extension: asset.driver === 'cloudinary' ? 'mp4' : asset.format,
  }),
  mimeType: asset.driver === 'cloudinary' ? 'video/mp4' : (doc.mimeType ?? null),
  stream: hasStream ? addressOf({ transformation: [{ sp: 'auto' }], extension: 'm3u8' }) : null,
  poster,
  duration: asset.duration ?? null,
})

/** A playlist at Cloudinary names parts that are its own, which a film that is not public cannot lead to. */
const canStream = ({ asset, doc }: { asset: AssetFields; doc: FileDocument }): boolean =>
  asset.hasStream === true && (asset.driver === 'local' || isPublic({ asset, doc }))

const isPublic = ({ asset, doc }: { asset: AssetFields; doc: FileDocument }): boolean =>
  asset.deliveryType === 'upload' && doc.exposure === 'public'

/** The shape that crops and focal points are percent of; `null` while it is not known. */
export const shapeOf = (doc: FileDocument): PictureShape | null =>
  doc.width && doc.height
    ? {
        width: doc.width,
        height: doc.height,
        crop: cropOf(doc),
        focal:
          typeof doc.focalX === 'number' && typeof doc.focalY === 'number'
            ? { x: doc.focalX, y: doc.focalY }
            : null,
      }
    : null

/** Pictures and films are named with their extension, raw files have it in their id. */
const extensionOf = ({ format, resourceType }: AssetFields): string | null =>
  resourceType === 'raw' ? null : format

const addresser = ({
  asset,
  audience,
  base,
  doc,
  driver,
  grantSeconds,
  now,
  onSigned,
  origin,
  secret,
  signPublic,
}: PresentArgs & { asset: AssetFields }): AddressOf => {
  const isForAll = isPublic({ asset, doc })
  const expires = expiryFrom({ now, seconds: grantSeconds })
  return ({ extension, transformation }) => {
    const address: Omit<Address, 'signature'> = {
      resourceType: asset.resourceType,
      deliveryType: isForAll ? 'upload' : 'authenticated',
      transformation,
      version: asset.version,
      publicId: asset.publicId,
      extension,
    }
    if (!isForAll) {
      onSigned?.(expires * 1000)
      return origin + base + grantedPath({ address, grant: { audience, expires }, secret })
    }
    if (driver.publicUrl) {
      return driver.publicUrl(asset)
    }
    const before = driver.deliveryBase(asset.account)
    const signature =
      transformation.length === 0
        ? null
        : (signPublic?.({ driver: asset.driver, part: signedPart(address) }) ?? null)
    return (before.startsWith('/') ? origin : '') + before + deliveryPath({ ...address, signature })
  }
}
