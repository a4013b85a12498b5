// POST /uploads/complete: what has arrived is verified, stored and described; the answer is a receipt
// with which the document is made. What the browser says of its file decides nothing.
import { rename, rm, stat } from 'node:fs/promises'
import {
  addDataAndFileToRequest,
  type CollectionSlug,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import type { FileDocument } from '../asset.ts'
import type { MediaDriver, StoredAsset } from '../driver.ts'
import { isDriverProblem } from '../driverProblem.ts'
import { driverNamed } from '../drivers.ts'
import { fieldsOf } from '../hooks/takeFile.ts'
import { viewOf } from '../hooks/presentFile.ts'
import { describeImage } from '../inspect/index.ts'
import { mimeTypeOf, resourceTypeOf } from '../kinds.ts'
import type { MediaOptions } from '../options.ts'
import { mediaProblem } from '../problems.ts'
import { checkSize, identifyGiven, MOST_PIXELS, receive } from '../receive.ts'
import {
  arrivedFile,
  arrivedPoster,
  forget,
  hasPoster,
  recallDone,
  rememberDone,
} from '../uploads/arrivals.ts'
import { receiptFor } from '../uploads/arrived.ts'
import { arrivalName, openTicket, type Ticket } from '../uploads/ticket.ts'
import { answering } from './answering.ts'
import { directArgs } from './beginUpload.ts'

export const completeUpload = (options: MediaOptions, collection: string): Endpoint => ({
  method: 'post',
  path: '/uploads/complete',
  handler: answering(async (req) => {
    if (!req.user) {
      throw mediaProblem('not_signed_in', 'Sign in first.')
    }
    await addDataAndFileToRequest(req)
    const { report, ticket: sealed } = (req.data ?? {}) as Record<string, unknown>
    const ticket = openTicket({ collection, req, sealed, secret: options.ticketSecret })
    if (options.tenantFor({ collection, req, wanted: ticket.tenant }) !== ticket.tenant) {
      throw mediaProblem('no_tenant', 'You may not add files in this workspace any more.')
    }
    const driver = driverNamed(options, ticket.driver)
    const arrival = { folder: options.tempFolder, name: arrivalName(ticket) }
    const done = await recallDone(arrival)
    const data =
      done ??
      (driver.completeDirectUpload
        ? await takeDirect({ driver, report, ticket })
        : await takeArrived({ driver, options, req, ticket }))
    if (!done) {
      await rememberDone({ ...arrival, data })
    }
    const arrived = { collection, tenant: ticket.tenant, data: data as never }
    const view = viewOf({ doc: { id: '', exposure: 'none', ...data }, options, req })
    return Response.json({
      file: receiptFor({ arrived, req }),
      preview: {
        width: data.width,
        height: data.height,
        duration: (data.asset as FileDocument['asset'])?.duration ?? null,
        url: view?.thumbnailURL ?? null,
      },
      duplicates: await findDuplicates({ collection, data, req, tenant: ticket.tenant }),
    })
  }),
})

/** Through the server: the bytes lie here, so they are looked at. */
const takeArrived = async ({
  driver,
  options,
  req,
  ticket,
}: {
  driver: MediaDriver
  options: MediaOptions
  req: PayloadRequest
  ticket: Ticket
}): Promise<Record<string, unknown>> => {
  const arrival = { folder: options.tempFolder, name: arrivalName(ticket) }
  const file = arrivedFile(arrival)
  const size = (await stat(file).catch(() => null))?.size ?? 0
  if (size !== ticket.size) {
    throw mediaProblem(
      'upload_incomplete',
      `${size} of ${ticket.size} bytes have arrived. Send the rest first.`,
    )
  }
  // Out of the way of a second request for the same ticket.
  const taken = `${file}.taken`
  await rename(file, taken)
  try {
    const identity = await identifyGiven({
      formats: ticket.formats,
      given: { path: taken },
      name: ticket.displayName,
    })
    if (resourceTypeOf(identity.format) !== ticket.resourceType) {
      throw mediaProblem(
        'type_mismatch',
        `By its content this file is ${identity.format.toUpperCase()}, and by its name ${ticket.format.toUpperCase()}. Give it the ending that fits.`,
      )
    }
    const rules = await options.rulesFor({ req, tenant: ticket.tenant })
    const { bytes: used } = await options.usageOf({ req, tenant: ticket.tenant })
    checkSize({ format: identity.format, rules, size, used })
    const received = await receive({
      given: { path: taken },
      identity,
      tempFolder: options.tempFolder,
    })
    try {
      // The name was given by what it said; what it is decides.
      const named = renamed({ format: identity.format, ticket })
      const { filename, publicId } = named
      const stored = await driver.store({
        ...directArgs(ticket),
        format: identity.format,
        mimeType: identity.mimeType,
        publicId,
        source: received.source,
      })
      const isPosted = ticket.resourceType === 'video' && (await hasPoster(arrival))
      if (isPosted && driver.storePoster) {
        await keepPosterOf({ driver, file: arrivedPoster(arrival), stored })
      }
      const data = fieldsOf({
        filename,
        received,
        ref: { ...stored, format: identity.format },
        status: driver.processes?.includes(ticket.resourceType) ? 'processing' : 'ready',
      })
      await forget(arrival)
      return { ...data, asset: { ...(data.asset as object), hasPoster: isPosted } }
    } finally {
      await received.cleanUp()
    }
  } catch (err) {
    if (isDriverProblem(err) && err.isPassing) {
      // The store will be there again, and nobody should have to send a film twice.
      await rename(taken, file)
    } else {
      await forget(arrival)
    }
    throw err
  } finally {
    await rm(taken, { force: true })
  }
}

/** A poster that is no picture is only no poster. */
const keepPosterOf = async ({
  driver,
  file,
  stored,
}: {
  driver: MediaDriver
  file: string
  stored: StoredAsset
}): Promise<void> => {
  await describeImage(file, { maxPixels: MOST_PIXELS })
  await driver.storePoster?.(stored, { path: file, size: (await stat(file)).size })
}

/** Straight to the store: it is asked what it got. */
const takeDirect = async ({
  driver,
  report,
  ticket,
}: {
  driver: MediaDriver
  report: unknown
  ticket: Ticket
}): Promise<Record<string, unknown>> => {
  const stored = await driver.completeDirectUpload!({ ...directArgs(ticket), report })
  const placeholder =
    stored.resourceType === 'image' ? await describeRemote({ driver, stored }) : null
  const data = fieldsOf({
    filename: renamed({ format: stored.format, ticket }).filename,
    received: {
      identity: { format: stored.format, mimeType: mimeTypeOf(stored.format) },
      bytes: stored.bytes,
      etag: stored.etag,
      ...(stored.width ? { width: stored.width } : {}),
      ...(stored.height ? { height: stored.height } : {}),
      ...(stored.duration ? { duration: stored.duration } : {}),
      ...(placeholder ?? {}),
    },
    ref: { ...stored, account: ticket.account },
    status: stored.status,
  })
  return {
    ...data,
    asset: {
      ...(data.asset as object),
      version: stored.version,
      hasStream: stored.hasStream ?? false,
    },
  }
}

/** A small rendition is enough for the placeholder and the colour. */
const describeRemote = async ({ driver, stored }: { driver: MediaDriver; stored: StoredAsset }) => {
  const response = await driver
    .fetchDelivery?.({
      ref: stored,
      transformation: 'c_limit,w_320/f_jpg,q_auto',
      extension: 'jpg',
      headers: {},
    })
    .catch(() => null)
  if (!response?.ok) {
    return null
  }
  const described = await describeImage(new Uint8Array(await response.arrayBuffer()), {
    maxPixels: MOST_PIXELS,
  }).catch(() => null)
  return described && { blurDataUrl: described.blurDataUrl, palette: described.palette }
}

/** What arrived may be another format than its name said, such as a JPEG called .png. */
const renamed = ({
  format,
  ticket,
}: {
  format: string
  ticket: Ticket
}): Pick<Ticket, 'filename' | 'publicId'> => ({
  filename: ticket.filename.replace(/\.\w+$/, `.${format}`),
  publicId:
    ticket.resourceType === 'raw'
      ? ticket.publicId.replace(/\.\w+$/, `.${format}`)
      : ticket.publicId,
})

const findDuplicates = async ({
  collection,
  data,
  req,
  tenant,
}: {
  collection: string
  data: Record<string, unknown>
  req: PayloadRequest
  tenant: string
}) => {
  const { docs } = await req.payload.find({
    collection: collection as CollectionSlug,
    depth: 0,
    limit: 3,
    overrideAccess: false,
    pagination: false,
    req,
    where: {
      and: [
        { tenant: { equals: tenant } },
        { 'asset.etag': { equals: (data.asset as { etag: string }).etag } },
      ],
    },
  })
  return (docs as unknown as (FileDocument & Record<string, unknown>)[]).map((doc) => ({
    id: doc.id,
    filename: doc.filename,
    alt: doc.alt ?? doc.title ?? null,
    thumbnailURL: doc.thumbnailURL ?? null,
  }))
}
