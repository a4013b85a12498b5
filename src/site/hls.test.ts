import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { answerAsset } from './assets.ts'
import { hlsFile } from './hls.ts'

const { version } = JSON.parse(readFileSync('node_modules/hls.js/package.json', 'utf8')) as {
  version: string
}

let server: Server

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    void answerAsset('hls.js', { incoming, outgoing })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

const get = (file: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/harbor/${file}`)

describe('the library for streams', () => {
  it('has an address that changes with the package', () => {
    expect(hlsFile).toBe(`hls.js?v=${version}`)
  })

  it('may be kept for ever at this address, and a minute at any other', async () => {
    expect((await get(hlsFile)).headers.get('cache-control')).toContain('immutable')
    for (const file of ['hls.js', 'hls.js?v=0.0.1']) {
      expect((await get(file)).headers.get('cache-control')).toContain('s-maxage=60')
    }
  })

  it('is the library', async () => {
    expect(await (await get(hlsFile)).text()).toContain('hlsManifestParsed')
  })
})
