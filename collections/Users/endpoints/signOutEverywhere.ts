// `POST /api/users/sign-out-everywhere`: everything that opens the account ends, but the session that
// asks, which goes on with a new token.
import { APIError, type Endpoint } from 'payload'
import { withFreshRequest } from '../../../plugins/row-level-security/index.ts'
import { inTransaction } from '../../shared/inTransaction.ts'
import { continueSession, type ContinuedSession } from '../credentials/continueSession.ts'
import { endCredentials } from '../credentials/endCredentials.ts'
import { signedIn } from './signedIn.ts'

export const signOutEverywhereEndpoint: Omit<Endpoint, 'root'> = {
  path: '/sign-out-everywhere',
  method: 'post',
  handler: async (asking) => {
    const { email, id: userId } = signedIn(asking)
    if ((asking.user as { _strategy?: string })._strategy === 'api-key') {
      throw new APIError(
        'An API key cannot sign anybody out. Sign in to do so.',
        403,
        { code: 'reauthentication_required' },
        true,
      )
    }
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
