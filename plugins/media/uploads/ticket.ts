// A ticket says what the server has decided about a file that is still to come: where it goes, how
// large and of what kind it may be, whose it is. The browser carries it and cannot change it.
import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { ResourceType } from '../grammar/index.ts'
import { mediaProblem } from '../problems.ts'
import { isSame } from '../signature.ts'

export type Ticket = {
  collection: string
  tenant: string
  user: string
  driver: string
  account: string | null
  publicId: string
  resourceType: ResourceType
  /** As the name says; the bytes have to agree. */
  format: string
  /** The name that the document will have. */
  filename: string
  /** As the person knows the file. */
  displayName: string
  /** Bytes that were announced. */
  size: number
  formats: string[]
  folder: string
  tags: string[]
  /** Unix seconds. */
  expires: number
}

/** Six hours: as long as Payload keeps a receipt. */
export const TICKET_SECONDS = 6 * 60 * 60

export const sealTicket = ({ secret, ticket }: { secret: string; ticket: Ticket }): string => {
  const body = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${body}.${sign(body, secret)}`
}

/** @throws `ticket_invalid`, `ticket_expired`; also for a ticket of somebody else or of another collection. */
export const openTicket = ({
  collection,
  now = Date.now(),
  req,
  sealed,
  secret,
}: {
  collection: string
  req: PayloadRequest
  sealed: unknown
  secret: string
  now?: number
}): Ticket => {
  const [body = '', signature = ''] = typeof sealed === 'string' ? sealed.split('.') : []
  const isOurs = body !== '' && isSame(signature, sign(body, secret))
  const ticket = isOurs ? (JSON.parse(Buffer.from(body, 'base64url').toString()) as Ticket) : null
  if (!ticket || ticket.collection !== collection || ticket.user !== String(req.user?.id)) {
    throw mediaProblem('ticket_invalid', 'This upload was not begun here. Choose the file again.')
  }
  if (ticket.expires * 1000 < now) {
    throw mediaProblem(
      'ticket_expired',
      'This upload was begun too long ago. Choose the file again.',
    )
  }
  return ticket
}

/** The name under which the bytes lie while they arrive; begins with whose they are. */
export const arrivalName = ({ publicId, tenant }: Pick<Ticket, 'publicId' | 'tenant'>): string =>
  `${tenant}.${publicId.split('/')[3] ?? ''}`

const sign = (body: string, secret: string): string =>
  createHmac('sha256', `vitrine-upload-v1:${secret}`).update(body).digest('base64url')
