// What the stand-in for UploadThing holds and remembers.
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A file in the stand-in, whole or in part. */
export type HeldFile = {
  key: string
  customId: string | null
  name: string
  /** As it was signed for. */
  size: number
  type: string
  acl: 'public-read' | 'private'
  disposition: string
  /** Where its bytes lie on this machine. */
  path: string
  /** Bytes that arrived. */
  received: number
  /** MD5, once it is whole. */
  hash: string | null
  uploadedAt: number
}

/** A request as it came, its body left out. */
export type SeenRequest = {
  method: string
  pathname: string
  search: string
  headers: Record<string, string | undefined>
  /** The JSON that was sent to the API. */
  json?: unknown
}

export type Part = 'api' | 'files' | 'ingest'

export type Failure = {
  /** Which part of the service fails; default: whichever is asked next. */
  on?: Part
  /**
   * `status`: an error answer; `stall`: none until the stand-in stops; `drop`: the connection ends,
   * an upload's after half of it; `garbage`: 200 and no JSON.
   */
  kind: 'status' | 'stall' | 'drop' | 'garbage'
  /** For `status`. Default: 500. */
  status?: number
  /** For `status`: the `error` in the answer. */
  error?: string
}

export type Standin = {
  apiKey: string
  appId: string
  /** Whether the dashboard allows `x-ut-acl` and updateACL. */
  canOverrideAcl: boolean
  files: Map<string, HeldFile>
  folder: string
  limitBytes: number
  now: () => number
}

export type Handler = (args: {
  failure: Failure | null
  req: IncomingMessage
  res: ServerResponse
  standin: Standin
  url: URL
}) => Promise<void>

export const sendJson = (res: ServerResponse, status: number, body: unknown): void => {
  res.writeHead(status, { 'content-type': 'application/json' })
  res.end(JSON.stringify(body))
}
