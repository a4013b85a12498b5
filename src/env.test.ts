// What a malformed variable is answered with.
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { readEnvironment, requireServerUrl } from './env.ts'

const read = (env: Record<string, string>) => readEnvironment({ root: '/srv/vitrine', env })

describe('readEnvironment', () => {
  it('runs on loopback with everything in .data when nothing is set', () => {
    expect(read({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      serverUrl: '',
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      dataDir: '/srv/vitrine/.data',
      drainMs: 0,
      isDemoWanted: true,
      trustProxy: false,
    })
  })

  it('listens everywhere once the database is somebody’s own', () => {
    const { databaseUrl, host } = read({ DATABASE_URL: 'postgres://a:b@db:5432/c' })
    expect({ databaseUrl, host }).toEqual({
      databaseUrl: 'postgres://a:b@db:5432/c',
      host: '0.0.0.0',
    })
  })

  it.each([
    [{ PORT: 'eighty' }, 'PORT is “eighty”'],
    [{ PORT: '70000' }, 'PORT is “70000”'],
    [{ SERVER_URL: 'cms.example.com' }, 'SERVER_URL is “cms.example.com”'],
    [{ SERVER_URL: 'https://example.com/cms' }, 'without a path'],
    [{ DATABASE_URL: 'mysql://root:hunter2@db/x' }, 'DATABASE_URL is not a Postgres address'],
    [{ DATABASE_OWNER_URL: 'postgres://a@b/c' }, 'Set both'],
    [{ PAYLOAD_SECRET: 'x'.repeat(31) }, 'PAYLOAD_SECRET is shorter than 32'],
    [{ PAYLOAD_SECRET: 'x'.repeat(32) }, 'PAYLOAD_SECRET repeats itself'],
    [{ PAYLOAD_SECRET: 'vitrine-'.repeat(5) }, 'PAYLOAD_SECRET repeats itself'],
    [{ PAYLOAD_SECRET: '0123456789abcdef'.repeat(2) }, 'PAYLOAD_SECRET repeats itself'],
    [{ PAYLOAD_SECRET: '10101010110100101010111010101011' }, 'PAYLOAD_SECRET repeats itself'],
    [{ PAYLOAD_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789' }, 'in their order'],
    [{ PAYLOAD_SECRET: 'CHANGE_ME_to-something-long-and-random' }, 'is a placeholder'],
    [{ PAYLOAD_SECRET: 'your-secret-key-goes-here-please-1234' }, 'is a placeholder'],
    [{ REQUEST_TIMEOUT_MS: '0' }, 'REQUEST_TIMEOUT_MS is “0”'],
    [{ REQUEST_TIMEOUT_MS: '30s' }, 'REQUEST_TIMEOUT_MS is “30s”'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is “loud”'],
    [{ DNS_SERVERS: '1.1.1.1, dns.example.com' }, 'DNS_SERVERS is “1.1.1.1, dns.example.com”'],
    [{ SMTP_URL: 'mail.example.com', MAIL_FROM: 'a@b.test' }, 'SMTP_URL is not the address'],
    [
      { SMTP_URL: 'https://mail.example.com', MAIL_FROM: 'a@b.test' },
      'SMTP_URL is not the address',
    ],
    [{ SMTP_URL: 'smtp://mail.example.com' }, 'MAIL_FROM is not an address'],
    [{ SMTP_URL: 'smtp://mail.example.com', MAIL_FROM: 'Somebody' }, 'MAIL_FROM is not an address'],
  ])('answers %j with a sentence', (env, sentence) => {
    expect(() => read(env as Record<string, string>)).toThrow(sentence)
  })

  it.each([
    [{}, false],
    [{ HOST: '0.0.0.0' }, false],
    [{ DATABASE_URL: 'postgres://a@db/c' }, true],
    [{ DATABASE_URL: 'postgres://a@db/c', HOST: '::' }, true],
    [{ DATABASE_URL: 'postgres://a@db/c', HOST: '10.0.0.7' }, true],
    [{ DATABASE_URL: 'postgres://a@db/c', HOST: 'cms.example.com' }, true],
    [{ DATABASE_URL: 'postgres://a@db/c', HOST: '127.0.0.2' }, false],
    [{ DATABASE_URL: 'postgres://a@db/c', HOST: 'localhost' }, false],
    [{ DATABASE_URL: 'postgres://a@db/c', HOST: '::1' }, false],
    [{ DATABASE_URL: 'postgres://a@db/c', SERVER_URL: 'https://cms.example.com' }, false],
  ])('%j: insists on SERVER_URL: %s', (env, insists) => {
    const check = () => requireServerUrl(read(env))
    if (insists) {
      expect(check).toThrow('SERVER_URL is not set')
    } else {
      expect(check).not.toThrow()
    }
  })

  it('takes secrets of 32 random characters, in any alphabet', () => {
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      for (let at = 0; at < 2000; at += 1) {
        const PAYLOAD_SECRET = randomBytes(24).toString(encoding).slice(0, 32)
        expect(() => read({ PAYLOAD_SECRET })).not.toThrow()
      }
    }
  })

  it('never repeats a password', () => {
    const sentence = (() => {
      try {
        read({ DATABASE_URL: 'mysql://root:hunter2@db/x' })
        return ''
      } catch (err) {
        return (err as Error).message
      }
    })()
    expect(sentence).toContain('DATABASE_URL')
    expect(sentence).not.toContain('hunter2')
  })
})
