import { describe, expect, it } from '@jest/globals'
import { cancelled, uploadProblem } from './problem.ts'
import { createQueue, type QueueOptions } from './queue.ts'
import type { UploadSession } from './session.ts'
import type { CompletedUpload } from './types.ts'

const completed: CompletedUpload = {
  file: {
    filename: 'a.jpg',
    mimeType: 'image/jpeg',
    size: 3,
    clientUploadContext: { signedReceipt: 'r' },
  },
  preview: null,
  duplicates: [],
}

type Sending = Parameters<QueueOptions['send']>[0] & {
  arrive: () => Promise<void>
  fail: () => Promise<void>
}

/** A queue whose files travel as the test says. */
const queueOf = (more: Partial<QueueOptions> = {}) => {
  const sending: Sending[] = []
  const saved: string[] = []
  const abandoned: UploadSession[] = []
  const queue = createQueue({
    now: () => 0,
    send: (args) =>
      new Promise((resolve, reject) => {
        args.signal.addEventListener('abort', () => reject(cancelled()))
        sending.push({
          ...args,
          arrive: async () => {
            resolve(completed)
            await settle()
          },
          fail: async () => {
            reject(uploadProblem({ code: 'upload_offline' }))
            await settle()
          },
        })
      }),
    save: async ({ text }) => {
      saved.push(text)
      return { id: 'doc-1' }
    },
    abandon: async (session) => {
      abandoned.push(session)
    },
    ...more,
  })
  return { abandoned, queue, saved, sending }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
const file = (name: string) => new File(['abc'], name)
const session = { received: 1 } as UploadSession
const states = (queue: ReturnType<typeof createQueue>) => queue.items().map(({ state }) => state)

describe('travelling', () => {
  it('takes two at a time', () => {
    const { queue, sending } = queueOf()
    queue.add(['a', 'b', 'c'].map(file))
    expect(sending.map((one) => one.file.name)).toEqual(['a', 'b'])
  })

  it('takes the next when one has arrived', async () => {
    const { queue, sending } = queueOf()
    queue.add(['a', 'b', 'c'].map(file))
    await sending[1]!.arrive()
    expect(sending.map((one) => one.file.name)).toEqual(['a', 'b', 'c'])
  })

  it('takes the next when one has failed', async () => {
    const { queue, sending } = queueOf({ limit: 1 })
    queue.add(['a', 'b'].map(file))
    await sending[0]!.fail()
    expect(states(queue)).toEqual(['failed', 'preparing'])
  })

  it('hands a second try what the first one left', async () => {
    const { queue, sending } = queueOf()
    queue.add([file('a')])
    sending[0]!.onSession(session)
    await sending[0]!.fail()
    queue.retry(queue.items()[0]!.id)
    expect(sending[1]!.session).toBe(session)
  })

  it('tells its listeners', () => {
    const { queue, sending } = queueOf()
    queue.add([file('a')])
    let told = 0
    queue.subscribe(() => (told += 1))
    sending[0]!.onProgress({ phase: 'sending', sent: 1, total: 3 })
    expect([told, queue.items()[0]!.sent]).toEqual([1, 1])
  })
})

describe('keeping', () => {
  it('waits for the words', async () => {
    const { queue, saved, sending } = queueOf()
    queue.add([file('a')])
    await sending[0]!.arrive()
    queue.keep(queue.items()[0]!.id)
    expect(saved).toEqual([])
  })

  it('makes the document when the words are there', async () => {
    const { queue, saved, sending } = queueOf()
    queue.add([file('a')])
    await sending[0]!.arrive()
    const { id } = queue.items()[0]!
    queue.write(id, ' A pier ')
    queue.keep(id)
    await settle()
    expect([saved, states(queue)]).toEqual([['A pier'], ['saved']])
  })

  it('makes it on arrival when that was wished before', async () => {
    const { queue, saved, sending } = queueOf()
    queue.add([file('a')])
    const { id } = queue.items()[0]!
    queue.write(id, 'A pier')
    queue.keep(id)
    await sending[0]!.arrive()
    expect(saved).toEqual(['A pier'])
  })

  it('leaves a refused one ready for another try', async () => {
    const { queue, sending } = queueOf({
      save: () => Promise.reject(uploadProblem({ code: 'x', sentence: 'Too long.' })),
    })
    queue.add([file('a')])
    await sending[0]!.arrive()
    const { id } = queue.items()[0]!
    queue.write(id, 'A pier')
    queue.keep(id)
    await settle()
    expect(queue.items()[0]).toMatchObject({ state: 'ready', problem: { message: 'Too long.' } })
  })
})

describe('removing', () => {
  it('stops what travels', () => {
    const { queue, sending } = queueOf()
    queue.add([file('a')])
    queue.remove(queue.items()[0]!.id)
    expect(sending[0]!.signal.aborted).toBe(true)
  })

  it('removes at the store what has arrived but was not kept', async () => {
    const { abandoned, queue, sending } = queueOf()
    queue.add([file('a')])
    sending[0]!.onSession(session)
    await sending[0]!.arrive()
    queue.remove(queue.items()[0]!.id)
    expect(abandoned).toEqual([session])
  })

  it('removes nothing at the store of what is a document', async () => {
    const { abandoned, queue, sending } = queueOf()
    queue.add([file('a')])
    sending[0]!.onSession(session)
    await sending[0]!.arrive()
    const { id } = queue.items()[0]!
    queue.write(id, 'A pier')
    queue.keep(id)
    await settle()
    queue.clearSaved()
    expect([abandoned, queue.items()]).toEqual([[], []])
  })

  it('lets the next one travel', () => {
    const { queue, sending } = queueOf({ limit: 1 })
    queue.add(['a', 'b'].map(file))
    queue.remove(queue.items()[0]!.id)
    expect(sending.map((one) => one.file.name)).toEqual(['a', 'b'])
  })
})
