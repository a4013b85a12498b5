// Which methods a URL of the REST API takes, for 405 and its `Allow`.
import type { Endpoint, Payload } from 'payload'

/**
 * Reads Payload's own list of endpoints. Empty when nothing is there at all.
 *
 * @param pathname Begins with `/api`.
 */
export const allowedMethods = ({
  pathname,
  payload,
}: {
  pathname: string
  payload: Payload
}): string[] => {
  const { collections, config } = payload
  const [first = '', ...rest] = pathname.slice(config.routes.api.length + 1).split('/')
  const collection = Object.values(collections).find(({ config: { slug } }) => slug === first)
  const endpoints = collection ? collection.config.endpoints : config.endpoints
  const path = `/${(collection ? rest : [first, ...rest]).join('/')}`
  const methods = (isUnserved({ pathname, payload }) ? [] : endpoints || [])
    .filter((endpoint) => isMatch({ endpoint, path }))
    .map(({ method }) => method.toUpperCase())
  if (methods.length === 0) {
    return []
  }
  const all = new Set(
    methods.includes('GET') ? [...methods, 'HEAD', 'OPTIONS'] : [...methods, 'OPTIONS'],
  )
  return [...all].sort()
}

/** Endpoints that Payload registers for every collection, and fails over where it keeps no versions. */
export const isUnserved = ({
  pathname,
  payload,
}: {
  pathname: string
  payload: Payload
}): boolean => {
  const [slug, below] = segments(pathname.slice(payload.config.routes.api.length))
  const collection = Object.values(payload.collections).find(({ config }) => config.slug === slug)
  return (
    collection !== undefined &&
    ((below === 'versions' && !collection.config.versions) ||
      (below === 'verify' && !collection.config.auth?.verify))
  )
}

/** Payload's patterns have whole segments only: `/:id/versions`, `/access/:id?`. */
const isMatch = ({
  endpoint,
  path,
}: {
  endpoint: Pick<Endpoint, 'path'>
  path: string
}): boolean => {
  const pattern = segments(endpoint.path)
  const given = segments(path)
  return (
    given.length <= pattern.length &&
    pattern.every((part, at) =>
      given[at] === undefined ? part.endsWith('?') : part.startsWith(':') || part === given[at],
    )
  )
}

const segments = (path: string): string[] => path.split('/').filter((part) => part !== '')
