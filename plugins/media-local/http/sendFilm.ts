// Films: the file itself in ranges, its stream, and pictures of it.
import path from 'node:path'
import { mediaProblem } from '../problem.ts'
import { originalName, STREAM_FOLDER } from '../store/place.ts'
import { attachment, baseHeaders, SANDBOX } from './headers.ts'
import { filmType, OCTETS, pictureType, streamPartType } from './mimeTypes.ts'
import { playlistFor } from './playlist.ts'
import { isKnown } from './range.ts'
import { notModified, openFile, sendFile } from './sendFile.ts'
import { planOf } from './sendPicture.ts'
import { sendPoster } from './sendPoster.ts'
import type { Work } from './work.ts'

/** A stream may be made again, with other sizes; its parts are then named anew. */
const PLAYLIST_SECONDS = 300

export const sendFilm = async (work: Work): Promise<Response> => {
  const { address } = work
  const { wanted } = planOf({ source: {}, transformation: address.transformation, work })
  if (wanted.part !== null || wanted.isStream || isPlaylist(address.extension)) {
    return sendStream({ part: wanted.part, work })
  }
  if (address.extension !== null && pictureType(address.extension) !== null) {
    return sendPoster(work)
  }
  // Sizes and codecs of films are not made here: the one film there is plays in every size.
  return sendOriginal({ saveAs: wanted.attachment, work })
}

const isPlaylist = (extension: string | null): boolean =>
  extension === 'm3u8' || extension === 'mpd'

const sendOriginal = async ({
  saveAs,
  work: { address, directory, passage, record, request },
}: {
  work: Work
  saveAs: string | null
}): Promise<Response> => {
  const type = filmType(record.mimeType)
  const { handle, size } = await openFile(path.join(directory, originalName(record.format)))
  const name = `${saveAs || address.publicId.split('/').at(-1)}.${record.format}`
  return sendFile({
    etag: `"${record.etag}"`,
    handle,
    headers: {
      ...baseHeaders({ grant: passage.grant }),
      'content-type': type,
      ...(type === OCTETS ? { 'content-security-policy': SANDBOX } : {}),
      ...(saveAs === null && type !== OCTETS ? {} : { 'content-disposition': attachment(name) }),
    },
    request,
    size,
  })
}

const sendStream = async ({
  part,
  work,
}: {
  work: Work
  /** `null`: the list of sizes. */
  part: string | null
}): Promise<Response> => {
  const { address, directory, passage, record, request } = work
  const extension = address.extension ?? ''
  const type = streamPartType(extension)
  if (record.hasStream !== true || type === null || (part === null && extension !== 'm3u8')) {
    throw record.status === 'processing'
      ? mediaProblem(
          'no_stream',
          'The stream of this film is still being made. Play the file itself.',
          {
            retryAfter: 10,
          },
        )
      : mediaProblem('no_stream', 'There is no stream of this film. Play the file itself.')
  }
  const name = `${part ?? 'master'}.${extension}`
  const { handle, modified, size } = await openFile(path.join(directory, STREAM_FOLDER, name))
  const isList = extension === 'm3u8'
  const headers = {
    ...baseHeaders({ grant: passage.grant, ...(isList ? { seconds: PLAYLIST_SECONDS } : {}) }),
    'content-type': type,
    ...(isList || extension === 'vtt' ? { 'content-security-policy': SANDBOX } : {}),
  }
  const etag = `"${record.etag}-${name}-${modified.toString(36)}"`
  if (!isList) {
    return sendFile({ etag, handle, headers, request, size })
  }
  try {
    // The lines of an answer carry its own grant, so it is another one for each.
    const own = passage.grant ? `${etag.slice(0, -1)}-${passage.grant.expires}"` : etag
    if (isKnown(request.headers, own)) {
      return notModified({ etag: own, headers })
    }
    const text = playlistFor({ text: await handle.readFile('utf8'), work })
    return new Response(request.method === 'HEAD' ? null : text, {
      headers: { ...headers, etag: own, 'content-length': String(Buffer.byteLength(text)) },
    })
  } finally {
    await handle.close()
  }
}
