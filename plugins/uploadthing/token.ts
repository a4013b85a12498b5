// UPLOADTHING_TOKEN: what it says, and sentences for what is wrong with it that never repeat it.
import { driverProblem } from '../media/driverProblem.ts'

export type UploadthingToken = {
  /** Signs addresses and opens the API. */
  apiKey: string
  appId: string
  /** An app has one: where its files go. */
  region: string
  ingestHost: string
}

/**
 * Reads the token of the UploadThing dashboard: base64 of
 * `{ apiKey: 'sk_…', appId, regions: […], ingestHost? }`.
 *
 * @throws `storage_refused` with a sentence that says which part is wrong.
 * @see https://docs.uploadthing.com/v7
 */
export const parseUploadthingToken = (value: string): UploadthingToken => {
  const content = decode(value.trim())
  const { apiKey, appId, ingestHost = 'ingest.uploadthing.com', regions } = content
  const region: unknown = Array.isArray(regions) ? regions[0] : undefined
  if (typeof apiKey !== 'string' || !apiKey.startsWith('sk_')) {
    throw malformed('the API key in it does not begin with sk_')
  }
  if (typeof appId !== 'string' || !/^[A-Za-z0-9_-]+$/.test(appId)) {
    throw malformed('it names no app')
  }
  if (typeof region !== 'string' || !/^[a-z0-9-]+$/i.test(region)) {
    throw malformed('it names no region')
  }
  if (typeof ingestHost !== 'string' || !/^[a-z0-9.:-]+$/i.test(ingestHost)) {
    throw malformed('the host for uploads in it is no host name')
  }
  return { apiKey, appId, ingestHost, region }
}

const decode = (value: string): Record<string, unknown> => {
  if (value === '') {
    throw malformed('it is empty')
  }
  if (value.startsWith('sk_')) {
    throw malformed('it is an API key; the token is longer and stands beside it')
  }
  try {
    const content: unknown = JSON.parse(Buffer.from(value, 'base64').toString('utf8'))
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) {
      return content as Record<string, unknown>
    }
  } catch {
    // What JSON.parse says repeats a piece of what it read.
  }
  throw malformed('it is not base64 of a JSON object')
}

const malformed = (why: string): Error =>
  driverProblem(
    'storage_refused',
    `UPLOADTHING_TOKEN cannot be used: ${why}. Copy it again from "API Keys" in the UploadThing dashboard, as it stands there.`,
  )
