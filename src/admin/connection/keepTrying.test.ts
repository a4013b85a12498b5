import { describe, expect, it, jest } from '@jest/globals'
import { keepTrying } from './keepTrying.ts'

const problem = (status: number, code: string): Response => Response.json({ code }, { status })

/** Asks once for a form, of a server that gives these answers one after the other. */
const askFor = async ({
  answers,
  init,
  isForForm = true,
}: {
  answers: (Response | Error)[]
  init?: RequestInit
  isForForm?: boolean
}) => {
  const told: boolean[] = []
  const ask = jest.fn(async () => {
    const answer = answers.shift()
    if (answer instanceof Error) {
      throw answer
    }
    return answer!
  })
  const asking = keepTrying({
    ask: ask,
    isForForm: () => isForForm,
    onChange: (isAway) => told.push(isAway),
    pauseMs: 1,
  })('/api/pages/1?autosave=true', init)
  const outcome = await asking.then(
    async (response) => ({ status: response.status, body: (await response.json()) as unknown }),
    (err: Error) => err.name,
  )
  return { asked: ask.mock.calls.length, outcome, told }
}

describe('a request of an open form', () => {
  it('is asked again until the server answers, and the form is told', async () => {
    const answers = [
      problem(503, 'database_unreachable'),
      new TypeError('Failed to fetch'),
      problem(503, 'starting'),
      new Response('Bad gateway', { status: 502 }),
      Response.json({ saved: true }),
    ]
    expect(await askFor({ answers })).toEqual({
      asked: 5,
      outcome: { status: 200, body: { saved: true } },
      told: [true, true, true, true, false],
    })
  })

  it.each([
    [400, 'invalid'],
    [403, 'not_allowed'],
    [409, 'changed_meanwhile'],
    [500, 'internal'],
    [503, 'took_too_long'],
  ])('is not asked again after %d %s', async (status, code) => {
    const { asked, outcome } = await askFor({ answers: [problem(status, code)] })
    expect([asked, outcome]).toEqual([1, { status, body: { code } }])
  })

  it('is given up with whoever asked', async () => {
    const controller = new AbortController()
    const answers = Array.from({ length: 10_000 }, () => problem(503, 'database_unreachable'))
    setTimeout(() => controller.abort(), 20)
    const { outcome } = await askFor({ answers, init: { signal: controller.signal } })
    expect(outcome).toBe('AbortError')
  })
})

it('any other request is answered at once', async () => {
  const answers = [problem(503, 'database_unreachable')]
  const { asked, outcome, told } = await askFor({ answers, isForForm: false })
  expect([asked, told]).toEqual([1, []])
  expect(outcome).toMatchObject({ status: 503 })
})
