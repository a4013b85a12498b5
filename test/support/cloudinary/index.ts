// Cloudinary on loopback, for tests: a real HTTP server with its API and its CDN, its signatures and
// its limits, and with failures on demand. The official SDK talks to it unchanged.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloudinaryAccount, type CloudinaryAccount } from '../../../plugins/cloudinary/index.ts'
import { answerApi, isAdmin } from './api.ts'
import { deliver } from './delivery.ts'
import {
  isRefusal,
  nextFailure,
  refuse,
  type Asset,
  type Failure,
  type SeenRequest,
  type StandInOptions,
  type State,
} from './state.ts'

export type CloudinaryStandIn = {
  url: string
  /** For `CLOUDINARY_URL`. The SDK reads it when it is imported, so set it before. */
  cloudinaryUrl: string
  account: CloudinaryAccount
  /** All that was asked, oldest first. */
  requests: SeenRequest[]
  /** By `<resource type>/<type>/<public id>`. */
  assets: ReadonlyMap<string, Asset>
  fail: (failure: Failure) => void
  /** Forgets what was still to fail. */
  heal: () => void
  /** Ends the making of renditions that `holdEager` held back. */
  finishEager: () => Promise<void>
  /** Resolves when renditions are made and notifications sent. */
  settled: () => Promise<void>
  stop: () => Promise<void>
}

export const startCloudinary = async ({
  limits,
  ...options
}: StandInOptions): Promise<CloudinaryStandIn> => {
  const state: State = {
    options: {
      chunkMinimum: 5_000_000,
      strict: false,
      adminCalls: 500,
      holdEager: false,
      ...options,
      limits: {
        image: 10_485_760,
        raw: 10_485_760,
        video: 104_857_600,
        request: 104_857_600,
        ...limits,
      },
    },
    url: '',
    folder: await mkdtemp(join(tmpdir(), 'cloudinary-')),
    assets: new Map(),
    requests: [],
    failures: [],
    chunks: new Map(),
    locked: new Set(),
    adminCalls: 0,
    pending: new Set(),
    held: [],
    isStopped: false,
  }
  const server = createServer(
    (req, res) => void handle({ req, res, state }).catch(() => res.destroy()),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { apiKey, apiSecret, cloudName } = state.options
  const { url } = state
  const settled = async (): Promise<void> => {
    while (state.pending.size > 0) {
      await Promise.all(state.pending)
    }
  }
  return {
    url,
    cloudinaryUrl: `cloudinary://${apiKey}:${apiSecret}@${cloudName}?upload_prefix=${url}&secure_distribution=${url}`,
    account: cloudinaryAccount({
      cloudName,
      apiKey,
      apiSecret,
      apiBaseUrl: url,
      deliveryBaseUrl: url,
    }),
    requests: state.requests,
    assets: state.assets,
    fail: (failure) => void state.failures.push({ ...failure }),
    heal: () => void state.failures.splice(0),
    finishEager: async () => {
      await Promise.all(state.held.splice(0).map((finish) => finish()))
    },
    settled,
    stop: async () => {
      state.isStopped = true
      await close(server)
      await settled()
      await rm(state.folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
  'Access-Control-Allow-Headers':
    'Content-Type, Content-Range, X-Unique-Upload-Id, X-Requested-With, Range',
  'Access-Control-Expose-Headers': 'Content-Range, ETag, X-Cld-Error',
}

type Exchange = { state: State; req: IncomingMessage; res: ServerResponse }

const handle = async ({ req, res, state }: Exchange): Promise<void> => {
  for (const [name, value] of Object.entries(CORS)) {
    res.setHeader(name, value)
  }
  if (req.method === 'OPTIONS') {
    res.writeHead(204).end()
    return
  }
  const url = new URL(req.url ?? '/', state.url)
  const seen: SeenRequest = {
    method: req.method ?? '',
    action: actionOf(url.pathname),
    path: url.pathname,
    headers: req.headers,
    fields: {},
    fileBytes: 0,
  }
  state.requests.push(seen)
  const failure = nextFailure(state, seen.action)
  try {
    if (await failedBefore({ failure, req, res })) {
      return
    }
    await respond({ failure, req, res, seen, state, url })
  } catch (err) {
    if (res.headersSent || res.destroyed || isGone(req)) {
      return
    }
    const status = isRefusal(err) ? err.status : 500
    const message = err instanceof Error ? err.message : String(err)
    await drain(req)
    res.setHeader('X-Cld-Error', message.replace(/[^\x20-\x7e]/g, '?'))
    answer(res, status, { error: { message } })
  }
}

/** A request that was broken off has no socket any more, whatever its type says. */
const isGone = (req: IncomingMessage): boolean =>
  (req.socket as IncomingMessage['socket'] | null)?.destroyed !== false

const respond = async ({
  failure,
  req,
  res,
  seen,
  state,
  url,
}: Exchange & { failure: Failure | null; seen: SeenRequest; url: URL }): Promise<void> => {
  if (seen.action === 'delivery') {
    await deliver({ path: url.pathname, req, res, state })
    return
  }
  const body = await answerApi({
    onData: () => {
      if (failure?.how === 'drop') {
        req.socket.destroy()
        throw refuse(499, 'Hung up')
      }
    },
    req,
    res,
    seen,
    state,
    url,
  })
  if (failure?.how === 'lost') {
    req.socket.destroy()
  } else if (body) {
    answer(res, 200, body)
  }
}

/** Failures that happen instead of what was asked. */
const failedBefore = async ({
  failure,
  req,
  res,
}: Omit<Exchange, 'state'> & { failure: Failure | null }): Promise<boolean> => {
  switch (failure?.how) {
    case 'status':
      await drain(req)
      if (failure.status === 423 || failure.status === 429) {
        res.setHeader('Retry-After', '0')
      }
      res.setHeader('X-Cld-Error', failure.message ?? 'General Error')
      answer(res, failure.status ?? 500, { error: { message: failure.message ?? 'General Error' } })
      return true
    case 'stall':
      await drain(req)
      return true
    case 'garbage':
      await drain(req)
      res.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Bad gateway')
      return true
    case 'drop':
      if (req.method !== 'POST') {
        req.socket.destroy()
        return true
      }
      return false
    default:
      return false
  }
}

/** A request that is not read to its end resets the connection before its answer arrives. */
const drain = async (req: IncomingMessage): Promise<void> => {
  if (!req.complete && !req.destroyed) {
    await new Promise<void>((resolve) => {
      req.once('end', resolve).once('close', resolve).resume()
    })
  }
}

const answer = (res: ServerResponse, status: number, body: object): void => {
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  res.end(JSON.stringify(body))
}

/** `/v1_1/<cloud>/image/upload` is `upload`, `/v1_1/<cloud>/resources/…` is `resources`. */
const actionOf = (path: string): string => {
  const [, version, , first = '', second = ''] = path.split('/')
  if (version !== 'v1_1') {
    return 'delivery'
  }
  return isAdmin(first) ? first : second
}

const close = async (server: Server): Promise<void> => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
