// After each read: the addresses, made for whoever asks.
import type { CollectionAfterReadHook, PayloadRequest } from 'payload'
import { assetOf, collectionOfId, tenantIn, tenantOfId, type FileDocument } from '../asset.ts'
import { findDriver } from '../drivers.ts'
import type { MediaOptions } from '../options.ts'
import { presentFile, type FileView } from '../present.ts'

/** A day: long enough for a page that stays open, and for what keeps pages. */
const GRANT_SECONDS = 24 * 60 * 60

/** A working session: a member's address is good for whoever holds it, and his membership may end. */
const MEMBER_SECONDS = 6 * 60 * 60

export const addressesOf =
  (options: MediaOptions): CollectionAfterReadHook<FileDocument> =>
  ({ doc, req }) => ({ ...doc, ...(viewOf({ doc, options, req }) ?? {}) })

export const viewOf = ({
  doc,
  options,
  req,
}: {
  doc: FileDocument
  options: MediaOptions
  req: PayloadRequest
}): FileView | null => {
  const asset = assetOf(doc)
  const driver = asset && findDriver(options, asset.driver)
  if (!asset || !driver) {
    return null
  }
  const tenant = tenantIn(doc) ?? tenantOfId(asset.publicId) ?? ''
  const audience = options.audienceOf({ collection: collectionOfId(asset.publicId), req, tenant })
  return presentFile({
    doc,
    audience,
    base: options.base,
    driver,
    grantSeconds: audience === 'member' ? MEMBER_SECONDS : (options.grantSeconds ?? GRANT_SECONDS),
    onSigned: options.onSigned,
    origin: options.originOf(req),
    presets: options.presets,
    secret: options.grantSecret,
    ...(options.signPublic ? { signPublic: options.signPublic } : {}),
  })
}
