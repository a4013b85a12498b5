// The media driver for UploadThing: PDFs, decks, press kits. Pictures of other sizes it does not make.
import { createHash } from 'node:crypto'
import type { AssetRef, FileSource, MediaDriver, StoredAsset } from '../media/driver.ts'
import { driverProblem, isDriverProblem } from '../media/driverProblem.ts'
import type { DeliveryType } from '../media/grammar/index.ts'
import { createApi } from './api.ts'
import { headOf, isPublicAt, openAt } from './download.ts'
import { endpointsOf, type EndpointOptions } from './endpoints.ts'
import { keyOf, readKey } from './key.ts'
import { presign } from './presign.ts'
import { parseUploadthingToken } from './token.ts'
import { bytesOf, upload } from './upload.ts'

export type UploadthingOptions = EndpointOptions & {
  /** UPLOADTHING_TOKEN, as the dashboard shows it. */
  token: string
  /**
   * `private`: each file is as private as its delivery type says; needs a plan with private files and
   * "Allow overrides" in the dashboard. `public-read`: whoever knows an address may fetch the file,
   * always. Default: `private`.
   */
  acl?: 'public-read' | 'private'
  /** How long nothing may move before a call is given up. Default: 30 seconds. */
  timeoutMs?: number
}

const NAME = 'uploadthing'
/** Addresses that this process fetches at once; UploadThing's longest is seven days. */
const READ_SECONDS = 300
const UPLOAD_SECONDS = 3600

/**
 * @throws for a malformed token, with a sentence that does not repeat it.
 * @example
 * uploadthingDriver({ token: process.env.UPLOADTHING_TOKEN })
 */
export const uploadthingDriver = ({
  acl = 'private',
  timeoutMs = 30_000,
  token,
  ...places
}: UploadthingOptions): MediaDriver => {
  const parsed = parseUploadthingToken(token)
  const { apiKey, appId } = parsed
  const { apiUrl, filesUrl, ingestUrl } = endpointsOf(parsed, places)
  const api = createApi({ apiUrl, timeoutMs, token })

  const keyFor = (ref: Pick<AssetRef, 'publicId' | 'resourceType' | 'account'>): string => {
    if (ref.account !== null && ref.account !== appId) {
      throw driverProblem(
        'storage_refused',
        'This file lies in another UploadThing app. Set the UPLOADTHING_TOKEN of that app, or move the file.',
      )
    }
    return keyOf(ref, appId)
  }
  const signedUrl = (key: string): string =>
    presign({ apiKey, expires: Date.now() + READ_SECONDS * 1000, url: `${filesUrl}/${key}` })
  const aclOf = (deliveryType: DeliveryType): 'public-read' | 'private' | undefined =>
    acl === 'public-read' ? undefined : deliveryType === 'upload' ? 'public-read' : 'private'

  const find = async (ref: AssetRef): Promise<StoredAsset | null> => {
    const url = signedUrl(keyFor(ref))
    const head = await headOf(url, { timeoutMs })
    if (head === null) {
      return null
    }
    return {
      ...ref,
      account: appId,
      bytes: head.size,
      driver: NAME,
      etag: await md5At({ etag: head.etag, timeoutMs, url }),
      status: 'ready',
    }
  }

  return {
    name: NAME,
    canTransform: false,
    store: async (args) => {
      const {
        deliveryType,
        displayName,
        format,
        mimeType,
        publicId,
        resourceType,
        signal,
        source,
      } = args
      signal?.throwIfAborted()
      const key = keyFor(args)
      const version = Math.floor(Date.now() / 1000)
      const ref = {
        account: appId,
        deliveryType,
        driver: NAME,
        format,
        publicId,
        resourceType,
        version,
      }
      const etag = await md5Of(source)
      const there = await find(ref)
      if (there !== null) {
        if (there.etag === etag) {
          return there
        }
        throw driverProblem('storage_refused', 'Another file has this id already. Upload it anew.')
      }
      const url = presign({
        apiKey,
        data: {
          'x-ut-identifier': appId,
          'x-ut-file-name': displayName,
          'x-ut-file-size': source.size,
          'x-ut-file-type': mimeType,
          'x-ut-content-disposition': isShownInline(mimeType) ? 'inline' : 'attachment',
          'x-ut-acl': aclOf(deliveryType),
        },
        expires: Date.now() + UPLOAD_SECONDS * 1000,
        url: `${ingestUrl}/${key}`,
      })
      try {
        const arrived = await upload({
          mimeType,
          name: displayName,
          signal,
          source,
          timeoutMs,
          url,
        })
        if (arrived !== null && arrived !== etag) {
          throw driverProblem(
            'storage_unreachable',
            'The file did not arrive at UploadThing as it was sent. Try again.',
            { isPassing: true },
          )
        }
      } catch (err) {
        // A refusal stored nothing, and what lies there may be what another call just stored.
        if (!isDriverProblem(err) || err.isPassing) {
          // The sweep finds what this leaves.
          await api.deleteFile(key).catch(() => 0)
        }
        throw err
      }
      return { ...ref, bytes: source.size, etag, status: 'ready' }
    },
    read: async (ref, { range, signal } = {}) =>
      openAt(signedUrl(keyFor(ref)), { range, signal, timeoutMs }),
    find,
    remove: async (ref) => ((await api.deleteFile(keyFor(ref))) > 0 ? 'removed' : 'absent'),
    setDeliveryType: async (ref, deliveryType) => {
      const key = keyFor(ref)
      if ((await headOf(signedUrl(key), { timeoutMs })) === null) {
        throw driverProblem(
          'asset_missing',
          'UploadThing no longer has this file. Upload it again.',
        )
      }
      const wanted = aclOf(deliveryType)
      if (wanted !== undefined) {
        await api.setAcl(key, wanted)
      }
      return { ...ref, deliveryType }
    },
    list: async function* ({ account, prefix }) {
      if (account !== null && account !== appId) {
        return
      }
      for await (const { bytes, createdAt, key } of api.listFiles()) {
        const named = readKey(key, appId)
        if (named?.publicId.startsWith(prefix)) {
          const isOpen = await isPublicAt(`${filesUrl}/${key}`, { timeoutMs })
          const deliveryType = isOpen ? 'upload' : 'authenticated'
          yield { ...named, account: appId, bytes, createdAt, deliveryType }
        }
      }
    },
    deliveryBase: () => filesUrl,
    publicUrl: (ref) => `${filesUrl}/${keyFor(ref)}`,
    usage: () => api.usage(),
  }
}

/** What a browser shows without running it. Everything else is a download, HTML and SVG above all. */
const isShownInline = (mimeType: string): boolean =>
  mimeType === 'application/pdf' ||
  /^(audio|video)\//.test(mimeType) ||
  /^image\/(avif|gif|jpeg|png|webp)$/.test(mimeType)

const md5Of = async (source: FileSource): Promise<string> => {
  const hash = createHash('md5')
  for await (const chunk of bytesOf(source)) {
    hash.update(chunk)
  }
  return hash.digest('hex')
}

/** The ETag of a file that was uploaded in parts is not the MD5 of its content; then it is counted. */
const md5At = async ({
  etag,
  timeoutMs,
  url,
}: {
  etag: string
  timeoutMs: number
  url: string
}): Promise<string> => {
  if (/^[0-9a-f]{32}$/i.test(etag)) {
    return etag.toLowerCase()
  }
  const file = await openAt(url, { timeoutMs })
  const hash = createHash('md5')
  for await (const chunk of file?.body ?? []) {
    hash.update(chunk as Buffer)
  }
  return hash.digest('hex')
}
