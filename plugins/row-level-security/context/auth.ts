/**
 * Authentication. Its own queries run under the capability `auth`, and only they: the strategies,
 * and the endpoints that log in and out. Once somebody is known, the request is his.
 */
import type { Endpoint, Payload } from 'payload'
import { AUTH_CLAIMS } from './localApi.ts'
import { currentScope, withClaims } from './scope.ts'

const AUTH_PATHS = new Set([
  '/first-register',
  '/forgot-password',
  '/init',
  '/login',
  '/logout',
  '/me',
  '/refresh-token',
  '/reset-password',
  '/unlock',
  '/verify/:id',
])

export const guardAuth = (payload: Payload): void => {
  payload.authStrategies = payload.authStrategies.map((strategy) => ({
    ...strategy,
    authenticate: async (args) => {
      const request = currentScope()?.request
      const result = await withClaims(AUTH_CLAIMS, () =>
        Promise.resolve(strategy.authenticate(args)),
      )
      if (request && result.user) {
        request.user = result.user
      }
      return result
    },
  }))
  for (const { config } of Object.values(payload.collections)) {
    if (config.auth && config.endpoints) {
      config.endpoints = config.endpoints.map(asAuthentication)
    }
  }
}

const asAuthentication = (endpoint: Omit<Endpoint, 'root'>): Omit<Endpoint, 'root'> =>
  AUTH_PATHS.has(endpoint.path)
    ? {
        ...endpoint,
        handler: (req) => withClaims(AUTH_CLAIMS, async () => await endpoint.handler(req)),
      }
    : endpoint
