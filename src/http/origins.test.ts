// Whose pages may use the cookies of a host.
import { describe, expect, it } from '@jest/globals'
import { isOwnHost, hostnameIn } from './host.ts'
import { mayUseCookies, originOf, trustedOrigins, type Asking } from './origins.ts'

const serverUrl = 'https://cms.example.com'
const verified = ['work.harbor.test', 'work.kiln.test']

const may = ({
  host,
  server = serverUrl,
  ...asking
}: Partial<Asking> & { host: string; server?: string }) =>
  mayUseCookies({
    asking: {
      method: 'GET',
      origin: undefined,
      fetchDest: undefined,
      fetchMode: undefined,
      fetchSite: undefined,
      ...asking,
    },
    hostHeader: host,
    isOwnHost: isOwnHost({ host: hostnameIn(host), serverUrl: server }),
    serverUrl: server,
  })

describe('mayUseCookies', () => {
  it.each([
    ['the platform on itself', 'cms.example.com', 'https://cms.example.com', true],
    ['the platform behind a proxy', 'localhost:3000', 'https://cms.example.com', true],
    ['this machine on itself', 'localhost:3000', 'http://localhost:3000', true],
    ['another port of this machine', 'localhost:3000', 'http://localhost:5173', false],
    ['the platform without encryption', 'cms.example.com', 'http://cms.example.com', false],
    ['another port of the platform', 'cms.example.com', 'https://cms.example.com:8443', false],
    ['a tenant on its own domain', 'work.harbor.test', 'https://work.harbor.test', true],
    ['a tenant on another’s domain', 'work.kiln.test', 'https://work.harbor.test', false],
    ['a tenant on the platform', 'cms.example.com', 'https://work.harbor.test', false],
    ['the platform on a tenant’s domain', 'work.harbor.test', 'https://cms.example.com', false],
    ['a stranger on the platform', 'cms.example.com', 'https://evil.test', false],
    ['a sandboxed frame', 'work.harbor.test', 'null', false],
    ['what is no origin', 'work.harbor.test', 'work.harbor.test', false],
    ['an empty origin', 'work.harbor.test', '', false],
    ['a name that begins alike', 'work.harbor.test', 'https://work.harbor.test.evil.test', false],
  ])('%s', (_, host, origin, expected) => {
    expect(may({ host, origin })).toBe(expected)
    expect(may({ host, origin, method: 'POST' })).toBe(expected)
    // What else the browser says does not make a stranger one of us, but the other way round.
    expect(may({ host, origin, fetchSite: 'same-origin' })).toBe(expected)
    expect(may({ host, origin, fetchSite: 'cross-site', fetchMode: 'cors' })).toBe(false)
  })

  it.each([
    ['localhost:3000', 'http://localhost:3000', true],
    ['localhost', 'http://localhost', true],
    ['localhost', 'http://localhost:80', true],
    ['[::1]:3000', 'http://[::1]:3000', true],
    ['192.168.1.5:3000', 'http://192.168.1.5:3000', true],
    ['localhost:3000', 'http://localhost:5173', false],
    ['127.0.0.1:3000', 'http://localhost:3000', false],
    ['localhost:3000', 'http://evil.test', false],
    ['localhost:3000', 'http://evil.test:3000', false],
    ['localhost:3000', 'null', false],
    ['localhost:3000', 'file://', false],
    ['work.harbor.test:3000', 'http://work.harbor.test:3000', true],
    ['work.kiln.test:3000', 'http://work.harbor.test:3000', false],
  ])('without SERVER_URL, on %s a page of %s: %s', (host, origin, expected) => {
    expect(may({ host, origin, server: '' })).toBe(expected)
    expect(may({ host, origin, server: '', method: 'POST' })).toBe(expected)
  })

  it.each([serverUrl, ''])(
    'without an origin goes by fetch metadata; SERVER_URL “%s”',
    (server) => {
      const host = server === '' ? 'localhost:3000' : 'work.harbor.test'
      const asked = (asking: Partial<Asking>) => may({ host, server, ...asking })
      expect(asked({})).toBe(true)
      expect(asked({ fetchSite: 'same-origin', fetchMode: 'cors' })).toBe(true)
      expect(asked({ fetchSite: 'none', fetchMode: 'navigate', fetchDest: 'document' })).toBe(true)
      for (const fetchSite of ['same-site', 'cross-site', 'something-new']) {
        const visit = { fetchSite, fetchMode: 'navigate', fetchDest: 'document' }
        expect(asked(visit)).toBe(true)
        for (const refused of [
          { ...visit, method: 'POST' },
          { ...visit, method: 'DELETE' },
          { ...visit, fetchDest: 'iframe' },
          { ...visit, fetchDest: 'embed' },
          { ...visit, fetchMode: 'no-cors', fetchDest: 'image' },
          { ...visit, fetchMode: 'cors', fetchDest: 'empty' },
          { fetchSite },
        ]) {
          expect({ refused, may: asked(refused) }).toEqual({ refused, may: false })
        }
      }
    },
  )
})

describe('trustedOrigins', () => {
  it('is the platform and every verified domain, by its scheme and port', () => {
    expect(trustedOrigins({ hosts: verified, serverUrl })).toEqual([
      'https://cms.example.com',
      'https://work.harbor.test',
      'https://work.kiln.test',
    ])
    expect(originOf({ host: 'a.test', serverUrl: 'http://cms.test:8080' })).toBe(
      'http://a.test:8080',
    )
  })

  it('takes a domain over HTTPS too where the platform has no certificate', () => {
    expect(trustedOrigins({ hosts: ['a.test'], serverUrl: 'http://cms.test:8080' })).toEqual([
      'http://cms.test:8080',
      'http://a.test:8080',
      'https://a.test',
    ])
  })

  it('is empty without SERVER_URL, as it was', () => {
    expect(trustedOrigins({ hosts: verified, serverUrl: '' })).toEqual([])
  })
})
