// The address of a file is on the host that was asked. On a tenant's own domain the admin shows
// pictures of drafts, and the cookie that opens them is that domain's.
import type { CollectionAfterReadHook, Plugin } from 'payload'
import { requestHost } from '../admin/login/requestHost.ts'
import { originOf } from '../http/origins.ts'

/** What Payload adds to an upload, as far as it is about addresses. */
type Addressed = {
  url?: string | null
  thumbnailURL?: string | null
  sizes?: Record<string, { url?: string | null } | undefined>
}

const followHost: CollectionAfterReadHook<Addressed & { id: string }> = ({ doc, req }) => {
  const { csrf, serverURL } = req.payload.config
  const host = requestHost(req.headers)
  if (serverURL === '' || host === '') {
    return doc
  }
  const origin = originOf({ host, serverUrl: serverURL })
  // Only where it is a proven domain; what else a request claims to be for is not repeated.
  return origin !== serverURL && csrf.includes(origin)
    ? moved({ doc, from: serverURL, to: origin })
    : doc
}

const moved = <T extends Addressed>({ doc, from, to }: { doc: T; from: string; to: string }): T => {
  const move = (url: string | null | undefined) =>
    url?.startsWith(`${from}/`) ? to + url.slice(from.length) : url
  return {
    ...doc,
    ...('url' in doc ? { url: move(doc.url) } : {}),
    ...('thumbnailURL' in doc ? { thumbnailURL: move(doc.thumbnailURL) } : {}),
    ...(doc.sizes
      ? {
          sizes: Object.fromEntries(
            Object.entries(doc.sizes).map(([name, size]) => [
              name,
              size && 'url' in size ? { ...size, url: move(size.url) } : size,
            ]),
          ),
        }
      : {}),
  }
}

export const filesFollowHost: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) =>
    collection.upload
      ? {
          ...collection,
          hooks: {
            ...collection.hooks,
            afterRead: [...(collection.hooks?.afterRead ?? []), followHost],
          },
        }
      : collection,
  ),
})
