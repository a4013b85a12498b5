// What a place for files has to be able to do. One interface for Cloudinary, UploadThing and the
// local disk, and one suite (conformance.ts) that each of them passes.
import type { Readable } from 'node:stream'
import type { DeliveryType, ResourceType } from './grammar/index.ts'

/** Which file it is and where it lies: all that an address is made of. Owned by the server. */
export type AssetRef = {
  /** The name of the driver that holds it. */
  driver: string
  /** The cloud at Cloudinary, the app at UploadThing; `null` where a driver has but one. */
  account: string | null
  /** `<root>/<tenant>/<collection>/<32 hex digits>`, and for raw files `/<name>.<ext>` after it. */
  publicId: string
  resourceType: ResourceType
  /** `upload`: anybody may fetch it; `authenticated`: only through signed addresses. */
  deliveryType: DeliveryType
  /** Unix seconds; a file never changes under one id and version, so addresses with it are immutable. */
  version: number
  /** The extension without its dot: `jpg`, `mp4`, `pdf`. */
  format: string
}

export type AssetStatus = 'processing' | 'ready' | 'failed'

/** What the driver found out about a file that it holds. */
export type StoredAsset = AssetRef & {
  bytes: number
  /** MD5 of the content, 32 hex digits; the identity of the bytes, not a protection of them. */
  etag: string
  /** Pixels, upright. */
  width?: number
  height?: number
  /** Seconds. */
  duration?: number
  /** `processing` while an HLS ladder or a poster is still being made. */
  status: AssetStatus
  /** Why it failed, in a sentence. */
  problem?: string
  /** Whether it can be streamed (HLS). */
  hasStream?: boolean
}

/** The bytes to store: a file on this machine, or what is in memory already. */
export type FileSource =
  | {
      path: string
      size: number
      /** Nobody else has the file open, so it may be taken as it is instead of being copied. */
      isOurs?: boolean
    }
  | { data: Uint8Array; size: number }

export type StoreArgs = {
  account: string | null
  publicId: string
  resourceType: ResourceType
  deliveryType: DeliveryType
  format: string
  mimeType: string
  source: FileSource
  /** The name that people know the file by. */
  displayName: string
  tenant: string
  /** A human folder, e.g. the tenant's slug. */
  folder: string
  tags: string[]
  signal?: AbortSignal
}

/** Both ends included, as RFC 9110 §14.1.2 counts. */
export type ByteRange = { start: number; end: number }

export type OpenFile = {
  body: Readable
  /** Of the whole file. */
  size: number
  mimeType: string
  etag: string
}

export type ListedAsset = Pick<
  AssetRef,
  'publicId' | 'resourceType' | 'deliveryType' | 'account'
> & {
  createdAt: Date
  bytes: number
}

/** What a browser needs to send a file straight to where it will lie. */
export type DirectUpload = {
  /** POST, multipart/form-data: `fields`, then the file as `file`. */
  url: string
  fields: Record<string, string>
  /**
   * Bytes of each chunk but the last, all equal; `null`: in one request. Chunks carry
   * `X-Unique-Upload-Id` and `Content-Range`.
   */
  chunkSize: number | null
  /** When the signature ends. */
  expiresAt: Date
}

export type DirectUploadArgs = Omit<StoreArgs, 'source' | 'signal'> & {
  size: number
  /** Formats that this file may turn out to have. */
  allowedFormats: string[]
}

/** Thrown by drivers: `code` is stable, `message` a sentence for people without any secret in it. */
export type DriverProblemCode =
  | 'storage_refused'
  | 'storage_unreachable'
  | 'storage_full'
  | 'file_too_large'
  | 'type_not_allowed'
  | 'asset_missing'
  | 'upload_unproven'

export type MediaDriver = {
  name: string
  /** Whether tenants can bring accounts of their own. */
  hasAccounts?: boolean
  /** Whether it makes pictures of other sizes and formats. Raw stores do not. */
  canTransform: boolean
  /**
   * Stores the bytes under the id, streamed. Refuses to overwrite another file; the same bytes under
   * the same id are stored once. Leaves nothing behind when it throws.
   */
  store: (args: StoreArgs) => Promise<StoredAsset>
  /** The original bytes, or a part of them; `null` when the file is not there. */
  read: (
    ref: AssetRef,
    options?: { range?: ByteRange; signal?: AbortSignal },
  ) => Promise<OpenFile | null>
  /** Asks the store itself what it holds; `null` when it holds nothing under this id. */
  find: (ref: AssetRef) => Promise<StoredAsset | null>
  /** Idempotent; also from caches that the store keeps. */
  remove: (ref: AssetRef) => Promise<'removed' | 'absent'>
  /** Makes a file public or takes it back, caches included. Idempotent. */
  setDeliveryType: (ref: AssetRef, deliveryType: DeliveryType) => Promise<AssetRef>
  /** Every file whose id begins with the prefix, for the sweep and for moves. */
  list: (args: { prefix: string; account: string | null }) => AsyncIterable<ListedAsset>
  /** The address up to the resource type, for public files: `/media`, `https://res.cloudinary.com/demo`. */
  deliveryBase: (account: string | null) => string
  /** The address of a public file where it is not made by the grammar. */
  publicUrl?: (ref: AssetRef) => string
  /** Fetches a delivered file or rendition for our own signed addresses; absent: `read` is enough. */
  fetchDelivery?: (args: {
    ref: AssetRef
    /** Serialised, `''` for none. */
    transformation: string
    extension: string | null
    headers: Record<string, string>
    signal?: AbortSignal
  }) => Promise<Response>
  /** Present when browsers can send files straight there. */
  beginDirectUpload?: (args: DirectUploadArgs) => Promise<DirectUpload>
  /**
   * Verifies with the store that the upload happened as it was signed, whatever the browser reports.
   *
   * @throws `upload_unproven` when there is no such file, or it is not what was signed for.
   */
  completeDirectUpload?: (args: DirectUploadArgs & { report: unknown }) => Promise<StoredAsset>
  /** Resource types of which it makes something that takes its time, such as streams. */
  processes?: readonly ResourceType[]
  /** Makes it, or asks how far it is; `processing` when it is to be asked again. */
  process?: (ref: AssetRef, options?: { signal?: AbortSignal }) => Promise<StoredAsset>
  /** Stores the picture that shows a film before it plays. */
  storePoster?: (ref: AssetRef, source: FileSource) => Promise<void>
  /** Bytes in use and allowed, as the store itself counts; `null` where it does not. */
  usage?: (account: string | null) => Promise<{ bytes: number; limit: number | null } | null>
}
