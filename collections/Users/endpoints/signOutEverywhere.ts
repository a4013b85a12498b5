// `POST /api/users/sign-out-everywhere`: everything that opens the account ends, but the session that
// asks, which goes on with a new token.
import type { Endpoint } from 'payload'
import { withFreshRequest } from '../../../plugins/row-level-security/index.ts'
import { inTransaction } from '../../shared/inTransaction.ts'
import { continueSession, type ContinuedSession } from '../credentials/continueSession.ts'
import { endCredentials } from '../credentials/endCredentials.ts'
import { refuseKey } from '../credentials/refuseKey.ts'
import { signedIn } from './signedIn.ts'

export const signOutEverywhereEndpoint: Omit<Endpoint, 'root'> = {
  path: '/sign-out-everywhere',
  method: 'post',
  handler: async (asking) => {
    const { email, id: userId } = signedIn(asking)
    refuseKey(asking, 'signOut')
    let session: ContinuedSession | null = null
    await inTransaction(withFreshRequest(asking), async (req) => {
      const ended = await endCredentials({ req, userId })
      session = await continueSession({ asking, email, ended, req, userId })
    })
    return Response.json({
      message: 'Everything else was signed out. API keys and open links ended.',
      ...(session ?? {}),
    })
  },
}
