// What is signed says exactly what was meant, whatever the parts look like.
import { createHmac } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { mergeClaims, serialise } from './claims.ts'
import { createSigner, deriveKey, paddedKeys } from './signer.ts'

const A = '01a20966-06f1-7270-96f1-7947c7640035'
const B = '01a20966-06f1-7270-96f1-7947c7640036'

describe('serialise', () => {
  it('writes bits as get_bit counts them', () => {
    const text = serialise({
      userId: A,
      caps: ['auth', 'join'],
      grants: [{ permissions: (1n << 0n) | (1n << 9n) | (1n << 255n), tenants: [A, B] }],
    })
    expect(text).toBe(`${A}|auth,join|0102${'00'.repeat(29)}80:${A},${B}`)
  })

  it('leaves out what could be read as something else', () => {
    const text = serialise({
      userId: `${A}|operator`,
      caps: ['auth|operator', 'a,b', 'fine'],
      grants: [
        { permissions: 1n, tenants: ['*', `${A};ff:*`, B] },
        { permissions: 0n, tenants: '*' },
        { permissions: 1n, tenants: [] },
      ],
    })
    expect(text).toBe(`|fine|01${'00'.repeat(31)}:${B}`)
  })

  it('keeps the user when rights are added, and only adds', () => {
    const merged = mergeClaims({ userId: A, caps: [], grants: [] }, [
      { caps: ['join'], grants: [{ permissions: 2n, tenants: [B] }] },
    ])
    expect(merged).toEqual({
      userId: A,
      caps: ['join'],
      grants: [{ permissions: 2n, tenants: [B] }],
    })
  })
})

describe('createSigner', () => {
  const key = deriveKey('a secret of the application')

  it('signs with HMAC-SHA256 (RFC 2104) and names its key', () => {
    const context = createSigner(key)('claims')
    const body = context.slice(0, -65)
    expect(context.slice(-64)).toBe(createHmac('sha256', key.secret).update(body).digest('hex'))
    const [id, until, message] = body.split('|')
    expect([id, message]).toEqual([key.id, 'claims'])
    expect(Number(until) - Date.now() / 1000).toBeGreaterThan(200)
    expect(Number(until) - Date.now() / 1000).toBeLessThan(301)
  })

  it('derives another key from another secret, and padded keys that undo each other', () => {
    expect(deriveKey('another').id).not.toBe(key.id)
    const { inner, outer } = paddedKeys(key)
    expect(inner.map((byte) => byte ^ 0x36)).toEqual(outer.map((byte) => byte ^ 0x5c))
    expect(inner).toHaveLength(64)
  })
})
