// The pure parts of an invitation: its token, its link, its mail.
import { describe, expect, it } from '@jest/globals'
import { invitationMail } from './mail.ts'
import { roleLabel } from './roleLabel.ts'
import { createToken, hashOf, isToken } from '../shared/token.ts'
import { isTokenOf, linkOf } from './token.ts'

describe('a token', () => {
  it('is new each time, and recognised by its hash alone', () => {
    const [token, other] = [createToken(), createToken()]
    expect(token).not.toBe(other)
    expect(isToken(token)).toBe(true)
    expect(isTokenOf({ hash: hashOf(token), token })).toBe(true)
    expect(isTokenOf({ hash: hashOf(token), token: other })).toBe(false)
    expect(isTokenOf({ hash: null, token })).toBe(false)
  })

  it('is nothing but 43 characters of base64url', () => {
    for (const value of [undefined, 7, '', 'short', `${createToken()}=`, { like: 'a%' }]) {
      expect(isToken(value)).toBe(false)
    }
  })

  it('travels in a link with its tenant', () => {
    const url = new URL(linkOf({ tenant: 't1', token: 'abc' }))
    expect(url.pathname).toBe('/admin/accept-invitation')
    expect(Object.fromEntries(url.searchParams)).toEqual({ tenant: 't1', token: 'abc' })
  })
})

describe('invitationMail', () => {
  const mail = invitationMail({
    inviter: 'Åsa <script>',
    tenant: 'Tom & Jerry',
    role: 'Editor',
    link: 'https://cms.test/admin/accept-invitation?tenant=1&token=2',
    expiresAt: new Date('2026-12-01T10:00:00Z'),
  })

  it('names inviter, tenant, role, link and the last day', () => {
    expect(mail.subject).toBe('Åsa <script> invites you to Tom & Jerry')
    for (const part of ['Åsa', 'Tom & Jerry', 'Editor', '?tenant=1&token=2', '1 December 2026']) {
      expect(mail.text).toContain(part)
    }
  })

  it('escapes what people wrote', () => {
    expect(mail.html).not.toContain('<script>')
    expect(mail.html).toContain('Tom &amp; Jerry')
    expect(mail.html).toContain(
      'href="https://cms.test/admin/accept-invitation?tenant=1&amp;token=2"',
    )
  })
})

describe('roleLabel', () => {
  it('is the table’s word, or the tenant’s own', () => {
    expect(roleLabel({ role: 'editor', customRole: null })).toBe('Editor')
    expect(roleLabel({ role: 'custom', customRole: 'Press' })).toBe('Press')
  })
})
