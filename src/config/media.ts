// Files: the plugin, told what only Vitrine knows.
import path from 'node:path'
import type { Config, Payload, Plugin } from 'payload'
import { canInTenant } from '../../access/compile.ts'
import { withCapability } from '../../access/claims.ts'
import { can, principalOf, tenantIdOf } from '../../access/principal.ts'
import { DOCUMENT_FORMATS, MEDIA_FORMATS } from '../../collections/shared/formats.ts'
import { queueFileWork } from '../../collections/shared/queueFileWork.ts'
import { notificationReader } from '../../plugins/cloudinary/index.ts'
import { mediaPlugin, type MediaOptions } from '../../plugins/media/index.ts'
import { tenantOfId } from '../../plugins/media/asset.ts'
import { deliverySignature } from '../../plugins/media/signature.ts'
import { MEDIA_BASE } from '../media/base.ts'
import { createStores, dataDir } from '../media/drivers.ts'
import { originFor } from '../media/origin.ts'
import { presets } from '../media/presets.ts'
import { noteSigned } from '../media/noteSigned.ts'
import { isTenantActive, rulesFor } from '../media/rules.ts'
import { lockUsage, usageOf } from '../media/usage.ts'
import { keyFor } from './keys.ts'

type FileCollection = 'media' | 'documents'

let running: Payload | undefined

export const stores = createStores({
  getPayload: () => {
    if (!running) {
      throw new Error('Files are asked for before Payload is there.')
    }
    return running
  },
})

export const mediaRoot = (): string => process.env.MEDIA_ROOT || 'vitrine'

export const mediaOptions: MediaOptions = {
  accounts: () => stores.accounts.keys(),
  asServer: (tenant, work) => withCapability('keepFiles', tenant, work),
  audienceOf: ({ collection, req, tenant }) =>
    can(principalOf(req.user), `${collection as FileCollection}.readInternal`, tenant)
      ? 'member'
      : 'link',
  base: MEDIA_BASE,
  collections: { media: { formats: MEDIA_FORMATS }, documents: { formats: DOCUMENT_FORMATS } },
  drivers: stores.drivers,
  hiddenWhere: { 'tenant.status': { not_equals: 'active' } },
  isTenantActive,
  shownWhere: { 'tenant.status': { equals: 'active' } },
  lockUsage,
  onSigned: noteSigned,
  originOf: originFor,
  placeFor: async ({ resourceType, tenant }) => {
    const own = await stores.accounts.ofTenant(tenant)
    if (own) {
      return { driver: 'cloudinary', account: own.key }
    }
    if (resourceType === 'raw' && stores.hasUploadthing) {
      return { driver: 'uploadthing', account: null }
    }
    return stores.cloud
      ? { driver: 'cloudinary', account: stores.cloud.cloudName }
      : { driver: 'local', account: null }
  },
  presets,
  queue: queueFileWork,
  readNotification: notificationReader({
    accountFor: async ({ publicId }) => {
      const tenant = tenantOfId(publicId ?? '')
      return (tenant ? (await stores.accounts.ofTenant(tenant))?.account : null) ?? stores.cloud
    },
  }),
  root: mediaRoot(),
  rulesFor,
  get grantSecret() {
    return keyFor('privateUrls')
  },
  signPublic: ({ driver, part }) =>
    driver === 'local'
      ? deliverySignature({ algorithm: 'sha256', part, secret: keyFor('publicUrls') })
      : null,
  tempFolder: path.join(dataDir(), 'uploads'),
  get ticketSecret() {
    return keyFor('uploadTickets')
  },
  tenantFor: ({ collection, req, wanted }) => {
    const principal = principalOf(req.user)
    const mayIn = (tenant: string) =>
      canInTenant({ action: 'create', collection: collection as FileCollection, principal, tenant })
    const named = tenantIdOf(wanted)
    if (named !== null) {
      return mayIn(named) ? named : null
    }
    const candidates = [...principal.reach.keys()].filter(mayIn)
    return candidates.length === 1 ? candidates[0]! : null
  },
  usageOf,
}

/** Payload tells the drivers that it is there. */
const introduce: Plugin = (config) => ({
  ...config,
  onInit: async (payload) => {
    running = payload
    await config.onInit?.(payload)
  },
})

export const media: Plugin = (config) => introduce(mediaPlugin(mediaOptions)(config) as Config)
