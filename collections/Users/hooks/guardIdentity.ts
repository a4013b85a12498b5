// Whatever writes a user passes here: REST, GraphQL, a bulk update, the admin's form, the endpoints
// beside this collection. A password is a good one, a new email waits for its mailbox, and a person
// who changes either is asked once more who they are.
import { APIError, type CollectionBeforeValidateHook, type PayloadRequest } from 'payload'
import { normaliseEmail } from '../../shared/normaliseEmail.ts'
import { isTrusted } from '../../shared/trusted.ts'
import { checkEmail } from '../emailChange/checkEmail.ts'
import { noteOf } from '../note.ts'
import { checkPassword } from '../password/policy.ts'
import { reauthenticate } from '../reauthenticate.ts'

export const guardIdentity: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) {
    return data
  }
  if (operation === 'create') {
    await checkPassword(data.password, data)
    return { ...data, email: normaliseEmail(data.email) }
  }
  return originalDoc ? guardUpdate({ data, originalDoc, req }) : guardReset({ data, req })
}

type Data = Record<string, unknown>

const guardUpdate = async ({
  data: { currentPassword, ...data },
  originalDoc,
  req,
}: {
  data: Data
  originalDoc: Data
  req: PayloadRequest
}): Promise<Data> => {
  const hasPassword = Boolean(data.password)
  const wanted = normaliseEmail(data.email)
  const hasEmail = wanted !== undefined && wanted !== normaliseEmail(originalDoc.email)
  const email = hasEmail ? checkEmail(wanted) : null
  if (hasPassword) {
    await checkPassword(data.password, { email: originalDoc.email, name: data.name })
  }
  if (hasEmail && isTrusted(req)) {
    throw new APIError(
      'An email changes when its mailbox confirms it. Ask for the change instead.',
      403,
      { code: 'email_needs_confirmation' },
      true,
    )
  }
  if ((hasPassword || hasEmail) && !isTrusted(req)) {
    await requirePerson({ currentPassword, req })
  }
  noteOf(req).changes.set(String(originalDoc.id), { email, hasPassword })
  return { ...data, email: originalDoc.email }
}

const requirePerson = async ({
  currentPassword,
  req,
}: {
  currentPassword: unknown
  req: PayloadRequest
}): Promise<void> => {
  const { given } = noteOf(req)
  if (given === undefined || given.currentPassword !== currentPassword) {
    await reauthenticate({ currentPassword: undefined, req })
  } else if (given.refusal !== null) {
    throw given.refusal
  }
}

/**
 * A reset brings the whole row, and writes what is in it. Its link was mailed, so whoever holds it
 * holds the mailbox.
 */
const guardReset = async ({ data, req }: { data: Data; req: PayloadRequest }): Promise<Data> => {
  const { reset } = noteOf(req)
  if (!reset || data.resetPasswordToken !== reset.tokenHash) {
    throw new Error('A user is written in a way that is not known.')
  }
  await checkPassword(reset.password, data)
  reset.userId = String(data.id)
  data.emailVerifiedAt = new Date().toISOString()
  return data
}
