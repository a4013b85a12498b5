// Who asks: signatures and keys, checked as Cloudinary does. On purpose not with the driver's own
// code, so that a mistake there does not agree with itself here.
import { createHash } from 'node:crypto'
import { refuse, type State } from './state.ts'

const UNSIGNED = ['file', 'cloud_name', 'resource_type', 'api_key', 'signature']

export const checkSignature = (state: State, fields: Record<string, string>): void => {
  const { apiKey, apiSecret } = state.options
  if (fields.api_key !== apiKey) {
    throw refuse(401, `Invalid api_key ${fields.api_key}`)
  }
  const signature = fields.signature ?? ''
  const toSign = Object.keys(fields)
    .filter((name) => !UNSIGNED.includes(name) && fields[name] !== '')
    .sort()
    .map((name) => `${name}=${fields[name]}`.split('&').join('%26'))
    .join('&')
  if (signature !== hash(signature.length === 64 ? 'sha256' : 'sha1', toSign + apiSecret)) {
    throw refuse(401, `Invalid Signature ${signature}. String to sign - '${toSign}'.`)
  }
  const time = Number(fields.timestamp)
  if (!Number.isFinite(time) || Math.abs(Date.now() / 1000 - time) > 3600) {
    const reported = new Date(time * 1000 || 0).toISOString()
    throw refuse(400, `Stale request - reported time is ${reported} which is more than 1 hour ago`)
  }
}

export const checkBasic = (state: State, header: string | undefined): void => {
  const { apiKey, apiSecret } = state.options
  const expected = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`
  if (header !== expected) {
    throw refuse(401, 'Invalid credentials')
  }
}

export const answerSignature = (state: State, publicId: string, version: number): string =>
  hash('sha1', `public_id=${publicId}&version=${version}${state.options.apiSecret}`)

export const notificationSignature = (state: State, body: string, timestamp: number): string =>
  hash('sha1', `${body}${timestamp}${state.options.apiSecret}`)

/** @param given Of `s--…--`: 8 characters of SHA-1 or SHA-256, or 32 of SHA-256. */
export const isDeliverySigned = (state: State, given: string, part: string): boolean => {
  const digest = (name: string) =>
    createHash(name)
      .update(part + state.options.apiSecret)
      .digest('base64')
      .split('+')
      .join('-')
      .split('/')
      .join('_')
  return given.length === 32
    ? digest('sha256').slice(0, 32) === given
    : digest('sha1').slice(0, 8) === given || digest('sha256').slice(0, 8) === given
}

const hash = (name: string, text: string): string => createHash(name).update(text).digest('hex')
