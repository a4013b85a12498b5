/** Files that pages load and that are the same for every tenant: style sheets, fonts and scripts, by their name. */
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { send } from '../../plugins/publication/index.ts'
import { fontFile } from './fonts/files.ts'
import { hlsSource } from './hls.ts'
import { islandsSource } from './islands.ts'
import { splitTarget } from '../http/urlPath.ts'
import { publication } from './publication.ts'
import { acceptsOf, type RawRequest } from './request.ts'
import { isDevelopment } from './reloading.ts'
import { stylesheetFile } from './stylesheet.ts'

export type Asset = {
  /** Which of those with its name. */
  id: string
  type: string
  body: string | Uint8Array
  /** Stands as `v` in the address of this content, which never changes. */
  version: string
}

const SCRIPT = 'text/javascript; charset=utf-8'

const ASSETS: ReadonlyMap<string, (query: URLSearchParams) => Asset | null> = new Map([
  ['theme.css', stylesheetFile],
  ['font.woff2', fontFile],
  ['site.js', () => ({ id: '', type: SCRIPT, ...islandsSource })],
  ['hls.js', () => ({ id: '', type: SCRIPT, ...hlsSource() })],
])

export const ASSET_NAMES = [...ASSETS.keys()]

/** Null where no asset has this name, or none is meant by the query. */
export const answerAsset = async (name: string, raw: RawRequest): Promise<Response | null> => {
  const query = new URLSearchParams(splitTarget(raw.incoming.url ?? '').search)
  const asset = ASSETS.get(name)?.(query)
  if (!asset) {
    return null
  }
  const { body, id, type, version } = asset
  // An older page may ask for the version that it knew.
  const isCurrent = query.get('v') === version && !isDevelopment
  const found = await publication().answer({
    key: `asset ${name} ${id} ${version} ${isCurrent}`,
    accepts: acceptsOf(raw.incoming),
    make: () =>
      Promise.resolve({
        status: 200,
        headers: { 'content-type': type },
        body,
        policy: isCurrent ? 'immutable' : 'shared',
      }),
  })
  await send(found, raw)
  return RESPONSE_ALREADY_SENT
}
