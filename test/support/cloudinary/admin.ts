// The part of the Admin API that is asked: lists, usage, ping.
import { describe } from './describe.ts'
import { keyOf, refuse, type State } from './state.ts'

/** @param parts Of the path, after the cloud, decoded. */
export const handleAdmin = ({
  parts,
  query,
  state,
}: {
  state: State
  parts: string[]
  query: URLSearchParams
}): object => {
  const [action, resourceType, type, ...id] = parts
  if (action === 'ping') {
    return { status: 'ok' }
  }
  if (action === 'usage') {
    const { image, raw, video } = state.options.limits
    const all = [...state.assets.values()]
    return {
      plan: 'Free',
      storage: { usage: all.reduce((sum, { bytes }) => sum + bytes, 0), credits_usage: 0 },
      resources: all.length,
      media_limits: {
        image_max_size_bytes: image,
        video_max_size_bytes: video,
        raw_max_size_bytes: raw,
        image_max_px: 25_000_000,
        asset_max_total_px: 50_000_000,
      },
    }
  }
  if (action !== 'resources' || !resourceType) {
    throw refuse(404, 'Not found')
  }
  if (type && id.length > 0) {
    const asset = state.assets.get(keyOf(resourceType, type, id.join('/')))
    if (!asset) {
      throw refuse(404, `Resource not found - ${id.join('/')}`)
    }
    return describe(state, asset)
  }
  return page({ query, resourceType, state, type })
}

const page = ({
  query,
  resourceType,
  state,
  type,
}: {
  state: State
  query: URLSearchParams
  resourceType: string
  type?: string
}): object => {
  const from = Number(query.get('next_cursor') ?? 0)
  const most = Math.min(Number(query.get('max_results') ?? 10), 500)
  const prefix = query.get('prefix') ?? ''
  const fitting = [...state.assets.values()]
    .filter((asset) => asset.resourceType === resourceType && (!type || asset.type === type))
    .filter((asset) => asset.publicId.startsWith(prefix))
  return {
    resources: fitting.slice(from, from + most).map((asset) => describe(state, asset)),
    ...(from + most < fitting.length && { next_cursor: String(from + most) }),
  }
}
