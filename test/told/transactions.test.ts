// When a change is told: once, at the commit of its transaction, before the write returns.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import type { Notice } from '../../collections/shared/changes/notice.ts'
import { onTold, tell } from '../../collections/shared/changes/notices.ts'
import { listenForInvalidations } from '../../src/http/invalidations.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, type World } from '../support/tenants.ts'
import { NOTHING, toldBy } from '../support/told.ts'

let running: TestPayload
let payload: Payload
let world: World

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
})

afterAll(() => running?.stop())

const inOne = async (work: (req: PayloadRequest) => Promise<void>): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    await work(req)
    await commitTransaction(req)
  } catch (err) {
    await killTransaction(req)
    throw err
  }
}
const write = (req: PayloadRequest, name: string) =>
  payload.create({
    collection: 'people',
    data: { tenant: world.client.id, name, _status: 'published' } as never,
    overrideAccess: true,
    req,
  })

it('a transaction tells once, after the commit and before the write returns', async () => {
  const events: string[] = []
  const end = onTold(() => events.push('told'))
  await inOne(async (req) => {
    await write(req, 'First')
    await write(req, 'Second')
    events.push('written')
  })
  events.push('returned')
  end()
  expect(events).toEqual(['written', 'told', 'returned'])
})

it('one that rolls back tells nothing', async () => {
  const told = await toldBy(() =>
    expect(
      inOne(async (req) => {
        await write(req, 'Never')
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back'),
  )
  expect(told).toEqual(NOTHING)
})

it('the others are told the same, once, and nothing of what rolls back', async () => {
  const heard: Notice[] = []
  let hear: () => void = () => undefined
  const isOver = new Promise<void>((resolve) => (hear = resolve))
  const listening = await listenForInvalidations({
    databaseUrl: running.runtimeUrl,
    self: 'another process',
    onError: () => undefined,
    onGap: () => undefined,
    onNotice: (notice) => (notice.content.includes('over') ? hear() : heard.push(notice)),
  })
  await inOne(async (req) => {
    await write(req, 'Not for others')
    throw new Error('rolled back')
  }).catch(() => undefined)
  const told = await toldBy(() =>
    inOne(async (req) => {
      await write(req, 'For others')
      await write(req, 'And another')
    }),
  )
  await tell({ req: { payload }, tenant: null, content: ['over'] })
  await isOver
  await listening.stop()
  expect(heard.map(({ access, content }) => [content, [...access].sort()])).toEqual([
    [told.content, told.access],
  ])
})

it('whoever reads when they hear of it is shown it', async () => {
  let read: Promise<{ totalDocs: number }> | undefined
  const end = onTold(() => {
    read ??= payload.count({ collection: 'people', where: { name: { equals: 'Read at once' } } })
  })
  await inOne(async (req) => {
    await write(req, 'Read at once')
  })
  end()
  expect((await read)?.totalDocs).toBe(1)
})

it('of so many changes tells the tenant instead of each', async () => {
  const { id } = world.stranger
  const told = await toldBy(() =>
    inOne(async (req) => {
      for (let index = 0; index < 160; index += 1) {
        await payload.db.create({
          collection: 'services',
          data: { tenant: id, name: `S${index}`, slug: `s-${index}`, _status: 'published' },
          req,
        })
      }
    }),
  )
  expect(told).toEqual({ content: [], access: ['services:*', `tenant:${id}`] })
})

it('a change is committed although somebody who listens fails', async () => {
  const end = onTold(() => {
    throw new Error('not for the writer')
  })
  await inOne(async (req) => {
    await write(req, 'Stored all the same')
  })
  end()
  const { totalDocs } = await payload.count({
    collection: 'people',
    where: { name: { equals: 'Stored all the same' } },
  })
  expect(totalDocs).toBe(1)
})
