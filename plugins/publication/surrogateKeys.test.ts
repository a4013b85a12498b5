// The tags of an answer, as a CDN reads them.
import { describe, expect, it } from '@jest/globals'
import { toAnswer } from './answer.ts'
import { surrogateHeaders } from './surrogateKeys.ts'

const ids = (count: number) => Array.from({ length: count }, (_, at) => `id-${at}`.padEnd(36, 'x'))

describe('an answer', () => {
  it('names the tags that readers may see, and is told all of them', () => {
    const made = { status: 200, headers: {}, body: '', policy: 'shared' } as const
    const tags = ['tenant:1', 'hidden']
    const isPublicTag = (tag: string) => tag !== 'hidden'
    const answer = toAnswer({ isPublicTag, made, tags, until: Infinity })
    expect(answer.tags).toEqual(tags)
    expect(answer.headers).toMatchObject({ 'surrogate-key': 'tenant:1', 'cache-tag': 'tenant:1' })
  })
})

describe('surrogateHeaders', () => {
  it('names each tag, in the way of each CDN', () => {
    expect(surrogateHeaders(['tenant:1', 'd'])).toEqual({
      'surrogate-key': 'tenant:1 d',
      'cache-tag': 'tenant:1,d',
    })
  })

  it('is not there without tags', () => {
    expect(surrogateHeaders([])).toEqual({})
  })

  it('names only the coarse ones when all would be more than headers can hold', () => {
    const few = ['tenant:1', ...ids(150)]
    expect(surrogateHeaders(few)['surrogate-key']?.split(' ')).toEqual(few)
    const many = [...ids(300), 'tenant:1', 'people:1:ada']
    expect(surrogateHeaders(many)).toEqual({
      'surrogate-key': 'tenant:1 people:1:ada',
      'cache-tag': 'tenant:1,people:1:ada',
    })
    expect(surrogateHeaders(ids(300))).toEqual({})
  })

  it('stays below 16 KB whatever there is, the shortest first', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `case-studies:1:slug-number-${at}`)
    const headers = surrogateHeaders([...many, 'tenant:1'])
    const bytes = Object.values(headers).reduce((sum, { length }) => sum + length, 0)
    expect(bytes).toBeGreaterThan(12 * 1024)
    expect(bytes).toBeLessThan(16 * 1024)
    expect(headers['surrogate-key']?.startsWith('tenant:1 ')).toBe(true)
  })

  it('can be sent, whatever a slug is written in', () => {
    const headers = surrogateHeaders(['people:1:jörg', 'a b,c', 'x\r\ny', 'lone \ud800'])
    expect(headers['surrogate-key']).toBe('people:1:j%C3%B6rg a%20b%2Cc x%0D%0Ay lone%20%EF%BF%BD')
    expect(() => new Headers(headers)).not.toThrow()
  })
})
