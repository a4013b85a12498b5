// A rendition that is there already, over HTTP, beside a server that does nothing but stream that file.
import { createReadStream, statSync, writeFileSync } from 'node:fs'
import http, { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { elapsed, median, ratioOf, renditionUrl, type Place } from './setUp.ts'

const AT_ONCE = 8

export const measureCached = async ({
  id,
  place,
  requests,
  rounds,
}: {
  place: Place
  id: string
  rounds: number
  requests: number
}): Promise<string[]> => {
  const lines: string[] = []
  for (const [name, steps] of [
    ['a thumbnail', 'c_limit,w_320/f_webp,q_auto'],
    ['a whole page’s width', 'c_limit,w_2000/f_jpg,q_90'],
  ] as const) {
    const url = new URL(renditionUrl(id, steps))
    const bytes = Buffer.from(await (await place.handle(new Request(url))).arrayBuffer())
    const file = path.join(place.root, 'static.bin')
    writeFileSync(file, bytes)
    const ours = await listen(createServer(listenerOf(place)))
    const theirs = await listen(
      createServer((_request, response) => {
        response.setHeader('content-length', statSync(file).size)
        createReadStream(file).pipe(response)
      }),
    )
    const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE })
    const times = []
    for (let round = 0; round <= rounds; round += 1) {
      const load = (port: number) => () => ask({ agent, path: url.pathname, port, requests })
      const isOursFirst = round % 2 === 0
      const first = await elapsed(load(isOursFirst ? ours.port : theirs.port))
      const second = await elapsed(load(isOursFirst ? theirs.port : ours.port))
      // The first round warms both up.
      if (round > 0) {
        times.push(isOursFirst ? { ours: first, theirs: second } : { ours: second, theirs: first })
      }
    }
    agent.destroy()
    ours.server.close()
    theirs.server.close()
    const rate = (all: number[]) => (requests / (median(all) / 1000)).toFixed(0)
    const kilobytes = (bytes.length / 1024).toFixed(0)
    lines.push(
      `| ${name}, ${kilobytes} KB | ${rate(times.map((time) => time.theirs))} | ${rate(times.map((time) => time.ours))} | ${ratioOf(times)} |`,
    )
  }
  return lines
}

const listenerOf = ({ handle }: Place) => {
  const listener = getRequestListener(handle)
  return (...args: Parameters<typeof listener>): void => void listener(...args)
}

const listen = async (server: Server): Promise<{ server: Server; port: number }> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

const ask = async ({
  agent,
  path: to,
  port,
  requests,
}: {
  agent: http.Agent
  path: string
  port: number
  requests: number
}): Promise<void> => {
  let left = requests
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      http
        .get({ agent, host: '127.0.0.1', path: to, port }, (response) => {
          response.resume()
          response.once('end', resolve)
        })
        .once('error', reject)
    })
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        left -= 1
        await one()
      }
    }),
  )
}
