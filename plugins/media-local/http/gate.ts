// Who may fetch what: decided before any file is looked for.
import { deliverySignature, grantOf, isGranted, isSame, type Grant } from '../../media/signature.ts'
import { signedPart, type Address, type Transformation } from '../../media/grammar/index.ts'
import { mediaProblem } from '../problem.ts'
import type { Settings } from './settings.ts'

export type Passage = {
  /** `null` for public files. */
  grant: Grant | null
  /** Whether any transformation is allowed, because whoever knows the secret wrote this one. */
  isSigned: boolean
}

/** @throws `signature_missing`, `signature_wrong`, `expired` */
export const passageOf = ({
  address,
  query,
  settings,
}: {
  address: Address
  query: URLSearchParams
  settings: Settings
}): Passage =>
  address.deliveryType === 'authenticated'
    ? { grant: grantFor({ address, query, secret: settings.grantSecret }), isSigned: true }
    : { grant: null, isSigned: isSigned(address, settings.secret) }

/** @throws `signature_missing` where the transformation is neither listed nor signed. */
export const assertMayTransform = ({
  passage,
  settings,
  transformation,
}: {
  passage: Passage
  settings: Settings
  transformation: Transformation
}): void => {
  if (!passage.isSigned && !settings.isAllowed(transformation)) {
    throw mediaProblem(
      'signature_missing',
      'This size or format is not one of those prepared; its address has to be signed.',
    )
  }
}

const grantFor = ({
  address,
  query,
  secret,
}: {
  address: Address
  query: URLSearchParams
  secret: string
}): Grant => {
  const grant = grantOf(query)
  if (grant === null || address.signature === null) {
    throw mediaProblem(
      'signature_missing',
      'This file is not public. Open it from the page that shows it.',
    )
  }
  // At the beginning of time every grant is still valid: what is left to be wrong is the signature.
  if (!isGranted({ address, grant, now: 0, secret })) {
    throw wrongSignature()
  }
  if (!isGranted({ address, grant, secret })) {
    throw mediaProblem(
      'expired',
      'The address of this file has ended. Reload the page that shows it.',
    )
  }
  return grant
}

const isSigned = (address: Address, secret: string): boolean => {
  const { signature } = address
  if (signature === null) {
    return false
  }
  const expected = deliverySignature({
    algorithm: 'sha256',
    isLong: signature.length === 32,
    part: signedPart(address),
    secret,
  })
  if (!isSame(signature, expected)) {
    throw wrongSignature()
  }
  return true
}

const wrongSignature = () =>
  mediaProblem('signature_wrong', 'The signature does not fit this address.')
