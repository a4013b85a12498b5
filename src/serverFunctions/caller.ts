// Who calls a server function. They belong to the admin, so a session counts and an API key does not.
import type { Payload, TypedUser } from 'payload'
import { hasUsers } from './firstUser.ts'

/** `user` is `null` while nobody exists: then the form of the first user works for anybody. */
export type FunctionCaller = { user: TypedUser | null }

/** @returns `null` for somebody who has to sign in first. */
export const callerOf = async ({
  headers,
  payload,
}: {
  headers: Headers
  payload: Payload
}): Promise<FunctionCaller | null> => {
  const { user } = await payload.auth({ headers })
  if (user) {
    return (user as { _strategy?: string })._strategy === 'api-key' ? null : { user }
  }
  return (await hasUsers(payload)) ? null : { user: null }
}
