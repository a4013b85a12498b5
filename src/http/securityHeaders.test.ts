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
    for (const path of ['/', '/admin', '/preview/a/1']) {
      expect(policyFor({ nonce, path })).toContain(`'nonce-${nonce}'`)
      expect(policyForNext({ nonce, path })).toBe(policyFor({ nonce, path }))
    }
    for (const path of ['/harbor', '/sites/path/harbor/en', '/api/x', '/admins']) {
      expect(policyFor({ nonce, path })).not.toContain('nonce')
      expect(policyForNext({ nonce, path })).toBeUndefined()
    }
  })
})

describe('policyForSite', () => {
  it('names each script that stands in the page by its hash, and no data', () => {
    const hash = createHash('sha256').update('go()').digest('base64')
    const html = `<script data-site src="/site.js"></script><script type="application/ld+json">{}</script><script>go()</script><script>go()</script>`
    expect(directives(policyForSite(html))['script-src']).toBe(`'self' 'sha256-${hash}'`)
    expect(directives(policyForSite('<p>text</p>'))['script-src']).toBe("'self'")
  })
})
