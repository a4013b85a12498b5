// One's own change of email: `POST /api/users/change-email` with `{ email, currentPassword? }` asks
// for it, `GET` tells what waits for its mailbox, `DELETE` takes it back.
import {
  addDataAndFileToRequest,
  ValidationError,
  type Endpoint,
  type PayloadRequest,
  type Where,
} from 'payload'
import { inTransaction } from '../../shared/inTransaction.ts'
import { refuseKey } from '../credentials/refuseKey.ts'
import { checkEmail } from '../emailChange/checkEmail.ts'
import { requestEmail } from '../emailChange/requestEmail.ts'
import { reauthenticate } from '../reauthenticate.ts'
import { signedIn } from './signedIn.ts'

const PATH = '/change-email'

const ask: Omit<Endpoint, 'root'> = {
  path: PATH,
  method: 'post',
  handler: async (req) => {
    const { email: before, id, name } = signedIn(req)
    await addDataAndFileToRequest(req)
    const { currentPassword, email: value } = (req.data ?? {}) as Record<string, unknown>
    const email = checkEmail(value)
    if (email === before) {
      throw new ValidationError({
        collection: 'users',
        errors: [{ path: 'email', message: 'This is your email already.' }],
      })
    }
    await reauthenticate({ currentPassword, req })
    let expiresAt = new Date()
    await inTransaction(req, async () => {
      const account = { id, email: before, name }
      ;({ expiresAt } = await requestEmail({ account, email, req }))
    })
    return Response.json({
      message: `A link was sent to ${email}. Your email changes when you confirm it there.`,
      email,
      expiresAt: expiresAt.toISOString(),
    })
  },
}

const show: Omit<Endpoint, 'root'> = {
  path: PATH,
  method: 'get',
  handler: async (req) => {
    const found = await req.payload.db.findOne<{ id: string; email: string; expiresAt: string }>({
      collection: 'email-changes',
      req,
      where: ownOpen(req),
    })
    return Response.json(
      { pending: found ? { email: found.email, expiresAt: found.expiresAt } : null },
      { headers: { 'cache-control': 'no-store' } },
    )
  },
}

const takeBack: Omit<Endpoint, 'root'> = {
  path: PATH,
  method: 'delete',
  handler: async (req) => {
    refuseKey(req, 'takeBackEmail')
    await req.payload.db.deleteMany({ collection: 'email-changes', req, where: ownOpen(req) })
    return Response.json({ message: 'Your email stays as it is.' })
  },
}

const ownOpen = (req: PayloadRequest): Where => ({
  and: [
    { user: { equals: signedIn(req).id } },
    { expiresAt: { greater_than: new Date().toISOString() } },
  ],
})

export const changeEmailEndpoints = [ask, show, takeBack]
