// PUT, GET and DELETE of /uploads/bytes, and PUT /uploads/poster: a file through the server, in chunks
// that are written to the disk as they come.
import type { Endpoint, PayloadRequest } from 'payload'
import { driverNamed } from '../drivers.ts'
import type { MediaOptions } from '../options.ts'
import { mediaProblem } from '../problems.ts'
import { append, arrivedBytes, forget, keepPoster } from '../uploads/arrivals.ts'
import { arrivalName, openTicket } from '../uploads/ticket.ts'
import { answering } from './answering.ts'

/** RFC 9110 §14.4, as requests with `Content-Range` use it. */
const CONTENT_RANGE = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/

export const sendBytes = (options: MediaOptions, collection: string): Endpoint[] => {
  const arrivalOf = (req: PayloadRequest) => {
    const ticket = openTicket({
      collection,
      req,
      sealed: req.headers.get('x-upload-ticket'),
      secret: options.ticketSecret,
    })
    if (options.tenantFor({ collection, req, wanted: ticket.tenant }) !== ticket.tenant) {
      throw mediaProblem('no_tenant', 'You may not add files in this workspace any more.')
    }
    return { ticket, arrival: { folder: options.tempFolder, name: arrivalName(ticket) } }
  }
  return [
    {
      method: 'put',
      path: '/uploads/bytes',
      handler: answering(async (req) => {
        const { arrival, ticket } = arrivalOf(req)
        if (driverNamed(options, ticket.driver).beginDirectUpload) {
          throw mediaProblem('ticket_invalid', 'This file goes to where its ticket says, not here.')
        }
        const [, first, last, total] =
          CONTENT_RANGE.exec(req.headers.get('content-range') ?? '') ?? []
        const start = Number(first)
        const length = Number(last) - start + 1
        if (!req.body || total === undefined || Number(total) !== ticket.size || length <= 0) {
          throw mediaProblem(
            'chunk_misplaced',
            `Send the bytes with “Content-Range: bytes first-last/${ticket.size}”.`,
          )
        }
        if (start + length > ticket.size) {
          throw mediaProblem('file_too_large', 'More bytes arrive than were announced.')
        }
        const received = await append({ ...arrival, body: req.body, length, start })
        return Response.json({ received })
      }),
    },
    {
      method: 'get',
      path: '/uploads/bytes',
      handler: answering(async (req) =>
        Response.json({ received: await arrivedBytes(arrivalOf(req).arrival) }),
      ),
    },
    {
      method: 'put',
      path: '/uploads/poster',
      handler: answering(async (req) => {
        const { arrival, ticket } = arrivalOf(req)
        if (ticket.resourceType !== 'video' || !req.body) {
          throw mediaProblem('type_not_allowed', 'Only films have posters. Send a JPEG.')
        }
        await keepPoster({ ...arrival, body: req.body })
        return Response.json({ kept: true })
      }),
    },
    {
      method: 'delete',
      path: '/uploads',
      handler: answering(async (req) => {
        await forget(arrivalOf(req).arrival)
        return Response.json({ forgotten: true })
      }),
    },
  ]
}
