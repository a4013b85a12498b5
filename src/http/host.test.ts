// Which hosts are the platform's own.
import { describe, expect, it } from '@jest/globals'
import { hostnameIn, isOwnHost } from './host.ts'

describe('hostnameIn', () => {
  it.each([
    ['Work.Example.COM.:8443', 'work.example.com'],
    ['[::1]:3000', '[::1]'],
    [' cms.example.com ', 'cms.example.com'],
    [undefined, ''],
    [null, ''],
  ])('reads %j as %j', (header, expected) => {
    expect(hostnameIn(header)).toBe(expected)
  })
})

describe('isOwnHost', () => {
  it.each([
    ['localhost', '', true],
    ['[::1]', '', true],
    ['192.168.1.5', '', true],
    ['work.example.com', '', false],
    ['localhost.example.com', '', false],
    ['127.0.0.1.example.com', '', false],
    ['cms.example.com', 'https://cms.example.com', true],
    ['127.0.0.1', 'https://cms.example.com', true],
    ['10.0.0.1', 'https://cms.example.com', false],
    ['[2001:db8::1]', 'https://[2001:db8::1]', true],
  ])('%s with SERVER_URL “%s”: %s', (host, serverUrl, expected) => {
    expect(isOwnHost({ host, serverUrl })).toBe(expected)
  })
})
