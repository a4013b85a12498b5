// Deleting what somebody else is deleting: one of them does, and nobody is told that the server failed.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startTarget, type Target } from '../support/attacks.ts'
import { createPicture, createStudy } from '../support/content.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(() => target?.stop())

it.each(['media', 'case-studies', 'services'] as const)(
  'is a success or “not there”, for %s',
  async (collection) => {
    const { payload, world } = target
    const tenant = world.client.id
    for (let round = 0; round < 5; round += 1) {
      const { id } =
        collection === 'media'
          ? await createPicture({ payload, tenant })
          : collection === 'case-studies'
            ? await createStudy({ payload, tenant, title: `Gone ${round}` })
            : await payload.create({
                collection,
                data: { tenant, name: `Gone ${round}` } as never,
              })
      const answers = await Promise.all(
        [1, 2, 3].map(() =>
          target.api.call({
            as: 'owner@client.test',
            method: 'DELETE',
            path: `/api/${collection}/${id}`,
          }),
        ),
      )
      const statuses = answers.map(({ status }) => status)
      expect(statuses).toContain(200)
      expect(statuses.filter((status) => ![200, 404, 409].includes(status))).toEqual([])
      expect(
        (await target.api.call({ as: 'owner@client.test', path: `/api/${collection}/${id}` }))
          .status,
      ).toBe(404)
    }
  },
)
