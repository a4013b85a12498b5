// POST /uploads: what a browser is about to send is checked by name and size, and gets a ticket and the
// place to send it to. Every parameter of it is the server's.
import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { driverNamed } from '../drivers.ts'
import { checkRules } from '../hooks/takeFile.ts'
import { formatOfName, mimeTypeOf, resourceTypeOf } from '../kinds.ts'
import { fileNameFor, publicIdFor } from '../naming.ts'
import type { MediaOptions } from '../options.ts'
import { mediaProblem } from '../problems.ts'
import { checkSize } from '../receive.ts'
import { pendingOf } from '../uploads/arrivals.ts'
import { sealTicket, TICKET_SECONDS, type Ticket } from '../uploads/ticket.ts'
import { answering, pathBelow } from './answering.ts'

/** Chunks through the server: small enough to send again, large enough to be few. */
const SERVER_CHUNK_BYTES = 8 * 1024 * 1024

/** Files of one tenant that may be under way at a time. */
const MOST_PENDING = 200

export const beginUpload = (options: MediaOptions, collection: string): Endpoint => ({
  method: 'post',
  path: '/uploads',
  handler: answering(async (req) => {
    if (!req.user) {
      throw mediaProblem('not_signed_in', 'Sign in first.')
    }
    await addDataAndFileToRequest(req)
    const { filename, size, tenant: wanted } = (req.data ?? {}) as Record<string, unknown>
    if (typeof filename !== 'string' || typeof size !== 'number' || !Number.isSafeInteger(size)) {
      throw mediaProblem(
        'ticket_invalid',
        'Say which file is coming: {"filename": "…", "size": bytes}.',
      )
    }
    if (size <= 0) {
      throw mediaProblem('file_empty', 'This file is empty. Choose another one.')
    }
    const tenant = options.tenantFor({ collection, req, wanted })
    if (tenant === null) {
      throw mediaProblem('no_tenant', 'Choose a workspace in which you may add files.')
    }
    const rules = await options.rulesFor({ req, tenant })
    const taken = options.collections[collection]!.formats
    const formats = taken.filter((one) => rules.formats.includes(one))
    const format = formatOfName(filename)
    checkRules({ format, formats })
    const [{ bytes }, pending] = await Promise.all([
      options.usageOf({ req, tenant }),
      pendingOf({ folder: options.tempFolder, tenant }),
    ])
    if (pending.files >= MOST_PENDING) {
      throw mediaProblem(
        'too_many_uploads',
        `${pending.files} files are on their way here already. Save or cancel some first.`,
      )
    }
    checkSize({ format, rules, size, used: bytes + pending.bytes })
    const resourceType = resourceTypeOf(format)
    const place = await options.placeFor({ collection, req, resourceType, tenant })
    const ticket: Ticket = {
      ...place,
      collection,
      tenant,
      user: String(req.user.id),
      publicId: publicIdFor({
        collection,
        format,
        isRaw: resourceType === 'raw',
        name: filename,
        root: options.root,
        tenant,
      }),
      resourceType,
      format,
      filename: fileNameFor({ format, name: filename }),
      displayName: filename.slice(0, 200),
      size,
      formats,
      folder: rules.folder,
      tags: [...rules.tags],
      expires: Math.floor(Date.now() / 1000) + TICKET_SECONDS,
    }
    const direct = await driverNamed(options, place.driver).beginDirectUpload?.(directArgs(ticket))
    return Response.json(
      {
        ticket: sealTicket({ secret: options.ticketSecret, ticket }),
        maxBytes: rules.maxBytes,
        ...(direct
          ? {
              kind: 'direct',
              url: direct.url,
              fields: direct.fields,
              chunkSize: direct.chunkSize,
              expiresAt: direct.expiresAt,
            }
          : {
              kind: 'server',
              url: pathBelow({ collection, path: '/uploads/bytes', req }),
              fields: {},
              chunkSize: SERVER_CHUNK_BYTES,
              expiresAt: new Date(ticket.expires * 1000),
            }),
      },
      { status: 201 },
    )
  }),
})

/** What was signed for, to be checked again when the upload is over. */
export const directArgs = (ticket: Ticket) => ({
  account: ticket.account,
  allowedFormats: ticket.formats.filter((one) => resourceTypeOf(one) === ticket.resourceType),
  // Nothing shows it yet.
  deliveryType: 'authenticated' as const,
  displayName: ticket.displayName,
  folder: ticket.folder,
  format: ticket.format,
  mimeType: mimeTypeOf(ticket.format),
  publicId: ticket.publicId,
  resourceType: ticket.resourceType,
  size: ticket.size,
  tags: ticket.tags,
  tenant: ticket.tenant,
})
