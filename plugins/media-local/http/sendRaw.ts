// Files that are neither picture nor film: to be saved, except captions, which players read.
import path from 'node:path'
import { mediaProblem } from '../problem.ts'
import { originalName } from '../store/place.ts'
import { attachment, baseHeaders, SANDBOX } from './headers.ts'
import { rawType } from './mimeTypes.ts'
import { openFile, sendFile } from './sendFile.ts'
import type { Work } from './work.ts'

export const sendRaw = async ({
  address,
  directory,
  passage,
  record,
  request,
}: Work): Promise<Response> => {
  if (address.transformation.some((step) => Object.keys(step).some((key) => key !== 'fl'))) {
    throw mediaProblem(
      'unknown_transformation',
      'Files that are no pictures are delivered as they are.',
    )
  }
  const type = rawType(record.mimeType)
  const isInline = type.startsWith('text/vtt') && address.transformation.length === 0
  const { handle, size } = await openFile(path.join(directory, originalName(record.format)))
  return sendFile({
    etag: `"${record.etag}"`,
    handle,
    headers: {
      ...baseHeaders({ grant: passage.grant }),
      'content-type': type,
      'content-security-policy': SANDBOX,
      ...(isInline
        ? {}
        : { 'content-disposition': attachment(address.publicId.split('/').at(-1)!) }),
    },
    request,
    size,
  })
}
