import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { hlsFile, hlsResponse } from './hls.ts'

const { version } = JSON.parse(readFileSync('node_modules/hls.js/package.json', 'utf8')) as {
  version: string
}

describe('the library for streams', () => {
  it('has an address that changes with the package', () => {
    expect(hlsFile).toBe(`hls.js?v=${version}`)
  })

  it('may be kept for ever', () => {
    expect(hlsResponse().headers.get('cache-control')).toContain('immutable')
  })

  it('is the library', async () => {
    expect(await hlsResponse().text()).toContain('hlsManifestParsed')
  })
})
