// What is kept for readers holds no request: with one it would hold a connection for as long as the page is asked for.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { PageRequest } from '../../src/http/pages.ts'
import { startTarget, type Target } from '../support/attacks.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(() => target?.stop())

it('a kept page lets go of the request that it was made for', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // The configuration reads the environment that the target completes.
  const { createPages } = await import('../../src/http/pages.ts')
  const { createSites } = await import('../../src/site/router.ts')
  const sites = createSites({ fetchFile: () => Promise.resolve(new Response(null)) })
  const asked: WeakRef<object>[] = []
  const noting = {
    fetch: (...args: Parameters<typeof sites.fetch>) => {
      const { incoming, outgoing } = args[1] as PageRequest
      asked.push(new WeakRef(incoming), new WeakRef(outgoing))
      return sites.fetch(...args)
    },
  }
  const pages = createPages({
    directory: target.api.directory,
    next: () => Promise.resolve(),
    serverUrl: '',
    sites: noting,
  })
  const listener = getRequestListener(
    async (request, env) => (await pages({ ...env, isHttps: false, request } as PageRequest))!,
    { overrideGlobalObjects: false },
  )
  const server = createServer((req, res) => void listener(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  for (const path of ['', '/work', '/people', '/contact', '/nowhere']) {
    const response = await fetch(`http://127.0.0.1:${port}/client${path}`, {
      headers: { connection: 'close' },
    })
    await response.arrayBuffer()
  }
  await new Promise((resolve) => server.close(resolve))
  expect(asked).toHaveLength(10)
  const held = () => asked.filter((one) => one.deref() !== undefined).length
  for (let times = 0; times < 20 && held() > 0; times += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    collect()
  }
  expect(held()).toBe(0)
})
