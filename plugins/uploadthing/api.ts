// UploadThing's API, through the SDK that @payloadcms/storage-uploadthing brings.
import { UTApi } from 'uploadthing/server'
import { driverProblem, isDriverProblem } from '../media/driverProblem.ts'
import { problemOfFetch, problemOfStatus, unreachable } from './problems.ts'

export type ListedFile = { key: string; bytes: number; createdAt: Date }

export type UploadthingApi = {
  /** How many of them were there. */
  deleteFile: (key: string) => Promise<number>
  setAcl: (key: string, acl: 'public-read' | 'private') => Promise<void>
  usage: () => Promise<{ bytes: number; limit: number }>
  /** Every file of the app that is there whole. */
  listFiles: () => AsyncIterable<ListedFile>
}

const PAGE = 500

export const createApi = ({
  apiUrl,
  timeoutMs,
  token,
}: {
  apiUrl: string
  timeoutMs: number
  token: string
}): UploadthingApi => {
  const call = caller({ apiUrl, timeoutMs, token })
  return {
    deleteFile: async (key) => {
      const { answer } = await call((sdk) => sdk.deleteFiles(key))
      return answer.deletedCount
    },
    setAcl: async (key, acl) => {
      const { answer } = await call((sdk) => sdk.updateACL(key, acl))
      if (!answer.success) {
        throw problemOfStatus(400, 'acl')
      }
    },
    usage: async () => {
      const { answer } = await call((sdk) => sdk.getUsageInfo())
      return { bytes: answer.totalBytes, limit: answer.limitBytes }
    },
    listFiles: async function* () {
      for (let offset = 0; ; offset += PAGE) {
        const { answer, raw } = await call((sdk) => sdk.listFiles({ limit: PAGE, offset }))
        const more = moreOf(raw)
        for (const { key, status } of answer.files) {
          if (status === 'Uploaded') {
            yield { key, bytes: 0, createdAt: new Date(), ...more.get(key) }
          }
        }
        if (!answer.hasMore || answer.files.length === 0) {
          return
        }
      }
    },
  }
}

type Answered<T> = { answer: T; /** As it came, before the SDK leaves fields out. */ raw: string }

/**
 * The SDK's errors say neither the status nor what failed, and it writes what it sends into the log;
 * so each call has a `fetch` of its own that remembers the answer, and the log is off.
 */
const caller =
  ({ apiUrl, timeoutMs, token }: { apiUrl: string; timeoutMs: number; token: string }) =>
  async <T>(run: (sdk: UTApi) => Promise<T>): Promise<Answered<T>> => {
    let seen: { status: number; raw: string } | null = null
    let failure: unknown = null
    const sdk = new UTApi({
      apiUrl,
      logLevel: 'Fatal',
      token,
      fetch: async (input, init) => {
        try {
          const signal = AbortSignal.timeout(timeoutMs)
          const response = await fetch(input, { ...(init as RequestInit), signal })
          const raw = await response.text()
          seen = { status: response.status, raw }
          return new Response(raw, { status: response.status, headers: response.headers })
        } catch (err) {
          failure = err
          throw err
        }
      },
    })
    try {
      return { answer: await run(sdk), raw: seenText(seen) }
    } catch (err) {
      throw problemOf({ err, failure, seen })
    }
  }

type Seen = { status: number; raw: string } | null

const seenText = (seen: Seen): string => seen?.raw ?? ''

const problemOf = ({ err, failure, seen }: { err: unknown; failure: unknown; seen: Seen }) => {
  if (isDriverProblem(err)) {
    return err
  }
  if (seen !== null && seen.status >= 400) {
    return problemOfStatus(seen.status, seen.raw)
  }
  if (failure !== null) {
    return problemOfFetch(failure)
  }
  return seen === null
    ? driverProblem('storage_refused', 'UploadThing was not asked: its SDK refused the settings.')
    : unreachable('its answer is none that it is documented to give')
}

/**
 * Size and time are in the answer, but not in what SDK 7.3.0 hands on. A file of unknown age counts as
 * new, so that no sweep takes it for a leftover.
 */
const moreOf = (raw: string): Map<string, { bytes: number; createdAt: Date }> => {
  const { files } = JSON.parse(raw) as {
    files: { key: string; size?: unknown; uploadedAt?: unknown }[]
  }
  return new Map(
    files.map(({ key, size, uploadedAt }) => [
      key,
      {
        bytes: typeof size === 'number' ? size : 0,
        createdAt: dateOf(uploadedAt),
      },
    ]),
  )
}

const dateOf = (value: unknown): Date => {
  const date = new Date(typeof value === 'number' || typeof value === 'string' ? value : NaN)
  return Number.isNaN(date.getTime()) ? new Date() : date
}
