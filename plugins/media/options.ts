// What a project tells the media plugin: its drivers, its rules, and the few things that only the
// project knows, as small ports.
import type { PayloadRequest, Where } from 'payload'
import type { MediaDriver } from './driver.ts'
import type { ReadNotification } from './endpoints/notification.ts'
import type { Preset, ResourceType } from './grammar/index.ts'
import type { Audience } from './signature.ts'

export type FileKind = 'image' | 'video' | 'document'

/** What one tenant may keep. */
export type FileRules = {
  /** Formats by extension; a file of any other is refused. */
  formats: readonly string[]
  /** The largest file of each kind, in bytes. */
  maxBytes: Record<FileKind, number>
  /** All files together, in bytes; `null` for no limit. */
  quotaBytes: number | null
  /** A folder that people see at the store. */
  folder: string
  tags: readonly string[]
}

export type MediaOptions = {
  /** Collections of uploads, and which formats each takes at all. */
  collections: Record<string, { formats: readonly string[] }>
  drivers: readonly MediaDriver[]
  /** Which driver, and which account at it, takes a new file. */
  placeFor: (args: {
    collection: string
    resourceType: ResourceType
    tenant: string
    req: PayloadRequest
  }) => Promise<{ driver: string; account: string | null }>
  rulesFor: (args: { tenant: string; req: PayloadRequest }) => Promise<FileRules>
  /** The tenant that a new file would belong to, or `null` when the asker may create none there. */
  tenantFor: (args: {
    collection: string
    req: PayloadRequest
    /** As the request names it: a wish, not a right. */
    wanted: unknown
  }) => string | null
  /** For whom an address is made. */
  audienceOf: (args: { tenant: string; collection: string; req: PayloadRequest }) => Audience
  /** Whether what the tenant has published is shown at all. */
  isTenantActive: (args: { tenant: string; req: PayloadRequest }) => Promise<boolean>
  /** The same as a condition on documents, for the rounds that look for files to show or take back. */
  shownWhere: Where
  hiddenWhere: Where
  /** Bytes that a tenant's files take, and how many there are. */
  usageOf: (args: {
    tenant: string
    req: PayloadRequest
  }) => Promise<{ bytes: number; files: number }>
  /** Lets one operation of a tenant at a time count what is used, until its transaction ends. */
  lockUsage: (args: { tenant: string; req: PayloadRequest }) => Promise<void>
  /** Runs what the plugin does beyond the asker's rights, in one tenant or in all (`*`). */
  asServer: <T>(tenant: string, work: () => Promise<T>) => Promise<T>
  /** Queues one of the plugin's own jobs, in the transaction of the request. */
  queue: (args: {
    req: PayloadRequest
    task: string
    input: Record<string, string>
  }) => Promise<void>
  /** Accounts that tenants brought, by name; the installation's own is not among them. */
  accounts?: (args: { req: PayloadRequest }) => Promise<string[]>
  /** What a store sends when something is done; without it there is no address for it. */
  readNotification?: ReadNotification
  /** Called when an address is signed that ends, with when it does, in milliseconds since 1970. */
  onSigned?: (expires: number) => void
  /** The origin that addresses begin with; `''` makes them relative. */
  originOf: (req: PayloadRequest) => string
  presets: readonly Preset[]
  /** The first segment of every id, so that several installations can share one account. */
  root: string
  /** Signs URLs of files that not everybody may fetch. */
  grantSecret: string
  /** Signs tickets of uploads; another key than `grantSecret`. */
  ticketSecret: string
  /** The path below which this server delivers files. */
  base: string
  /** Where files lie while they arrive. */
  tempFolder: string
  /** How long an address of a file that is not public is good for, in seconds. Default a day. */
  grantSeconds?: number
  /** What one of our addresses carries as `s--…--`; `null` for stores that need none. */
  signPublic?: (args: { driver: string; part: string }) => string | null
}
