// A stand-in for UploadThing: a real server on loopback that the official SDK talks to unchanged.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { json as readJson } from 'node:stream/consumers'
import { answerApi } from './api.ts'
import { ingest } from './ingest.ts'
import { serveFile } from './serve.ts'
import {
  sendJson,
  type Failure,
  type HeldFile,
  type Part,
  type SeenRequest,
  type Standin,
} from './types.ts'

export type UploadthingStandin = {
  token: string
  apiKey: string
  appId: string
  /** What to set so that SDK and driver find it. */
  env: Record<string, string>
  files: Map<string, HeldFile>
  requests: SeenRequest[]
  /** Makes the next request fail; several are worked off in turn. */
  fail: (failure: Failure) => void
  stop: () => Promise<void>
}

/**
 * @param appId Default: `app1`.
 * @param canOverrideAcl Whether files may be private at all. Default: yes.
 * @param limitBytes Of the account. Default: 2 GB.
 * @param now Unix milliseconds, to let signatures end.
 */
export const startUploadthing = async ({
  apiKey = 'sk_test_abc',
  appId = 'app1',
  canOverrideAcl = true,
  limitBytes = 2 * 1024 ** 3,
  now = Date.now,
}: Partial<
  Pick<Standin, 'apiKey' | 'appId' | 'canOverrideAcl' | 'limitBytes' | 'now'>
> = {}): Promise<UploadthingStandin> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'uploadthing-'))
  const files = new Map<string, HeldFile>()
  const standin: Standin = { apiKey, appId, canOverrideAcl, files, folder, limitBytes, now }
  const requests: SeenRequest[] = []
  const failures: Failure[] = []
  let origin = ''

  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const url = new URL(`${origin}${req.url ?? '/'}`)
    const part = partOf(url)
    const seen = { method: req.method ?? '', pathname: url.pathname, search: url.search }
    const headers = req.headers as SeenRequest['headers']
    const request: SeenRequest = { ...seen, headers }
    requests.push(request)
    const failure = takeFailure(failures, part)
    if (failure?.kind === 'stall') {
      return
    }
    if (failure?.kind === 'drop' && part !== 'ingest') {
      req.socket.destroy()
      return
    }
    if (failure?.kind === 'garbage') {
      req.resume()
      res.end('<html>not what you asked for</html>')
      return
    }
    if (failure?.kind === 'status') {
      req.resume()
      return sendJson(res, failure.status ?? 500, { error: failure.error ?? 'Injected failure' })
    }
    if (part === 'ingest') {
      return ingest({ failure, req, res, standin, url })
    }
    if (part === 'files') {
      return serveFile({ failure, req, res, standin, url })
    }
    request.json = await readJson(req)
    const key = headers['x-uploadthing-api-key']
    const name = url.pathname.slice('/v6/'.length)
    return answerApi({ apiKey: key, json: request.json, name, origin, res, standin })
  }

  const server = createServer((req, res) => {
    answer(req, res).catch((err: unknown) => {
      if (!res.headersSent && !res.destroyed) {
        sendJson(res, 400, { error: err instanceof Error ? err.message : 'Bad request' })
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
  const token = tokenOf({ apiKey, appId })
  return {
    token,
    apiKey,
    appId,
    env: {
      UPLOADTHING_TOKEN: token,
      UPLOADTHING_API_URL: origin,
      UPLOADTHING_INGEST_URL: `${origin}/ingest`,
      UPLOADTHING_UFS_HOST: `127.0.0.1:${port}`,
      UPLOADTHING_UFS_APP_ID_LOCATION: 'path',
    },
    files,
    requests,
    fail: (failure) => {
      failures.push(failure)
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const tokenOf = ({ apiKey, appId }: { apiKey: string; appId: string }): string =>
  Buffer.from(
    JSON.stringify({ apiKey, appId, regions: ['dev1'], ingestHost: 'ingest.localhost' }),
  ).toString('base64')

const partOf = ({ pathname }: URL): Part =>
  pathname.startsWith('/ingest/') ? 'ingest' : /^\/(f|a)\//.test(pathname) ? 'files' : 'api'

const takeFailure = (failures: Failure[], part: Part): Failure | null => {
  const at = failures.findIndex(({ on }) => on === undefined || on === part)
  return at === -1 ? null : (failures.splice(at, 1)[0] ?? null)
}
