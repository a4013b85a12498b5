// Before the row is written: the file is described, checked against what the tenant may keep, and gets
// its id. It is stored after the row, so that what was refused leaves nothing at the store.
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { AssetFields } from '../asset.ts'
import { tenantIn } from '../asset.ts'
import { driverNamed } from '../drivers.ts'
import { resourceTypeOf } from '../kinds.ts'
import { publicIdFor } from '../naming.ts'
import type { MediaOptions } from '../options.ts'
import { asProblem, mediaProblem } from '../problems.ts'
import { checkSize, receive, type Received } from '../receive.ts'
import type { ArrivedContext } from '../uploads/arrived.ts'
import { contextOf } from './context.ts'

export const takeFile =
  (options: MediaOptions): CollectionBeforeChangeHook =>
  async ({ collection, data, req }) => {
    const { file } = req
    if (!file) {
      return data
    }
    const tenant = tenantIn(data)
    if (tenant === null) {
      throw mediaProblem('no_tenant', 'Choose the tenant that this file belongs to.')
    }
    const reset = {
      // Percent of another picture mean nothing.
      ...(contextOf(req).hasFocalPoint ? {} : { focalX: null, focalY: null }),
      ...('crop' in data && data.crop ? {} : { crop: {} }),
    }
    const arrived = file.clientUploadContext as ArrivedContext | undefined
    // One after the other in a tenant: two that fit alone may not fit together.
    await options.lockUsage({ req, tenant })
    if (arrived) {
      const taken = takeArrived({ arrived, collection: collection.slug, tenant })
      const { bytes: used } = await options.usageOf({ req, tenant })
      const rules = await options.rulesFor({ req, tenant })
      checkSize({ format: taken.asset.format, rules, size: Number(taken.filesize), used })
      return { ...data, ...reset, ...taken }
    }
    try {
      return {
        ...data,
        ...reset,
        ...(await takeSent({ collection: collection.slug, file, options, req, tenant })),
      }
    } catch (err) {
      throw asProblem(err)
    }
  }

/** A file that arrived under a ticket, and is stored already. */
const takeArrived = ({
  arrived,
  collection,
  tenant,
}: {
  arrived: ArrivedContext
  collection: string
  tenant: string
}) => {
  if (arrived.tenant !== tenant || arrived.collection !== collection) {
    throw mediaProblem(
      'ticket_invalid',
      'This file was sent to another place. Choose it again here.',
    )
  }
  return arrived.data
}

const takeSent = async ({
  collection,
  file,
  options,
  req,
  tenant,
}: {
  collection: string
  file: NonNullable<PayloadRequest['file']>
  options: MediaOptions
  req: PayloadRequest
  tenant: string
}): Promise<Record<string, unknown>> => {
  const context = contextOf(req)
  const { identity } = context
  if (!identity) {
    throw mediaProblem('type_not_allowed', 'It is not known what this file is. Choose it again.')
  }
  const rules = await options.rulesFor({ req, tenant })
  checkRules({ format: identity.format, formats: rules.formats })
  const { bytes: used } = await options.usageOf({ req, tenant })
  checkSize({ format: identity.format, rules, size: file.size, used })
  const received = await receive({
    given: file.tempFilePath ? { path: file.tempFilePath, isOurs: true } : { data: file.data },
    identity,
    tempFolder: options.tempFolder,
  })
  const resourceType = resourceTypeOf(identity.format)
  const place = await options.placeFor({ collection, req, resourceType, tenant })
  const publicId = publicIdFor({
    collection,
    format: identity.format,
    isRaw: resourceType === 'raw',
    name: file.name.replace(/-[0-9a-f]{16}(?=\.\w+$)/, ''),
    root: options.root,
    tenant,
  })
  context.waiting.set(publicId, {
    ...received,
    displayName: file.name,
    folder: rules.folder,
    tags: rules.tags,
  })
  return fieldsOf({
    filename: file.name,
    received,
    ref: { ...place, format: identity.format, publicId, resourceType },
    status: driverNamed(options, place.driver).processes?.includes(resourceType)
      ? 'processing'
      : 'ready',
  })
}

export const checkRules = ({
  format,
  formats,
}: {
  format: string
  formats: readonly string[]
}): void => {
  if (!formats.includes(format)) {
    throw mediaProblem(
      'type_not_allowed',
      `${format.toUpperCase()} files are not taken in this workspace. Use one of ${formats.map((one) => one.toUpperCase()).join(', ')}.`,
    )
  }
}

/** What the document keeps of a file. */
export const fieldsOf = ({
  filename,
  received,
  ref,
  status,
}: {
  filename: string
  received: Omit<Received, 'cleanUp' | 'source'>
  ref: Pick<AssetFields, 'driver' | 'account' | 'publicId' | 'resourceType' | 'format'>
  status: AssetFields['status']
}): Record<string, unknown> => {
  const asset: AssetFields = {
    ...ref,
    // Nothing shows it yet, so nobody but members may fetch it.
    deliveryType: 'authenticated',
    version: Math.floor(Date.now() / 1000),
    etag: received.etag,
    status,
    problem: null,
    duration: received.duration ?? null,
    frameRate: received.frameRate ?? null,
    hasAudio: received.hasAudio ?? null,
    hasStream: false,
    hasPoster: false,
    isAnimated: received.isAnimated ?? null,
    hasAlpha: received.hasAlpha ?? null,
    notifiedAt: null,
  }
  return {
    asset,
    filename,
    filesize: received.bytes,
    mimeType: received.identity.mimeType,
    width: received.width ?? null,
    height: received.height ?? null,
    blurDataUrl: received.blurDataUrl ?? null,
    palette: received.palette ?? { dominant: null, ink: null },
    posterTime: received.duration ? Math.min(1, received.duration / 10) : null,
  }
}
