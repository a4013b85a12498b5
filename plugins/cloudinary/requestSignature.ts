// Signatures of requests to Cloudinary, and of its answers.
// https://cloudinary.com/documentation/authentication_signatures
import { createHash } from 'node:crypto'
import { isSame } from '../media/signature.ts'
import type { CloudinaryAccount } from './account.ts'

export type Params = Record<string, string | number | boolean | string[] | null | undefined>

/**
 * What is signed: parameters sorted by name, empty ones left out, lists joined by commas.
 *
 * @param version 2 writes `&` inside a value as `%26`, so that no value can pose as a parameter;
 *   1 does not, and is what answers are signed with.
 */
export const stringToSign = (params: Params, version: 1 | 2 = 2): string =>
  Object.entries(present(params))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .map((pair) => (version === 2 ? pair.replace(/&/g, '%26') : pair))
    .join('&')

/** Hexadecimal: 40 digits of SHA-1, 64 of SHA-256. */
export const requestSignature = ({
  algorithm = 'sha1',
  params,
  secret,
  version = 2,
}: {
  params: Params
  secret: string
  algorithm?: CloudinaryAccount['signatureAlgorithm']
  version?: 1 | 2
}): string =>
  createHash(algorithm)
    .update(stringToSign(params, version) + secret)
    .digest('hex')

/**
 * The fields of a request, signed; good for an hour from `now`.
 *
 * @param params All that is sent but the file.
 * @param now Milliseconds.
 */
export const signedFields = ({
  account,
  now = Date.now(),
  params,
}: {
  account: CloudinaryAccount
  params: Params
  now?: number
}): Record<string, string> => {
  const fields = present({ ...params, timestamp: Math.floor(now / 1000) })
  const signature = requestSignature({
    algorithm: account.signatureAlgorithm,
    params: fields,
    secret: account.apiSecret,
  })
  return { ...fields, signature, api_key: account.apiKey }
}

/** Whether an answer to an upload came from Cloudinary, told by its own signature. */
export const isAnswerAuthentic = ({
  publicId,
  secret,
  signature,
  version,
}: {
  publicId: string
  version: number | string
  signature: string
  secret: string
}): boolean =>
  isSame(
    signature,
    requestSignature({
      algorithm: signature.length === 64 ? 'sha256' : 'sha1',
      params: { public_id: publicId, version },
      secret,
      version: 1,
    }),
  )

const present = (params: Params): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params)
      .map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : value] as const)
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([key, value]) => [key, String(value)]),
  )
