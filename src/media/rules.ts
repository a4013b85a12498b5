// What a tenant may keep: what its agency set, and what everybody may where it set nothing.
import type { PayloadRequest } from 'payload'
import { withCapability } from '../../access/claims.ts'
import { FILE_FORMATS } from '../../collections/shared/formats.ts'
import type { FileRules } from '../../plugins/media/options.ts'

const MB = 1_000_000

/** Where nothing is set, in MB. */
const DEFAULTS = { image: 50, video: 5000, document: 200 } as const

/** The largest file that any tenant could be allowed, in bytes: what the server reads at most. */
export const MOST_BYTES = 20_000 * MB

type TenantDoc = {
  id: string
  slug: string
  status: string
  quotas?: {
    storageMb?: number | null
    imageMb?: number | null
    videoMb?: number | null
    documentMb?: number | null
    formats?: string[] | null
  } | null
  files?: { folder?: string | null; tags?: string | null } | null
}

export const rulesFor = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<FileRules> => {
  const doc = await readTenant({ req, tenant })
  const { documentMb, formats, imageMb, storageMb, videoMb } = doc?.quotas ?? {}
  return {
    formats: formats?.length ? formats : FILE_FORMATS,
    maxBytes: {
      image: (imageMb ?? DEFAULTS.image) * MB,
      video: (videoMb ?? DEFAULTS.video) * MB,
      document: (documentMb ?? DEFAULTS.document) * MB,
    },
    quotaBytes: storageMb ? storageMb * MB : null,
    folder: doc?.files?.folder || doc?.slug || tenant,
    tags: [
      'vitrine',
      `tenant-${doc?.slug ?? tenant}`,
      ...(doc?.files?.tags ?? '')
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ],
  }
}

export const isTenantActive = async (args: {
  req: PayloadRequest
  tenant: string
}): Promise<boolean> => (await readTenant(args))?.status === 'active'

const readTenant = ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<TenantDoc | null> =>
  withCapability('keepFiles', tenant, () =>
    req.payload.db.findOne<TenantDoc>({
      collection: 'tenants',
      req,
      where: { id: { equals: tenant } },
    }),
  )
