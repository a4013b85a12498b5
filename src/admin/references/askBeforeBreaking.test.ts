import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { askBeforeBreaking, type Choice, type Question } from './askBeforeBreaking.ts'

const referrer = (id: string) => ({
  collection: 'case-studies',
  id,
  isOnline: true,
  title: id,
  url: `/admin/collections/case-studies/${id}`,
})

const ofOne = {
  errors: [{ data: { code: 'still_referenced', hidden: 1, referrers: [referrer('a')] } }],
}

const ofMany = {
  docs: [{ id: 'free' }],
  errors: [
    { id: 'x', code: 'still_referenced', hidden: 0, referrers: [referrer('a')] },
    { id: 'y', code: 'still_referenced', hidden: 2, referrers: [referrer('a'), referrer('b')] },
    { id: 'z', message: 'Something else.' },
  ],
}

const before = globalThis.window

beforeEach(() => {
  globalThis.window = {
    location: { href: 'https://here.test/admin', origin: 'https://here.test' },
  } as never
})

afterEach(() => {
  globalThis.window = before
})

const call = async ({
  answers,
  choice = null,
  decided = null,
  init = { method: 'DELETE' },
  url = '/api/people/x',
}: {
  answers: Response[]
  choice?: Choice
  decided?: Choice
  init?: RequestInit
  url?: string
}) => {
  const questions: Question[] = []
  const ask = jest.fn<typeof fetch>(async () => answers.shift()!)
  const answer = await askBeforeBreaking({
    ask,
    decide: async (question) => {
      questions.push(question)
      return choice
    },
    decided: (collection) => (collection === 'people' ? decided : null),
  })(url, init)
  return {
    asked: ask.mock.calls.map(([to]) => (to instanceof URL ? to.href : to)),
    body: (await answer.json()) as unknown,
    questions,
    status: answer.status,
  }
}

const conflict = (body: object) => Response.json(body, { status: 409 })

describe('what something points at', () => {
  it('is deleted with what was decided', async () => {
    const done = await call({ answers: [conflict(ofOne), Response.json({})], choice: 'remove' })
    expect(done.questions).toEqual([
      { collection: 'people', count: 1, hidden: 1, ids: ['x'], referrers: [referrer('a')] },
    ])
    expect(done.asked).toEqual([
      '/api/people/x',
      'https://here.test/api/people/x?references=remove',
    ])
    expect(done.status).toBe(200)
  })

  it('is deleted at once with what was decided before, in the same collection only', async () => {
    const one = await call({ answers: [Response.json({})], decided: 'keep' })
    expect([one.asked, one.questions]).toEqual([
      ['https://here.test/api/people/x?references=keep'],
      [],
    ])
    const other = await call({
      answers: [Response.json({})],
      decided: 'keep',
      url: '/api/services/x',
    })
    expect(other.asked).toEqual(['/api/services/x'])
    const changed = await call({
      answers: [Response.json({})],
      decided: 'keep',
      init: { method: 'PATCH', body: '{"name":"x"}' },
    })
    expect(changed.asked).toEqual(['/api/people/x'])
  })

  it('is asked about again when what was decided does not settle it', async () => {
    const done = await call({
      answers: [conflict(ofOne), Response.json({})],
      choice: 'remove',
      decided: 'keep',
    })
    expect(done.asked).toEqual([
      'https://here.test/api/people/x?references=keep',
      'https://here.test/api/people/x?references=remove',
    ])
  })

  it('stays, without another word, when nothing was decided', async () => {
    const { asked, body, status } = await call({ answers: [conflict(ofOne)] })
    expect([asked.length, status, body]).toEqual([1, 409, { errors: [] }])
  })

  it('is asked about once for many, each that points there named once, and what was done stays told', async () => {
    const { body, questions } = await call({
      answers: [conflict(ofMany), Response.json({ docs: [{ id: 'x' }], errors: [] })],
      choice: 'keep',
      init: { method: 'patch', body: '{"deletedAt":"now"}' },
      url: '/api/people?where[id][in]=x,y,z,free',
    })
    expect(questions).toMatchObject([
      { count: 2, hidden: 2, ids: ['x', 'y', 'z'], referrers: [{ id: 'a' }, { id: 'b' }] },
    ])
    expect(body).toMatchObject({ docs: [{ id: 'free' }, { id: 'x' }] })
  })
})

it.each([
  ['another answer', { answers: [conflict({ errors: [{ message: 'Other' }] })] }],
  ['no JSON', { answers: [new Response('{"a":1')], isBroken: true }],
  ['a change', { answers: [conflict(ofOne)], init: { method: 'PATCH', body: '{"name":"x"}' } }],
  ['another host', { answers: [conflict(ofOne)], url: 'https://there.test/api/people/x' }],
  ['another path', { answers: [conflict(ofOne)], url: '/admin/people/x' }],
])('%s is handed on as it is', async (_, args) => {
  const done = await call(args as Parameters<typeof call>[0]).catch((err: Error) => err)
  if (done instanceof Error) {
    expect('isBroken' in args).toBe(true)
  } else {
    expect(done.questions).toEqual([])
    expect(done.asked).toHaveLength(1)
  }
})
