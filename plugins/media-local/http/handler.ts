// Everything below /media: reads the address, asks who may fetch it, and answers with the file.
import sharp from 'sharp'
import { parseDeliveryPath, type Address } from '../../media/grammar/index.ts'
import { isMediaProblem, mediaProblem, type MediaProblem } from '../problem.ts'
import { locate } from '../store/record.ts'
import { assertMayTransform, passageOf } from './gate.ts'
import { problemHeaders } from './headers.ts'
import { notFound } from './sendFile.ts'
import { sendFilm } from './sendFilm.ts'
import { sendPicture } from './sendPicture.ts'
import { sendRaw } from './sendRaw.ts'
import { settingsOf, type MediaHandlerOptions, type Settings } from './settings.ts'
import type { Work } from './work.ts'

/** An id takes 255 at most; the rest is steps. */
const MAX_ADDRESS = 2048

export type MediaHandler = ((request: Request) => Promise<Response>) & {
  /** Ends the timers. */
  close: () => Promise<void>
  /** Removes every rendition of a file. */
  purge: (publicId: string) => Promise<void>
}

/**
 * Answers `GET` and `HEAD` for addresses of the delivery grammar. Never throws and never rejects.
 *
 * @example
 * const present = ({ code, message, status }) => Response.json({ code, message }, { status })
 * const handle = createMediaHandler({ folder, cacheFolder, secret, grantSecret, allowed, present })
 * app.get('/media/*', ({ req }) => handle(req.raw))
 */
export const createMediaHandler = (options: MediaHandlerOptions): MediaHandler => {
  // Its own cache of pixels: every rendition is made once, so it would only hold memory.
  sharp.cache(false)
  const settings = settingsOf(options)
  const refuse = (problem: MediaProblem, request: Request): Response => {
    const response = settings.present(problem, request)
    for (const [name, value] of Object.entries(problemHeaders(problem))) {
      response.headers.set(name, value)
    }
    return response
  }
  const handle = async (request: Request): Promise<Response> => {
    try {
      return await answer({ request, settings })
    } catch (err) {
      if (isMediaProblem(err)) {
        return refuse(err, request)
      }
      options.onError?.(err)
      return refuse(
        mediaProblem('failed', 'The file could not be read. Try again in a moment.'),
        request,
      )
    }
  }
  return Object.assign(handle, {
    close: () => settings.cache.close(),
    purge: (publicId: string) => {
      settings.memory.forget(publicId)
      return settings.cache.purge(publicId)
    },
  })
}

const answer = async ({
  request,
  settings,
}: {
  request: Request
  settings: Settings
}): Promise<Response> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw mediaProblem('method_not_allowed', 'Files are only read here.', {
      headers: { allow: 'GET, HEAD' },
    })
  }
  const { address, query } = addressOf({ request, settings })
  const passage = passageOf({ address, query, settings })
  if (settings.mayServe && !(await settings.mayServe(address, passage.grant))) {
    throw notFound()
  }
  const { folder } = settings
  // Whoever was granted a file goes on seeing it once everybody may.
  const found =
    (await locate({ ...address, folder })) ??
    (passage.grant === null ? null : await locate({ ...address, deliveryType: 'upload', folder }))
  if (!found) {
    return fetchElsewhere({ address, passage, request, settings })
  }
  const work: Work = { ...found, address, passage, request, settings }
  switch (address.resourceType) {
    case 'image':
      return sendPicture(work)
    case 'video':
      return sendFilm(work)
    case 'raw':
      return sendRaw(work)
  }
}

const addressOf = ({
  request,
  settings: { base },
}: {
  request: Request
  settings: Settings
}): { address: Address; query: URLSearchParams } => {
  if (request.url.length > MAX_ADDRESS + 512) {
    throw mediaProblem('bad_address', 'The address is longer than any that is given out.')
  }
  const { pathname, searchParams } = new URL(request.url)
  const address = pathname.startsWith(`${base}/`)
    ? parseDeliveryPath(pathname.slice(base.length))
    : null
  if (address === null || pathname.length > MAX_ADDRESS) {
    throw mediaProblem('bad_address', 'This is not the address of a file.')
  }
  return { address, query: searchParams }
}

const fetchElsewhere = async ({
  address,
  passage,
  request,
  settings,
}: Pick<Work, 'address' | 'passage' | 'request' | 'settings'>): Promise<Response> => {
  if (!settings.fetchRemote) {
    throw notFound()
  }
  if (address.transformation.length > 0) {
    assertMayTransform({ passage, settings, transformation: address.transformation })
  }
  const response = await settings.fetchRemote(address, request)
  if (response === null) {
    throw notFound()
  }
  return response
}
