// What processes send each other about changes.
import { describe, expect, it } from '@jest/globals'
import { merged, noticeFrom, parseNotice, payloadsOf } from './notice.ts'

const tagOf = (tenant: string) => `tenant:${tenant}`
const many = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)

describe('a notice', () => {
  it('names each tag once, and one of both kinds as one of access', () => {
    const gathered = merged(merged(undefined, [{ tenant: 'a', content: ['x', 'y', 'x'] }]), [
      { tenant: 'a', access: ['y'] },
      { tenant: null, content: ['files'] },
    ])
    expect(noticeFrom(gathered, tagOf)).toEqual({ access: ['y'], content: ['x', 'files'] })
  })

  it('of very many names the tenants, and what is nobody’s as it is', () => {
    const gathered = merged(undefined, [
      { tenant: 'a', content: many(301, 'id') },
      { tenant: 'b', access: ['y'], content: ['z'] },
      { tenant: null, access: ['people:*'] },
    ])
    expect(noticeFrom(gathered, tagOf)).toEqual({
      access: ['tenant:b', 'people:*'],
      content: ['tenant:a'],
    })
  })
})

describe('the texts of a notice', () => {
  it('are less than 8,000 bytes each and together say all of it', () => {
    const notice = { access: many(150, `日本-${'語'.repeat(50)}-`), content: many(150, '"quoted"') }
    const payloads = payloadsOf(notice, 'here')
    expect(payloads.length).toBeGreaterThan(1)
    expect(Math.max(...payloads.map((text) => Buffer.byteLength(text)))).toBeLessThan(8000)
    const parsed = payloads.map(parseNotice)
    expect(parsed.flatMap((one) => one!.access)).toEqual(notice.access)
    expect(parsed.flatMap((one) => one!.content)).toEqual(notice.content)
  })

  it('are none when there is nothing to say', () => {
    expect(payloadsOf({ access: [], content: [] }, 'here')).toEqual([])
  })
})
