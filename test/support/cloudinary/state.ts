// What the stand-in for Cloudinary knows, and what tests may tell it.
import type { IncomingHttpHeaders } from 'node:http'

export type StandInOptions = {
  cloudName: string
  apiKey: string
  apiSecret: string
  /** Bytes that each part of an upload but the last has to have. Default 5 MB, as at Cloudinary. */
  chunkMinimum?: number
  /** Bytes. Default: those of the free plan, and 100 MB in one request. */
  limits?: Partial<Limits>
  /** Whether unsigned addresses with transformations are refused. */
  strict?: boolean
  /** Calls of the Admin API until it answers 420. Default 500. */
  adminCalls?: number
  /** Keeps films unfinished until `finishEager` is called. */
  holdEager?: boolean
}

export type Limits = { image: number; video: number; raw: number; request: number }

export type Asset = {
  assetId: string
  publicId: string
  version: number
  resourceType: string
  type: string
  /** `null` for raw files. */
  format: string | null
  bytes: number
  etag: string
  width?: number
  height?: number
  duration?: number
  createdAt: Date
  tags: string[]
  context: Record<string, string>
  assetFolder: string
  displayName: string
  originalFilename: string
  metadata: Record<string, string>
  /** Renditions that are made in advance. */
  eager: { transformation: string; format: string; isReady: boolean }[]
  /** Where the bytes lie. */
  path: string
}

export type SeenRequest = {
  method: string
  /** `upload`, `explicit`, …, `resources`, `usage`, `ping`, `delivery`. */
  action: string
  path: string
  headers: IncomingHttpHeaders
  fields: Record<string, string>
  /** Bytes of the file in the form. */
  fileBytes: number
}

export type Failure = {
  /** What is to fail; `webhook` is what the stand-in itself sends. */
  on: string
  /**
   * `status`: answers with one. `stall`: never answers. `drop`: hangs up while it reads. `lost`: does
   * what was asked, then hangs up. `garbage`: answers with what is no JSON. Of webhooks, `drop`: sends
   * it a second later; `duplicate`: twice; `late`: as if three hours old.
   */
  how: 'status' | 'stall' | 'drop' | 'lost' | 'garbage' | 'duplicate' | 'late'
  /** Default 1. */
  times?: number
  /** Requests that succeed before it begins. Default 0. */
  after?: number
  /** Default 500. */
  status?: number
  message?: string
}

export type ChunkedUpload = {
  total: number
  size: number
  parts: Map<number, { path: string; bytes: number }>
  /** The answer to the last part, once it has arrived. */
  finished: Promise<object> | null
}

export type State = {
  options: Required<Omit<StandInOptions, 'limits'>> & { limits: Limits }
  url: string
  folder: string
  assets: Map<string, Asset>
  requests: SeenRequest[]
  failures: Failure[]
  chunks: Map<string, ChunkedUpload>
  /** Addresses that have been answered with 423 once. */
  locked: Set<string>
  adminCalls: number
  /** Things that go on after an answer. */
  pending: Set<Promise<void>>
  /** Films that wait for `finishEager`. */
  held: (() => Promise<void>)[]
  isStopped: boolean
}

/** An answer that is an error, in Cloudinary's form. */
export type Refusal = Error & { status: number }

export const refuse = (status: number, message: string): Refusal =>
  Object.assign(new Error(message), { status })

export const isRefusal = (err: unknown): err is Refusal => err instanceof Error && 'status' in err

export const keyOf = (resourceType: string, type: string, publicId: string): string =>
  `${resourceType}/${type}/${publicId}`

/** The failure that this request is to suffer, if any. */
export const nextFailure = (state: State, on: string): Failure | null => {
  const failure = state.failures.find((one) => one.on === on && (one.times ?? 1) > 0)
  if (!failure) {
    return null
  }
  if ((failure.after ?? 0) > 0) {
    failure.after = (failure.after ?? 0) - 1
    return null
  }
  failure.times = (failure.times ?? 1) - 1
  return failure
}
