// Signing in with an API key: `Authorization: users API-Key vk_…`. The row-level security plugin runs
// every strategy with the rights of authentication, and with no others.
import type { AuthStrategy } from 'payload'
import { findKey, noteUse } from './findKey.ts'
import { isApiKey } from './token.ts'

const SCHEME = 'users API-Key '

export const apiKeyStrategy: AuthStrategy = {
  name: 'api-key',
  authenticate: async ({ headers, isGraphQL = false, payload }) => {
    const header = headers.get('authorization') ?? ''
    const token = header.startsWith(SCHEME) ? header.slice(SCHEME.length) : ''
    const key = isApiKey(token) ? await findKey({ payload, token }) : null
    if (!key) {
      return { user: null }
    }
    const user = await payload.findByID({
      collection: 'users',
      id: key.userId,
      depth: isGraphQL ? 0 : payload.collections.users.config.auth.depth,
      disableErrors: true,
      overrideAccess: true,
    })
    if (user && !key.isUseNoted) {
      await noteUse({ id: key.id, payload })
    }
    return {
      user: user ? { ...user, collection: 'users', _keyId: key.id, _strategy: 'api-key' } : null,
    }
  },
}
