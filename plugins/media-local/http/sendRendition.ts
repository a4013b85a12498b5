// A picture in another size or format: from the cache, or made once for everybody who asks now.
import { sha256 } from '../cache/purge.ts'
import type { RenditionKey } from '../cache/renditionCache.ts'
import { mediaProblem } from '../problem.ts'
import type { Stage } from '../transform/geometry.ts'
import type { Plan } from '../transform/plan.ts'
import { render } from '../transform/render.ts'
import { attachment, baseHeaders } from './headers.ts'
import { pictureType } from './mimeTypes.ts'
import { isKnown } from './range.ts'
import { notModified, sendBytes, sendFile } from './sendFile.ts'
import type { Work } from './work.ts'

/** Where the pixels come from, and by what they are known. */
export type Picture = {
  /** Asked only when the rendition is not there yet. */
  fileOf: () => Promise<string>
  isSvg?: boolean
  /** Changes with the pixels. */
  version: string
  /** Seconds that public answers are kept; left out: for ever. */
  seconds?: number
}

export const sendRendition = async ({
  picture,
  plan,
  work,
}: {
  work: Work
  plan: Plan & { stages: Stage[] }
  picture: Picture
}): Promise<Response> => {
  const { address, passage, request, settings } = work
  const key: RenditionKey = {
    publicId: address.publicId,
    version: picture.version,
    transformation: plan.canonical,
    format: plan.format,
  }
  // Known without opening anything: the bytes of the original, and what is made of them.
  const etag = `"${sha256(Object.values(key).join('\n')).slice(0, 32)}"`
  const headers: Record<string, string> = {
    ...baseHeaders({
      grant: passage.grant,
      ...(picture.seconds === undefined ? {} : { seconds: picture.seconds }),
    }),
    'content-type': pictureType(plan.format)!,
    ...(plan.isNegotiated ? { vary: 'Accept' } : {}),
    ...(plan.wanted.attachment === null
      ? {}
      : { 'content-disposition': attachment(fileNameOf({ plan, publicId: address.publicId })) }),
  }
  if (isKnown(request.headers, etag)) {
    return notModified({ etag, headers })
  }
  const inMemory = `${address.publicId}\n${etag}`
  const isWhole = request.method === 'GET' && !request.headers.has('range')
  const kept = isWhole ? settings.memory.get(inMemory) : null
  if (kept) {
    return sendBytes({ bytes: kept, etag, headers })
  }
  const cached =
    (await settings.cache.get(key)) ??
    (await settings
      .flight(etag, () => make({ key, picture, plan, settings }))
      .then(() => settings.cache.get(key)))
  if (!cached) {
    throw mediaProblem('busy', 'The picture was made and is gone again. Ask once more.', {
      retryAfter: 1,
    })
  }
  return sendFile({
    etag,
    handle: cached.handle,
    headers,
    onWhole: (bytes) => settings.memory.put(inMemory, bytes),
    request,
    size: cached.bytes,
  })
}

const make = async ({
  key,
  picture,
  plan,
  settings,
}: {
  key: RenditionKey
  picture: Picture
  plan: Plan & { stages: Stage[] }
  settings: Work['settings']
}): Promise<void> =>
  settings.work.run(async () => {
    const from = await picture.fileOf()
    await settings.cache.put(key, (to) => render({ from, isSvg: picture.isSvg ?? false, plan, to }))
  })

export const fileNameOf = ({ plan, publicId }: { plan: Plan; publicId: string }): string =>
  `${plan.wanted.attachment || publicId.split('/').at(-1)}.${plan.format}`
