// A change takes a connection, and for a moment another one: of more changes at once than there are connections
// none waits for ever.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startTarget, type Target } from './support/attacks.ts'
import { createStudy } from './support/content.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(() => target?.stop())

it('twenty people save twenty studies at once', async () => {
  const { payload, world } = target
  const ids: string[] = []
  for (let index = 0; index < 20; index += 1) {
    const { id } = await createStudy({ payload, tenant: world.client.id, title: `Study ${index}` })
    ids.push(id)
  }
  const as = 'editor@client.test'
  await target.api.call({ as, path: '/api/users/me' })
  const answers = await Promise.all(
    ids.map((id) =>
      target.api.call({
        as,
        method: 'PATCH',
        path: `/api/case-studies/${id}?draft=true&depth=0`,
        body: { summary: 'Changed' },
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200))
})
