import { describe, expect, it } from '@jest/globals'
import { isForeignUrl } from './isForeignUrl.ts'

const own = ['https://cms.example.com', 'http://localhost:3000']

describe('isForeignUrl', () => {
  it.each([
    ['https://www.figma.com/embed', true],
    ['https://cms.example.com.evil.test/', true],
    ['https://cms.example.com/admin', false],
    ['https://CMS.Example.com:8443/admin', false],
    ['https://user:pass@cms.example.com./admin', false],
    ['https://localhost/', false],
    ['no url', false],
  ])('%s: %s', (url, expected) => {
    expect(isForeignUrl({ own, url })).toBe(expected)
  })
})
