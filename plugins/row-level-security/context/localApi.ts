/**
 * The Local API: a call that names its user runs as him, all the way down. Payload passes some of
 * its own queries a request without its user, `findByID` for one.
 */
import type { Payload } from 'payload'
import { claimsIn, claimsOfUser, currentScope, runInScope, withClaims } from './scope.ts'
import type { Claims } from './claims.ts'

const METHODS = [
  'count',
  'countGlobalVersions',
  'countVersions',
  'create',
  'delete',
  'duplicate',
  'find',
  'findByID',
  'findDistinct',
  'findGlobal',
  'findGlobalVersionByID',
  'findGlobalVersions',
  'findVersionByID',
  'findVersions',
  'restoreGlobalVersion',
  'restoreVersion',
  'update',
  'updateGlobal',
] as const

/** What decides who somebody is; before that, nobody is anybody. */
const AUTH_METHODS = ['forgotPassword', 'login', 'resetPassword', 'unlock', 'verifyEmail'] as const

/**
 * Outside of any request, where nobody asks, a user may be found by his id: Payload's scheduled
 * publishing looks up who planned it, and then acts as him.
 */
const findUsersForJobs = (payload: Payload): void => {
  const methods = payload as unknown as Record<string, Method>
  const original = methods.findByID!.bind(payload)
  methods.findByID = (options, ...rest) => {
    const { collections } = payload as unknown as { collections: Collections }
    const isUser = Boolean(collections[options.collection ?? '']?.config.auth)
    const isNobody = !claimsIn(currentScope()) && !options.user && !options.req?.user
    return isUser && isNobody
      ? withClaims(AUTH_CLAIMS, () => original(options, ...rest))
      : original(options, ...rest)
  }
}

type Collections = Record<string, { config: { auth?: unknown } } | undefined>

type Options = { collection?: string; req?: { user?: unknown }; user?: unknown }
type Method = (options: Options, ...rest: unknown[]) => Promise<unknown>

/** Rights of authentication: to find a user by what he presents, and to keep his sessions. */
export const AUTH_CLAIMS: Claims = { userId: null, grants: [], caps: ['auth'] }

export const guardLocalApi = (payload: Payload): void => {
  const methods = payload as unknown as Record<string, Method>
  findUsersForJobs(payload)
  for (const name of METHODS) {
    const original = methods[name]!.bind(payload)
    methods[name] = (options, ...rest) => {
      const scope = currentScope()
      const user = options?.user ?? options?.req?.user
      return user && !scope?.claims
        ? runInScope(
            { ...scope, claims: claimsOfUser(user) },
            async () => await original(options, ...rest),
          )
        : original(options, ...rest)
    }
  }
  for (const name of AUTH_METHODS) {
    const original = methods[name]!.bind(payload)
    methods[name] = (...args) => withClaims(AUTH_CLAIMS, () => original(...args))
  }
}
