// The Cloudinary accounts of this installation and of its tenants, kept in memory: an address has to be
// made without asking a database.
import type { Payload } from 'payload'
import { withCapability } from '../../access/claims.ts'
import { readAccountKey } from '../../collections/StorageAccounts/accountKey.ts'
import { unseal } from '../../collections/StorageAccounts/seal.ts'
import {
  cloudinaryAccount,
  deliveryBaseOf,
  type CloudinaryAccount,
} from '../../plugins/cloudinary/index.ts'

export type Accounts = {
  /** @throws for an account that is not there any more. */
  find: (key: string | null) => Promise<CloudinaryAccount>
  deliveryBaseOf: (key: string | null) => string
  /** The tenant's own, `null` where it has none. */
  ofTenant: (tenant: string) => Promise<{ key: string; account: CloudinaryAccount } | null>
  keys: () => Promise<string[]>
  /** After one has changed. */
  refresh: () => void
}

type Row = {
  tenant: string
  cloudName: string
  apiKey: string
  apiBaseUrl?: string | null
  sealedSecret: string
}

/** @param own The installation's, from CLOUDINARY_URL. */
export const createAccounts = ({
  own,
  getPayload,
}: {
  own: CloudinaryAccount | null
  getPayload: () => Payload
}): Accounts => {
  let loading: Promise<Map<string, CloudinaryAccount>> | undefined
  const load = (): Promise<Map<string, CloudinaryAccount>> => {
    loading ??= readAccounts(getPayload()).catch((err: unknown) => {
      loading = undefined
      throw err
    })
    return loading
  }
  const ofTenant = async (tenant: string) => {
    const found = [...(await load())].find(([key]) => readAccountKey(key)?.tenant === tenant)
    return found ? { key: found[0], account: found[1] } : null
  }
  return {
    deliveryBaseOf: (key) => {
      const foreign = key === null ? null : readAccountKey(key)
      const account = foreign ? cloudinaryAccount({ apiKey: '', apiSecret: '', ...foreign }) : own
      return account ? deliveryBaseOf(account) : ''
    },
    find: async (key) => {
      const account = key?.includes('@') ? (await load()).get(key) : own
      if (!account || (key !== null && !key.includes('@') && key !== account.cloudName)) {
        throw new Error(
          `Files are kept in the Cloudinary account “${key ?? 'of this installation'}”, which is not configured here.`,
        )
      }
      return account
    },
    keys: async () => [...(await load()).keys()],
    ofTenant,
    refresh: () => {
      loading = undefined
    },
  }
}

const readAccounts = async (payload: Payload): Promise<Map<string, CloudinaryAccount>> => {
  const { docs } = await withCapability('useStorageAccount', '*', () =>
    payload.db.find<Row & { id: string }>({
      collection: 'storage-accounts',
      limit: 0,
      pagination: false,
    }),
  )
  const accounts = new Map<string, CloudinaryAccount>()
  for (const { apiBaseUrl, apiKey, cloudName, sealedSecret, tenant } of docs) {
    const apiSecret = unseal({ sealed: sealedSecret, tenant })
    if (apiSecret === null) {
      payload.logger.error({
        msg: 'A storage account cannot be opened: PAYLOAD_SECRET is another than when it was saved. Its owner has to give the API secret again.',
        tenant,
      })
    } else {
      accounts.set(
        `${cloudName}@${tenant}`,
        cloudinaryAccount({ apiKey, apiSecret, cloudName, ...(apiBaseUrl ? { apiBaseUrl } : {}) }),
      )
    }
  }
  return accounts
}
