// /media/*: files of the local disk, and through it whatever is not public at the other stores.
import path from 'node:path'
import { Readable } from 'node:stream'
import type { CollectionSlug, Payload } from 'payload'
import { withCapability } from '../../access/claims.ts'
import { conditions } from '../../access/conditions.ts'
import {
  assetOf,
  collectionOfId,
  tenantOfId,
  type AssetFields,
  type FileDocument,
} from '../../plugins/media/asset.ts'
import { findDriver } from '../../plugins/media/drivers.ts'
import { serialise, type Address } from '../../plugins/media/grammar/index.ts'
import type { Grant } from '../../plugins/media/signature.ts'
import { isDriverProblem } from '../../plugins/media/driverProblem.ts'
import {
  createMediaHandler,
  mediaProblem,
  type MediaHandler,
} from '../../plugins/media-local/index.ts'
import { keyFor } from '../config/keys.ts'
import { mediaOptions } from '../config/media.ts'
import { MEDIA_BASE } from '../media/base.ts'
import { dataDir } from '../media/drivers.ts'
import { isUnsigned } from '../media/unsigned.ts'
import { presentProblem, toProblem } from './problem.ts'
import type { SiteDirectory } from './sites.ts'

/** Renditions on the disk; what was not asked for longest goes first. */
const CACHE_BYTES = Number(process.env.MEDIA_CACHE_MB ?? 2000) * 1_000_000

export const mediaHandler = ({
  directory,
  payload,
}: {
  directory: Pick<SiteDirectory, 'isActive'>
  payload: Payload
}): MediaHandler => {
  const found = new WeakMap<Address, Promise<FileDocument | null>>()
  const documentOf = (address: Address): Promise<FileDocument | null> => {
    const looking = found.get(address) ?? findByAddress({ address, payload })
    found.set(address, looking)
    return looking
  }
  const mayServe = async (address: Address, grant: Grant | null): Promise<boolean> => {
    const tenant = tenantOfId(address.publicId)
    if (tenant === null) {
      return false
    }
    if (grant === null) {
      return directory.isActive(tenant)
    }
    // A member’s address ends by itself; that of a visitor with the last thing that shows the file.
    if (grant.audience === 'member') {
      return true
    }
    const doc = await documentOf(address)
    return (
      doc !== null &&
      conditions.shownByLink.holds(doc, {
        isTenantActive: await directory.isActive(tenant),
        now: new Date(),
      })
    )
  }
  return createMediaHandler({
    allowed: isUnsigned,
    base: MEDIA_BASE,
    cacheBytes: CACHE_BYTES,
    cacheFolder: path.join(dataDir(), 'cache', 'media'),
    folder: path.join(dataDir(), 'media'),
    grantSecret: mediaOptions.grantSecret,
    mayServe,
    onError: (err) => payload.logger.error({ msg: 'A file could not be delivered.', err }),
    present: (problem, request) =>
      presentProblem({
        accept: request.headers.get('accept'),
        isHead: request.method === 'HEAD',
        problem: toProblem(problem),
      }),
    secret: keyFor('publicUrls'),
    fetchRemote: async (address, request) => {
      const asset = assetOf(
        address.deliveryType === 'authenticated' ? await documentOf(address) : null,
      )
      return asset && asset.driver !== 'local'
        ? fetchElsewhere({ address, asset, request }).catch(explain)
        : null
    },
  })
}

const findByAddress = async ({
  address: { publicId },
  payload,
}: {
  address: Address
  payload: Payload
}): Promise<FileDocument | null> => {
  const collection = collectionOfId(publicId)
  const tenant = tenantOfId(publicId)
  return tenant === null || !(collection in mediaOptions.collections)
    ? null
    : withCapability('keepFiles', tenant, () =>
        payload.db.findOne<FileDocument>({
          collection: collection as CollectionSlug,
          where: { 'asset.publicId': { equals: publicId } },
        }),
      )
}

/** A store's own words stay with us: they name its addresses and its account. */
const refused = ({ headers, status }: Response): null => {
  if (status === 404 || status === 410) {
    return null
  }
  if (status === 416) {
    const range = headers.get('content-range')
    throw mediaProblem('range_not_satisfiable', 'The range lies outside the file.', {
      ...(range === null ? {} : { headers: { 'content-range': range } }),
    })
  }
  throw status === 423 || status === 429 || status >= 500
    ? silent()
    : new Error(`The store of a file answered ${status}.`)
}

const explain = (err: unknown): null => {
  if (isDriverProblem(err) && err.code === 'asset_missing') {
    return null
  }
  throw isDriverProblem(err) && err.isPassing ? silent(err) : err
}

const silent = (cause?: unknown) =>
  mediaProblem('busy', 'The store of this file does not answer. Try again in a moment.', {
    cause,
    retryAfter: 10,
  })

/** What a browser may ask of a store through us. */
const PASSED_ON = ['accept', 'if-none-match', 'if-range', 'range']
/** What of its answer is told to the browser. */
const PASSED_BACK = [
  'accept-ranges',
  'content-length',
  'content-range',
  'content-type',
  'etag',
  'last-modified',
  'vary',
]

const fetchElsewhere = async ({
  address,
  asset,
  request,
}: {
  address: Address
  asset: AssetFields
  request: Request
}): Promise<Response | null> => {
  const driver = findDriver(mediaOptions, asset.driver)
  const headers = new Headers({
    'cache-control': 'private, max-age=300',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  if (driver?.fetchDelivery) {
    const response = await driver.fetchDelivery({
      ref: asset,
      transformation: serialise(address.transformation),
      extension: address.extension,
      headers: Object.fromEntries(
        PASSED_ON.flatMap((name) => {
          const value = request.headers.get(name)
          return value === null ? [] : [[name, value] as const]
        }),
      ),
      signal: request.signal,
    })
    if (response.status >= 400) {
      await response.body?.cancel()
      return refused(response)
    }
    for (const name of PASSED_BACK) {
      const value = response.headers.get(name)
      if (value !== null) {
        headers.set(name, value)
      }
    }
    return new Response(request.method === 'HEAD' ? null : response.body, {
      headers,
      status: response.status,
    })
  }
  const opened = await driver?.read(asset, { signal: request.signal })
  if (!opened) {
    return null
  }
  headers.set('content-type', opened.mimeType)
  headers.set('content-length', String(opened.size))
  headers.set('etag', `"${opened.etag}"`)
  headers.set('content-disposition', 'attachment')
  if (request.method === 'HEAD') {
    opened.body.destroy()
  }
  return new Response(
    request.method === 'HEAD' ? null : (Readable.toWeb(opened.body) as ReadableStream),
    { headers },
  )
}
