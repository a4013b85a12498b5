// Sends a file: in one request, or in equal parts of which each is tried again on its own.
// https://cloudinary.com/documentation/client_side_uploading#chunked_asset_upload
import { randomUUID } from 'node:crypto'
import type { ByteRange, FileSource } from '../../media/driver.ts'
import type { ResourceType } from '../../media/grammar/index.ts'
import { signedFields, type Params } from '../requestSignature.ts'
import { cloudAsset, type CloudAsset } from './asset.ts'
import { sendBody, withTries, type Answer, type Client } from './call.ts'
import { multipart } from './multipart.ts'
import { unreadable } from './problems.ts'

/** Bytes. Cloudinary wants 5 MB at least for all but the last, and all of them equal. */
export const CHUNK_SIZE = 20_000_000

/** Bytes; no plan takes more in one request. */
export const REQUEST_LIMIT = 100_000_000

/**
 * Bytes of each part, or `null` for one request. Pictures go in one request for as long as they can:
 * Cloudinary has been seen to fail on pictures in parts.
 */
export const chunkSizeFor = ({
  chunkSize = CHUNK_SIZE,
  resourceType,
  size,
}: {
  resourceType: ResourceType
  size: number
  chunkSize?: number
}): number | null =>
  size > (resourceType === 'image' ? REQUEST_LIMIT : chunkSize) ? chunkSize : null

/** @param params All but the timestamp; signed anew for each request. */
export const upload = async ({
  chunkSize,
  client,
  fileName,
  params,
  resourceType,
  signal,
  source,
}: {
  client: Client
  resourceType: ResourceType
  params: Params
  source: FileSource
  fileName: string
  chunkSize: number | null
  signal?: AbortSignal
}): Promise<CloudAsset> => {
  const uploadId = randomUUID()
  let answer: Answer = {}
  for (const range of rangesOf(source.size, chunkSize ?? Math.max(1, source.size))) {
    const headers: Record<string, string> = chunkSize
      ? {
          'X-Unique-Upload-Id': uploadId,
          'Content-Range': `bytes ${range.start}-${range.end}/${source.size}`,
        }
      : {}
    answer = await withTries({ client, signal }, () =>
      sendBody({
        body: multipart({
          fields: signedFields({ account: client.account, params }),
          fileName,
          range,
          source,
        }),
        client,
        headers,
        path: `${resourceType}/upload`,
        signal,
      }),
    )
  }
  if (answer.done === false) {
    throw unreadable()
  }
  return cloudAsset(answer)
}

/** Both ends included. An empty file has one empty range. */
const rangesOf = (size: number, step: number): ByteRange[] =>
  Array.from({ length: Math.max(1, Math.ceil(size / step)) }, (_, index) => ({
    start: index * step,
    end: Math.min(size, (index + 1) * step) - 1,
  }))
