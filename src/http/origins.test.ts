// Whose pages may use the cookies of a host.
import { describe, expect, it } from '@jest/globals'
import { hostnameOf, mayUseCookies, originOf, trustedOrigins } from './origins.ts'

const serverUrl = 'https://cms.example.com'
const proven = ['work.harbor.test', 'work.kiln.test']

const may = ({
  fetchMode,
  fetchSite,
  host,
  origin,
  server = serverUrl,
}: {
  host: string
  origin?: string
  fetchSite?: string
  fetchMode?: string
  server?: string
}) =>
  mayUseCookies({
    asking: { fetchMode, fetchSite, origin },
    host,
    isOwnHost: host === 'cms.example.com' || host === 'localhost',
    isTenantOrigin: proven.includes(hostnameOf(origin) ?? ''),
    serverUrl: server,
  })

describe('mayUseCookies', () => {
  it.each([
    ['the platform on itself', 'cms.example.com', 'https://cms.example.com', true],
    ['the platform behind a proxy', 'localhost', 'https://cms.example.com', true],
    ['a tenant on its own domain', 'work.harbor.test', 'https://work.harbor.test', true],
    ['a tenant on another’s domain', 'work.kiln.test', 'https://work.harbor.test', false],
    ['a tenant on the platform', 'cms.example.com', 'https://work.harbor.test', false],
    ['the platform on a tenant’s domain', 'work.harbor.test', 'https://cms.example.com', false],
    ['a stranger on the platform', 'cms.example.com', 'https://evil.test', false],
    ['a sandboxed frame', 'work.harbor.test', 'null', false],
    ['what is no origin', 'work.harbor.test', 'work.harbor.test', false],
    ['a name that begins alike', 'work.harbor.test', 'https://work.harbor.test.evil.test', false],
  ])('%s', (_, host, origin, expected) => {
    expect(may({ host, origin })).toBe(expected)
  })

  it('without an origin lets the host itself and navigations pass, and no neighbour', () => {
    const host = 'work.harbor.test'
    expect(may({ host })).toBe(true)
    expect(may({ host, fetchSite: 'same-origin', fetchMode: 'cors' })).toBe(true)
    expect(may({ host, fetchSite: 'none', fetchMode: 'navigate' })).toBe(true)
    expect(may({ host, fetchSite: 'same-site', fetchMode: 'navigate' })).toBe(true)
    expect(may({ host, fetchSite: 'same-site', fetchMode: 'no-cors' })).toBe(false)
    expect(may({ host, fetchSite: 'cross-site', fetchMode: 'no-cors' })).toBe(false)
  })

  it('without SERVER_URL refuses another tenant’s pages only', () => {
    const server = ''
    expect(may({ host: 'localhost', origin: 'http://localhost:3000', server })).toBe(true)
    expect(may({ host: '127.0.0.1', origin: 'http://localhost:5173', server })).toBe(true)
    const harbor = 'http://work.harbor.test:3000'
    expect(may({ host: 'work.harbor.test', origin: harbor, server })).toBe(true)
    expect(may({ host: 'work.kiln.test', origin: harbor, server })).toBe(false)
    expect(may({ host: 'localhost', origin: harbor, server })).toBe(false)
  })
})

describe('trustedOrigins', () => {
  it('is the platform and every proven domain, by its scheme and port', () => {
    expect(trustedOrigins({ hosts: proven, serverUrl })).toEqual([
      'https://cms.example.com',
      'https://work.harbor.test',
      'https://work.kiln.test',
    ])
    expect(originOf({ host: 'a.test', serverUrl: 'http://cms.test:8080' })).toBe(
      'http://a.test:8080',
    )
  })

  it('is empty without SERVER_URL, as it was', () => {
    expect(trustedOrigins({ hosts: proven, serverUrl: '' })).toEqual([])
  })
})
