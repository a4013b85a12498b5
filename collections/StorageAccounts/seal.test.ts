// Sealed secrets open for their own tenant under this installation's secret, those of version 1 too.
import { createCipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import { seal, unseal } from './seal.ts'

const before = process.env.PAYLOAD_SECRET

afterEach(() => {
  process.env.PAYLOAD_SECRET = before
})

/** As values were sealed before keys were derived one by one. */
const sealFirst = ({ tenant, text }: { tenant: string; text: string }): string => {
  const ofPayload = createHash('sha256').update(before!).digest('hex').slice(0, 32)
  const key = Buffer.from(hkdfSync('sha256', ofPayload, '', 'vitrine-storage-account-v1', 32))
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(tenant))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
}

describe('seal', () => {
  it('opens what it sealed, for the same tenant only', () => {
    const sealed = seal({ tenant: 'a', text: 's3cret' })
    expect(sealed).toMatch(/^v2\./)
    expect(sealed).not.toContain('s3cret')
    expect(unseal({ sealed, tenant: 'a' })).toBe('s3cret')
    expect(unseal({ sealed, tenant: 'b' })).toBeNull()
    expect(seal({ tenant: 'a', text: 's3cret' })).not.toBe(sealed)
  })

  it('opens values of version 1, and none that claims the other version', () => {
    const sealed = sealFirst({ tenant: 'a', text: 's3cret' })
    expect(unseal({ sealed, tenant: 'a' })).toBe('s3cret')
    expect(unseal({ sealed, tenant: 'b' })).toBeNull()
    expect(unseal({ sealed: `v2.${sealed}`, tenant: 'a' })).toBeNull()
    expect(unseal({ sealed: seal({ tenant: 'a', text: 'x' }).slice(3), tenant: 'a' })).toBeNull()
  })

  it('opens nothing under another secret, nor what was cut or changed', () => {
    const sealed = seal({ tenant: 'a', text: 's3cret' })
    const [version, iv, tag, text] = sealed.split('.')
    for (const changed of [
      '',
      'v2',
      'v2...',
      `${version}.${iv}.${tag!.slice(0, 6)}.${text}`,
      `${version}.${iv}.${tag}.${text!.slice(1)}`,
    ]) {
      expect({ changed, opened: unseal({ sealed: changed, tenant: 'a' }) }).toEqual({
        changed,
        opened: null,
      })
    }
    process.env.PAYLOAD_SECRET = 'another-secret-of-at-least-32-characters'
    expect(unseal({ sealed, tenant: 'a' })).toBeNull()
  })
})
