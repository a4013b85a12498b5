// Which host names no tenant can have.
import { describe, expect, it } from '@jest/globals'
import { hostRefusal } from './hostRefusal.ts'
import { normaliseHost } from './normaliseHost.ts'

const refusal = (host: string, serverUrl = 'https://cms.example.com') =>
  hostRefusal({ host: normaliseHost(host) as string, serverUrl })

describe('hostRefusal', () => {
  it.each([
    ['https://CMS.example.com/', 'this installation'],
    ['cms.example.com.', 'this installation'],
    ['localhost:3000', 'the machine itself'],
    ['work.localhost', 'the machine itself'],
    ['printer.local', 'the machine itself'],
    ['192.168.1.5:8080', 'IP address'],
    ['http://[::1]:3000', 'IP address'],
    [`${'a.'.repeat(127)}example`, 'longer than DNS allows'],
  ])('refuses %s', (host, sentence) => {
    expect(refusal(host)).toContain(sentence)
  })

  it.each([
    'work.example.com',
    'example.com',
    'cms.example.com.evil.test',
    'localhost.example.com',
  ])('lets %s pass', (host) => {
    expect(refusal(host)).toBeNull()
  })

  it('does without an address of the installation', () => {
    expect(refusal('cms.example.com', '')).toBeNull()
  })
})
