// What can be done to files that are there: the rest of the Upload API.
import { rm } from 'node:fs/promises'
import { describe, describeEager } from './describe.ts'
import { keyOf, refuse, type Asset, type State } from './state.ts'
import { parseContext } from './upload.ts'

type Args = { state: State; resourceType: string; fields: Record<string, string> }

export const ACTIONS: Record<string, (args: Args) => Promise<object>> = {
  explicit: async ({ fields, resourceType, state }) => {
    const asset = assetOf({ fields, resourceType, state }, fields.public_id)
    return {
      ...describe(state, asset),
      ...(fields.eager && { eager: describeEager(state, asset) }),
      ...(fields.media_metadata === '1' && { media_metadata: asset.metadata }),
    }
  },
  destroy: async ({ fields, resourceType, state }) => {
    const key = keyOf(resourceType, fields.type ?? 'upload', fields.public_id ?? '')
    const asset = state.assets.get(key)
    if (!asset) {
      return { result: 'not found' }
    }
    state.assets.delete(key)
    await rm(asset.path, { force: true })
    return { result: 'ok' }
  },
  rename: async ({ fields, resourceType, state }) => {
    const asset = assetOf({ fields, resourceType, state }, fields.from_public_id)
    const type = fields.to_type ?? asset.type
    const publicId = fields.to_public_id ?? asset.publicId
    const target = keyOf(resourceType, type, publicId)
    if (state.assets.has(target) && fields.overwrite !== 'true') {
      throw refuse(400, `to_public_id ${publicId} already exists`)
    }
    state.assets.delete(keyOf(resourceType, asset.type, asset.publicId))
    Object.assign(asset, { type, publicId })
    state.assets.set(target, asset)
    return describe(state, asset)
  },
  tags: async ({ fields, resourceType, state }) => {
    const tag = fields.tag ?? ''
    const assets = assetsOf({ fields, resourceType, state })
    for (const asset of assets) {
      const others = asset.tags.filter((one) => one !== tag)
      const next: Record<string, string[]> = {
        add: [...others, tag],
        remove: others,
        remove_all: [],
        replace: [tag],
      }
      asset.tags = next[fields.command ?? ''] ?? asset.tags
    }
    return { public_ids: assets.map(({ publicId }) => publicId) }
  },
  context: async ({ fields, resourceType, state }) => {
    const assets = assetsOf({ fields, resourceType, state })
    for (const asset of assets) {
      asset.context =
        fields.command === 'remove_all' ? {} : { ...asset.context, ...parseContext(fields.context) }
    }
    return { public_ids: assets.map(({ publicId }) => publicId) }
  },
}

const assetOf = ({ fields, resourceType, state }: Args, publicId: string | undefined): Asset => {
  if (!publicId) {
    throw refuse(400, 'Missing required parameter - public_id')
  }
  const asset = state.assets.get(keyOf(resourceType, fields.type ?? 'upload', publicId))
  if (!asset) {
    throw refuse(404, `Resource not found - ${publicId}`)
  }
  return asset
}

const assetsOf = ({ fields, resourceType, state }: Args): Asset[] =>
  (fields.public_ids ?? '').split(',').flatMap((publicId) => {
    const asset = state.assets.get(keyOf(resourceType, fields.type ?? 'upload', publicId))
    return asset ? [asset] : []
  })
