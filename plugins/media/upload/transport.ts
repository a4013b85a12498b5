// Sends one request and hears how much of it has left. XMLHttpRequest, because `fetch` does not say.
import { cancelled, uploadProblem, type Answer } from './problem.ts'

export type SendRequest = {
  url: string
  method: 'POST' | 'PUT'
  headers?: Record<string, string>
  body: Blob | FormData
  /** Whether the session's cookie goes along: to this server, never to another. */
  withCookie: boolean
  /** Bytes of the body that have left. */
  onProgress?: (sent: number) => void
  signal?: AbortSignal
}

/** Rejects with an upload problem when there is no answer; any answer resolves. */
export type Transport = (request: SendRequest) => Promise<Answer>

export const xhrTransport: Transport = ({
  body,
  headers = {},
  method,
  onProgress,
  signal,
  url,
  withCookie,
}) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(cancelled())
      return
    }
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    const settle = (finish: () => void) => {
      signal?.removeEventListener('abort', abort)
      finish()
    }
    request.open(method, url)
    request.withCredentials = withCookie
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value)
    }
    request.upload.onprogress = ({ loaded }) => onProgress?.(loaded)
    request.onload = () =>
      settle(() =>
        resolve({
          status: request.status,
          body: parse(request.responseText),
          headers: (name) => request.getResponseHeader(name),
        }),
      )
    request.onabort = () => settle(() => reject(cancelled()))
    request.onerror = () =>
      settle(() => reject(uploadProblem({ code: 'upload_offline', isPassing: true })))
    request.ontimeout = request.onerror
    signal?.addEventListener('abort', abort)
    request.send(body)
  })

/** Where there is no XMLHttpRequest: progress is told once a request is through. */
export const fetchTransport =
  (fetch: typeof globalThis.fetch): Transport =>
  async ({ body, headers = {}, method, onProgress, signal, url, withCookie }) => {
    const answer = await ask({
      fetch,
      url,
      init: { method, headers, body, credentials: withCookie ? 'include' : 'omit' },
      signal,
    })
    if (body instanceof Blob) {
      onProgress?.(body.size)
    }
    return answer
  }

/** A request whose answer is JSON. Rejects with an upload problem when there is no answer. */
export const ask = async ({
  fetch,
  init,
  signal,
  url,
}: {
  fetch: typeof globalThis.fetch
  url: string
  init?: RequestInit
  signal?: AbortSignal
}): Promise<Answer> => {
  try {
    const response = await fetch(url, {
      credentials: 'include',
      ...init,
      ...(signal ? { signal } : {}),
    })
    return {
      status: response.status,
      body: parse(await response.text()),
      headers: (name) => response.headers.get(name),
    }
  } catch (err) {
    throw signal?.aborted
      ? cancelled()
      : uploadProblem({ code: 'upload_offline', isPassing: true, cause: err })
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
