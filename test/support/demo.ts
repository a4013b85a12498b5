// Asks the demo's server for what a test is about.
import { request } from 'node:http'
import type { ServerProcess } from './process.ts'

export type Study = {
  id: string
  slug: string
  title: string
  visibility: string
  tenant: { id: string; slug: string }
}

export type Demo = {
  json: <T>(path: string, init?: RequestInit) => Promise<T>
  logIn: (email: string) => Promise<string>
  /** The studies that a user of the demo, or nobody, finds in a tenant. */
  studiesOf: (tenant: string, email?: string) => Promise<Study[]>
  /** Fetch sets Host itself, so this asks through a plain request. */
  get: (path: string, host: string) => Promise<{ status: number; body: string }>
}

export const demoOf = (server: ServerProcess): Demo => {
  const json = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const response = await fetch(server.url + path, init)
    return (await response.json()) as T
  }

  const logIn = async (email: string): Promise<string> => {
    const { token } = await json<{ token: string }>('/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'vitrine-demo' }),
    })
    return token
  }

  const studiesOf = async (tenant: string, email?: string): Promise<Study[]> => {
    const headers: Record<string, string> = email
      ? { authorization: `JWT ${await logIn(email)}` }
      : {}
    const { docs } = await json<{ docs: Study[] }>(
      `/api/case-studies?where[tenant.slug][equals]=${tenant}&limit=100&draft=true`,
      { headers },
    )
    return docs
  }

  const get = async (path: string, host: string): Promise<{ status: number; body: string }> => {
    const { hostname, port } = new URL(server.url)
    return new Promise((resolve, reject) => {
      request({ hostname, port, path, headers: { host } }, (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString()))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      })
        .on('error', reject)
        .end()
    })
  }
  return { get, json, logIn, studiesOf }
}

/** Asks again, ten times a second. */
export const eventually = async <T>(
  ask: () => Promise<T | false>,
  seconds = 30,
): Promise<T | false> => {
  for (let attempt = 0; attempt < 10 * seconds; attempt += 1) {
    const answer = await ask()
    if (answer) {
      return answer
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
