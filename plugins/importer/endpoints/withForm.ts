/** The upload as Payload reads it: counted while it arrives, and removed from the disk in any case. */
import { rm } from 'node:fs/promises'
import type { PayloadRequest } from 'payload'
import { addDataAndFileToRequest } from 'payload'

import { refusal } from '../error-codes.ts'

type Form = Pick<PayloadRequest, 'data' | 'file'>

/**
 * Reads the form of a request and hands it on.
 *
 * @param most - bytes of the whole body, whether or not it says its length
 * @param take - the file may be on the disk; it is there until this has ended
 * @throws `UPLOAD_TOO_LARGE`, without reading further
 */
export const withForm = async <Result>({
  most,
  req,
  take,
}: {
  most: number
  req: PayloadRequest
  take: (form: Form) => Promise<Result>
}): Promise<Result> => {
  if (Number(req.headers.get('content-length') ?? 0) > most) {
    throw refusal({ code: 'UPLOAD_TOO_LARGE' })
  }
  const form = countedRequest({ most, req })
  try {
    await addDataAndFileToRequest(form)
    return await take(form)
  } finally {
    await removeFiles(form)
  }
}

/** At an error of the body, Payload stops reading and removes what it has written. */
const countedRequest = ({ most, req }: { most: number; req: PayloadRequest }): PayloadRequest => {
  let bytes = 0
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength
      if (bytes > most) {
        controller.error(refusal({ code: 'UPLOAD_TOO_LARGE' }))
      } else {
        controller.enqueue(chunk)
      }
    },
  })
  const body = req.body ? { body: req.body.pipeThrough(count), duplex: 'half' } : {}
  const request = new Request(req.url ?? '', {
    ...body,
    headers: req.headers,
    method: req.method ?? 'POST',
  })
  return Object.assign(request, { payload: req.payload }) as unknown as PayloadRequest
}

/** All of them: a file in a field of another name is on the disk as well. */
const removeFiles = async (form: PayloadRequest): Promise<void> => {
  const files = Object.values((form.files ?? {}) as Record<string, Stored | Stored[]>).flat()
  for (const { tempFilePath } of files) {
    if (tempFilePath) {
      await rm(tempFilePath, { force: true })
    }
  }
}

type Stored = { tempFilePath?: string }
