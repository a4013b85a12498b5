import { describe, expect, it } from '@jest/globals'
import { requestHost } from './requestHost.ts'

describe('requestHost', () => {
  it('drops the port, the case and a trailing dot', () => {
    expect(requestHost(new Headers({ host: 'Work.Harbor.test.:3000' }), false)).toBe(
      'work.harbor.test',
    )
  })
  it('believes a forwarded host only behind our own proxy', () => {
    const headers = new Headers({
      host: 'vitrine.test',
      'x-forwarded-host': 'work.harbor.test, inner',
    })
    expect(requestHost(headers, false)).toBe('vitrine.test')
    expect(requestHost(headers, true)).toBe('work.harbor.test')
  })
})
