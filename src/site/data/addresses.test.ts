// Where a site is at home.
import { afterEach, describe, expect, it } from '@jest/globals'
import { canonicalRootOf } from './addresses.ts'

const before = process.env.SERVER_URL

afterEach(() => {
  if (before === undefined) {
    delete process.env.SERVER_URL
  } else {
    process.env.SERVER_URL = before
  }
})

describe('canonicalRootOf', () => {
  it('is the first proven domain, by the scheme and port of the installation', () => {
    const domains = [{ host: 'work.harbor.test' }, { host: 'harbor.test' }]
    process.env.SERVER_URL = 'https://cms.example.com'
    expect(canonicalRootOf({ slug: 'harbor', domains })).toBe('https://work.harbor.test')
    process.env.SERVER_URL = 'http://cms.test:8080/'
    expect(canonicalRootOf({ slug: 'harbor', domains })).toBe('http://work.harbor.test:8080')
  })

  it('is the path on the installation without one', () => {
    process.env.SERVER_URL = 'https://cms.example.com'
    expect(canonicalRootOf({ slug: 'harbor', domains: [] })).toBe('https://cms.example.com/harbor')
    expect(canonicalRootOf({ slug: 'harbor' })).toBe('https://cms.example.com/harbor')
  })
})
