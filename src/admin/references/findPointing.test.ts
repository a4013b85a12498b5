import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { findPointing } from './findPointing.ts'

const fetched = globalThis.fetch

afterEach(() => {
  globalThis.fetch = fetched
})

const answering = (answers: Record<string, object>): string[] => {
  const asked: string[] = []
  globalThis.fetch = jest.fn<typeof fetch>(async (input) => {
    const path = input as string
    asked.push(path)
    const body = answers[path]
    return Response.json(body ?? { errors: [{ message: 'No.' }] }, { status: body ? 200 : 403 })
  })
  return asked
}

const referrer = (id: string) => ({ collection: 'case-studies', id, title: id })
const use = (id: string) => ({ collection: 'pages', id, state: 'draft', title: id })

describe('of several', () => {
  it('documents, each that points there is named once, and those that nothing points at are not counted', async () => {
    answering({
      '/api/people/a/referrers': { hidden: 1, referrers: [referrer('x')] },
      '/api/people/b/referrers': { hidden: 0, referrers: [referrer('x'), referrer('y')] },
      '/api/people/c/referrers': { hidden: 0, referrers: [] },
    })
    const ids = ['a', 'b', 'c']
    expect(await findPointing({ collection: 'people', ids, isOfFiles: false })).toEqual({
      kind: 'references',
      question: {
        collection: 'people',
        count: 2,
        hidden: 1,
        ids,
        referrers: [referrer('x'), referrer('y')],
      },
    })
  })

  it('files, each that shows one is named once', async () => {
    answering({
      '/api/media/a/uses': { hidden: 0, uses: [use('x')] },
      '/api/media/b/uses': { hidden: 2, uses: [use('x')] },
    })
    expect(await findPointing({ collection: 'media', ids: ['a', 'b'], isOfFiles: true })).toEqual({
      kind: 'uses',
      count: 2,
      hidden: 2,
      uses: [use('x')],
    })
  })
})

it.each([true, false])(
  'nothing is found where nothing points and where nobody tells',
  async (isOfFiles) => {
    const asked = answering({
      '/api/media/a/uses': { hidden: 0, uses: [] },
      '/api/media/a/referrers': { hidden: 0, referrers: [] },
    })
    expect(await findPointing({ collection: 'media', ids: ['a', 'b'], isOfFiles })).toBeNull()
    expect(asked).toHaveLength(2)
  },
)
