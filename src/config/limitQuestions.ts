// Every endpoint of the API, ours and Payload's, answers within the limits of questions/parameters.ts, and
// every collection refuses what makes no sense. Payload adds its own while the configuration is sanitised,
// hence afterwards.
import type { Endpoint, PayloadHandler, SanitizedConfig } from 'payload'
import { answerAsSent, refuseMalformed } from '../../collections/shared/hooks/refuseMalformed.ts'
import { refuseMeaningless } from '../../collections/shared/hooks/refuseMeaningless.ts'
import { refuseMalformedLogin } from '../../collections/shared/hooks/refuseMalformedLogin.ts'
import { refuseSorts } from '../../collections/shared/hooks/refuseSorts.ts'
import { refuseUnknownNames } from '../../collections/shared/hooks/refuseUnknownNames.ts'
import { withTimeBudget } from '../../plugins/row-level-security/index.ts'
import { checkParameters, databaseTimeFor, type Most } from '../questions/parameters.ts'
import { withReasons } from '../questions/bulk.ts'
import { storablePreference } from '../questions/preferences.ts'
import { checkedReorder } from '../questions/reorder.ts'
import { restoredAsDraft } from '../questions/restore.ts'
import { checkId } from '../questions/id.ts'
import { checkUrl } from '../questions/url.ts'

export const limitQuestions = (config: SanitizedConfig): SanitizedConfig => {
  for (const owner of [config, ...config.collections, ...config.globals]) {
    // Payload gives all collections the same objects.
    if (owner.endpoints) {
      owner.endpoints = owner.endpoints.map(limited)
    }
  }
  for (const { hooks } of config.collections) {
    hooks.beforeOperation = [
      refuseMeaningless,
      refuseSorts,
      refuseMalformed,
      refuseMalformedLogin,
      refuseUnknownNames,
      ...(hooks.beforeOperation ?? []),
    ]
    hooks.afterOperation = [...(hooks.afterOperation ?? []), answerAsSent]
  }
  return config
}

const limited = (endpoint: Endpoint): Endpoint => {
  const { handler, method, path } = endpoint
  const around = AROUND[`${method} ${path}`]
  return {
    ...endpoint,
    handler: within({ ...endpoint, handler: around ? around(handler) : handler }),
  }
}

/** What Payload's own endpoints do otherwise here. */
const AROUND: Readonly<Record<string, (handler: PayloadHandler) => PayloadHandler>> = {
  'delete /': withReasons,
  'patch /': withReasons,
  'post /:key': storablePreference,
  'post /reorder': checkedReorder,
  'post /versions/:id': restoredAsDraft,
}

const within =
  ({ custom, handler, method }: Endpoint): PayloadHandler =>
  async (req) => {
    const isRead = method === 'get'
    const isMember = Boolean(req.user)
    checkUrl(req)
    checkId(req)
    req.query = checkParameters(req.query ?? {}, {
      isMember,
      isRead,
      most: custom?.most as Most | undefined,
    })
    return isRead
      ? withTimeBudget(databaseTimeFor({ isMember }), async () => handler(req))
      : handler(req)
  }
