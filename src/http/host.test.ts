// Which hosts are the platform's own.
import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import { hostOf, isOwnHost } from './host.ts'

const request = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage

describe('hostOf', () => {
  it('reads the host without port, case or trailing dot', () => {
    expect(hostOf({ req: request({ host: 'Work.Example.COM.:8443' }), trustProxy: false })).toBe(
      'work.example.com',
    )
    expect(hostOf({ req: request({ host: '[::1]:3000' }), trustProxy: false })).toBe('[::1]')
  })

  it('believes X-Forwarded-Host only behind a proxy of ours', () => {
    const req = request({ host: 'inside', 'x-forwarded-host': 'work.example.com, other' })
    expect(hostOf({ req, trustProxy: false })).toBe('inside')
    expect(hostOf({ req, trustProxy: true })).toBe('work.example.com')
  })
})

describe('isOwnHost', () => {
  it.each([
    ['localhost', '', true],
    ['[::1]', '', true],
    ['192.168.1.5', '', true],
    ['work.example.com', '', false],
    ['cms.example.com', 'https://cms.example.com', true],
    ['127.0.0.1', 'https://cms.example.com', true],
    ['10.0.0.1', 'https://cms.example.com', false],
  ])('%s with SERVER_URL “%s”: %s', (host, serverUrl, expected) => {
    expect(isOwnHost({ host, serverUrl })).toBe(expected)
  })
})
