// A process that was killed cannot give back the tenant that it held.
import { expect, it, jest } from '@jest/globals'
import type { Ended } from './attempt.ts'
import type { ImportRequest } from './messages.ts'

const ends: Ended[] = []
const holders: string[] = []

jest.unstable_mockModule('./attempt.ts', () => ({
  BOUNDS: {},
  attempt: ({ request }: { request: ImportRequest }) => {
    holders.push(request.holder)
    return Promise.resolve(ends.shift())
  },
}))

const { runInChild } = await import('./runInChild.ts')

const killedAt = (step: { id: string; isWhole?: boolean }): Ended => ({
  kind: 'exceeded',
  step: { label: step.id, ...step },
  what: 'time',
})
const refused: Ended = { code: 'NOT_ALLOWED', kind: 'refused', message: 'No.' }

it.each([
  ['the whole took too long', [killedAt({ id: 'known', isWhole: true })], 1],
  ['one document did, and the next process is refused', [killedAt({ id: 'a' }), refused], 1],
  ['nothing was killed, so the process gave it back itself', [refused], 0],
])('the tenant is open at once when %s', async (_, ended, times) => {
  holders.length = 0
  ends.splice(0, ends.length, ...ended)
  const giveBack = jest.fn((_holder: string) => Promise.resolve())
  const importing = runInChild({
    giveBack,
    mode: 'draft',
    source: { folder: '/nowhere' },
    tenant: 'client',
  })
  await expect(importing).rejects.toMatchObject({ code: expect.any(String) })
  expect(giveBack.mock.calls).toEqual(Array.from({ length: times }, () => [holders[0]]))
})
