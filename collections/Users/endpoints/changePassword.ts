// `POST /api/users/change-password` with `{ password, currentPassword? }`: one's own. The hooks of
// the collection do what has to be done, as for every other way to it.
import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { signedIn } from './signedIn.ts'

export const changePasswordEndpoint: Omit<Endpoint, 'root'> = {
  path: '/change-password',
  method: 'post',
  handler: async (req) => {
    const user = signedIn(req)
    await addDataAndFileToRequest(req)
    const { currentPassword, password } = (req.data ?? {}) as Record<string, unknown>
    const changed = await req.payload.update({
      collection: 'users',
      id: user.id,
      // Checked by the hooks: an empty one would change nothing, and say nothing of it.
      data: {
        currentPassword: currentPassword as string,
        password: (password || ' ') as string,
      },
      depth: 0,
      overrideAccess: false,
      req,
      user,
    })
    return Response.json({
      message: 'Your password was changed. Everything else was signed out.',
      token: changed.token ?? null,
      user: { id: user.id, email: user.email },
    })
  },
}
