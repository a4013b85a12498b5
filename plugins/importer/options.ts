/** What the importer needs to know of the project around it. Every default is Vitrine's own name. */
import type { Payload, PayloadRequest, TypedUser } from 'payload'

import type { ImportReport } from './report.ts'
import type { RunImportArgs } from './write/run.ts'

export type ImporterOptions = {
  /** Set to false to leave the admin untouched. The command line still works. @default true */
  enabled?: boolean
  /** Slugs of the collections that are written. */
  slugs?: Partial<ImporterSlugs>
  /** May this user import into that tenant? Asked before anything is written. */
  canImport?: CanImport
  /**
   * May this user import into any tenant at all? Asked before an upload is read, since only its body names the tenant.
   * @default everybody who is signed in
   */
  canImportAnywhere?: CanImportAnywhere
  /**
   * Asked before each document: whether the session lasts and the right stands. What was brought before stays.
   * @default canImport
   */
  mayContinue?: CanImport
  /**
   * Holds a document's row until the transaction of `req` ends, so that an editor's save cannot come between
   * the import's comparison and its write.
   * @default nothing: the two are one transaction, and the moment between them is not guarded
   */
  holdDocument?: HoldDocument
  /**
   * Keeps every other import out of a tenant, in all processes, until what it resolves with is called.
   * @throws `ALREADY_RUNNING`
   * @default nothing: one process imports into a tenant once at a time
   */
  holdTenant?: HoldTenant
  /**
   * Runs an import that came in a request somewhere else than in the process that answers requests.
   * @default here
   */
  runElsewhere?: RunElsewhere
  /** Where the admin's import map finds this plugin. @default '/plugins/importer' */
  componentsPath?: string
  limits?: Partial<ImporterLimits>
}

export type ImporterSlugs = {
  caseStudies: string
  documents: string
  industries: string
  media: string
  memberships: string
  organisations: string
  pages: string
  people: string
  redirects: string
  services: string
  technologies: string
  tenants: string
  testimonials: string
  users: string
}

export type ImporterLimits = {
  /** Bytes of one Markdown or HTML file. @default 4 MiB */
  documentBytes: number
  /** Bytes of one image. @default 25 MiB */
  imageBytes: number
  /** Bytes of a WordPress export. @default 128 MiB */
  exportBytes: number
  /** Bytes of an upload in the admin, its form included. @default 200 MiB */
  uploadBytes: number
  /** Bytes that a .zip may unpack to. @default 600 MiB */
  unpackedBytes: number
  /** Documents in one import. @default 5,000 */
  documents: number
}

export type CanImport = (args: {
  payload: Payload
  req?: PayloadRequest
  tenantId: string
  user: TypedUser
}) => Promise<boolean>

export type CanImportAnywhere = (args: {
  req: PayloadRequest
  user: TypedUser
}) => boolean | Promise<boolean>

export type HoldDocument = (args: {
  collection: string
  id: string
  req: PayloadRequest
}) => Promise<void>

export type HoldTenant = (args: {
  /** The import; it may hold the tenant already, from a process that was ended. */
  holder: string
  payload: Payload
  tenantId: string
}) => Promise<(() => Promise<void>) | undefined>

export type RunElsewhere = (
  args: Pick<
    RunImportArgs,
    'mode' | 'onProgress' | 'overwrite' | 'payload' | 'sourceName' | 'tenant' | 'user'
  > & {
    source: { folder: string; name: string }
  },
) => Promise<ImportReport>

export type ImporterPort = {
  canImport: CanImport
  canImportAnywhere: CanImportAnywhere
  mayContinue: CanImport
  componentsPath: string
  holdDocument: HoldDocument
  holdTenant: HoldTenant
  runElsewhere?: RunElsewhere
  limits: ImporterLimits
  slugs: ImporterSlugs
}

const MIB = 1024 * 1024

export const DEFAULT_LIMITS: ImporterLimits = {
  documentBytes: 4 * MIB,
  imageBytes: 25 * MIB,
  exportBytes: 128 * MIB,
  uploadBytes: 200 * MIB,
  unpackedBytes: 600 * MIB,
  documents: 5000,
}

export const DEFAULT_SLUGS: ImporterSlugs = {
  caseStudies: 'case-studies',
  documents: 'documents',
  industries: 'industries',
  media: 'media',
  memberships: 'memberships',
  organisations: 'organisations',
  pages: 'pages',
  people: 'people',
  redirects: 'redirects',
  services: 'services',
  technologies: 'technologies',
  tenants: 'tenants',
  testimonials: 'testimonials',
  users: 'users',
}

export const resolveOptions = (options: ImporterOptions = {}): ImporterPort => {
  const slugs = { ...DEFAULT_SLUGS, ...options.slugs }
  return {
    canImport: options.canImport ?? isAdminOfTenant(slugs),
    canImportAnywhere: options.canImportAnywhere ?? (() => true),
    mayContinue: options.mayContinue ?? options.canImport ?? isAdminOfTenant(slugs),
    componentsPath: options.componentsPath ?? '/plugins/importer',
    holdDocument: options.holdDocument ?? (() => Promise.resolve()),
    holdTenant: options.holdTenant ?? (() => Promise.resolve(undefined)),
    runElsewhere: options.runElsewhere,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    slugs,
  }
}

/** Admins and owners of the tenant, or of the agency that the tenant belongs to. */
const isAdminOfTenant =
  (slugs: ImporterSlugs): CanImport =>
  async ({ payload, tenantId, user }) => {
    if ((user as { operator?: boolean }).operator) {
      return true
    }
    const tenant = (await payload.findByID({
      collection: slugs.tenants as never,
      depth: 0,
      disableErrors: true,
      id: tenantId,
    })) as { agency?: string | null } | null
    if (!tenant) {
      return false
    }
    const { totalDocs } = await payload.count({
      collection: slugs.memberships as never,
      where: {
        and: [
          { user: { equals: user.id } },
          { tenant: { in: tenant.agency ? [tenantId, tenant.agency] : [tenantId] } },
          { role: { in: ['admin', 'owner'] } },
          { status: { equals: 'active' } },
        ],
      },
    })
    return totalDocs > 0
  }
