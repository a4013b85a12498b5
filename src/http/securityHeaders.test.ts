// Which policy an answer carries.
import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { policyFor, policyForNext, policyForSite } from './securityHeaders.ts'

const nonce = 'bm9uY2U='
const directives = (policy: string): Record<string, string> =>
  Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
  )

describe('policyFor', () => {
  it('lets data run nothing and be framed by nobody', () => {
    for (const path of ['/api', '/api/users/me', '/api/graphql', '/media/x', '/healthz']) {
      expect(directives(policyFor({ nonce, path }))).toEqual({
        'default-src': "'none'",
        'base-uri': "'none'",
        'form-action': "'none'",
        'frame-ancestors': "'none'",
      })
    }
  })

  it('lets nobody frame anything but the preview, which the admin frames', () => {
    for (const path of ['/', '/admin', '/admin/login', '/harbor', '/harbor/work/x', '/previews']) {
      expect(directives(policyFor({ nonce, path }))['frame-ancestors']).toBe("'none'")
    }
    expect(directives(policyFor({ nonce, path: '/preview/case-studies/1' }))).toMatchObject({
      'frame-ancestors': "'self'",
    })
  })

  it('runs our own files and what carries the nonce, never what merely stands in the page', () => {
    for (const path of ['/', '/admin', '/admin/x', '/preview/a/1', '/harbor', '/admin-of-harbor']) {
      const { 'script-src': scripts = '', ...rest } = directives(policyFor({ nonce, path }))
      expect(scripts).toMatch(/^'self'/)
      expect(scripts).not.toContain('unsafe')
      expect(rest).toMatchObject({
        'object-src': "'none'",
        'base-uri': "'self'",
        'form-action': "'self'",
      })
    }
  })

  it('has a nonce only where Next makes the page for this request', () => {
    for (const path of ['/admin', '/preview/a/1']) {
      expect(policyFor({ nonce, path })).toContain(`'nonce-${nonce}'`)
      expect(policyForNext({ nonce, path })).toBe(policyFor({ nonce, path }))
    }
    for (const path of ['/', '/harbor', '/harbor/admin', '/api/x', '/admins']) {
      expect(policyFor({ nonce, path })).not.toContain('nonce')
      expect(policyForNext({ nonce, path })).toBeUndefined()
    }
  })
})

describe('policyForSite', () => {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')

  it('runs our own files alone, and names each style element by its hash', () => {
    const policy = directives(policyForSite({ styles: ['p{}', 'a{}'] }))
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src-elem': `'self' 'sha256-${hashOf('p{}')}' 'sha256-${hashOf('a{}')}'`,
      'base-uri': "'self'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    })
    expect(directives(policyForSite({ styles: [] }))['style-src-elem']).toBe("'self'")
  })

  it('lets nothing run that stands in a page: neither scripts nor handlers, nor code made of text', () => {
    const { 'style-src-attr': attributes, ...rest } = directives(policyForSite({ styles: ['a'] }))
    expect(attributes).toBe("'unsafe-inline'")
    expect(JSON.stringify(rest)).not.toMatch(/unsafe|data:[^"]*"script|\*/)
    for (const name of ['script-src', 'worker-src', 'frame-src', 'connect-src']) {
      expect({ name, sources: rest[name] }).toEqual({
        name,
        sources: expect.not.stringMatching(/http:|data:|nonce/),
      })
    }
  })
})
