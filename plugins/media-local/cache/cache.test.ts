import { readdir, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../testSupport.ts'
import { workQueue } from './queue.ts'
import { renditionCache, type RenditionCache, type RenditionKey } from './renditionCache.ts'
import { singleFlight } from './singleFlight.ts'

const keyOf = (publicId: string, transformation = 'w_1'): RenditionKey => ({
  publicId,
  version: '1',
  transformation,
  format: 'webp',
})

describe('renditionCache', () => {
  let folder: string
  let stop: () => Promise<void>
  const caches: RenditionCache[] = []
  beforeEach(async () => {
    ;({ folder, stop } = await temporaryFolder())
  })
  afterEach(async () => {
    await Promise.all(caches.splice(0).map((cache) => cache.close()))
    await stop()
  })

  const start = async (maxBytes = 1000): Promise<RenditionCache> => {
    const cache = renditionCache({ folder, maxBytes })
    caches.push(cache)
    await cache.ready
    return cache
  }

  const put = (cache: RenditionCache, key: RenditionKey, bytes = 100) =>
    cache.put(key, async (file) => {
      await writeFile(file, Buffer.alloc(bytes))
      return bytes
    })

  const has = async (cache: RenditionCache, key: RenditionKey): Promise<boolean> => {
    const found = await cache.get(key)
    await found?.handle.close()
    return found !== null
  }

  it('gives back what was put', async () => {
    const cache = await start()
    await put(cache, keyOf('a'))
    expect(await has(cache, keyOf('a'))).toBe(true)
  })

  it.each([
    ['another file', keyOf('b')],
    ['another transformation', keyOf('a', 'w_2')],
    ['another version', { ...keyOf('a'), version: '2' }],
    ['another format', { ...keyOf('a'), format: 'avif' }],
  ])('does not take %s for it', async (_what, other) => {
    const cache = await start()
    await put(cache, keyOf('a'))
    expect(await has(cache, other)).toBe(false)
  })

  it('stays within its bytes', async () => {
    const cache = await start(1000)
    for (let n = 0; n < 30; n += 1) {
      await put(cache, keyOf(`file-${n}`))
    }
    expect(cache.size).toBeLessThanOrEqual(1000)
  })

  it('lets go first of what was not asked for the longest', async () => {
    const cache = await start(1000)
    for (let n = 0; n < 10; n += 1) {
      await put(cache, keyOf(`file-${n}`))
    }
    await has(cache, keyOf('file-0'))
    await put(cache, keyOf('one more'))
    expect([await has(cache, keyOf('file-0')), await has(cache, keyOf('file-1'))]).toEqual([
      true,
      false,
    ])
  })

  it('keeps a file larger than its limit until the next', async () => {
    const cache = await start(10)
    await put(cache, keyOf('large'))
    expect(await has(cache, keyOf('large'))).toBe(true)
  })

  it('finds what an earlier process kept', async () => {
    await put(await start(), keyOf('a'))
    expect((await start()).size).toBe(100)
  })

  it('remembers across processes what was used last', async () => {
    const before = await start()
    for (const name of ['old', 'used']) {
      await put(before, keyOf(name))
    }
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) {
        await utimes(path.join(entry.parentPath, entry.name), new Date(0), new Date(0))
      }
    }
    await has(before, keyOf('used'))
    await before.close()
    const after = await start(150)
    expect([await has(after, keyOf('old')), await has(after, keyOf('used'))]).toEqual([false, true])
  })

  it('forgets every rendition of a file', async () => {
    const cache = await start()
    await put(cache, keyOf('a', 'w_1'))
    await put(cache, keyOf('a', 'w_2'))
    await cache.purge('a')
    expect([cache.size, await has(cache, keyOf('a', 'w_2'))]).toEqual([0, false])
  })

  it('leaves the renditions of others', async () => {
    const cache = await start()
    await put(cache, keyOf('b'))
    await cache.purge('a')
    expect(await has(cache, keyOf('b'))).toBe(true)
  })

  it('makes again what somebody else removed', async () => {
    const cache = await start()
    await put(cache, keyOf('a'))
    await rm(folder, { recursive: true })
    expect([await has(cache, keyOf('a')), cache.size]).toEqual([false, 0])
  })

  it('keeps nothing of a rendition that failed', async () => {
    const cache = await start()
    await cache
      .put(keyOf('a'), async (file) => {
        await writeFile(file, 'half')
        throw new Error('no')
      })
      .catch(() => undefined)
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    expect(files.filter((entry) => entry.isFile())).toEqual([])
  })
})

describe('workQueue', () => {
  const gate = () => {
    let open = (): void => undefined
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    return { open, opened }
  }

  it('does no more at once than it may', async () => {
    const queue = workQueue({ atOnce: 2 })
    const { open, opened } = gate()
    const work = [1, 2, 3].map(() => queue.run(() => opened))
    expect([queue.running, queue.waiting]).toEqual([2, 1])
    open()
    await Promise.all(work)
  })

  it('refuses at once what would wait too long', async () => {
    const queue = workQueue({ atOnce: 1, waiting: 0 })
    const { open, opened } = gate()
    const first = queue.run(() => opened)
    await expect(queue.run(() => opened)).rejects.toMatchObject({
      code: 'busy',
      status: 503,
      retryAfter: 2,
    })
    open()
    await first
  })

  it('goes on after a failure', async () => {
    const queue = workQueue({ atOnce: 1 })
    await queue.run(() => Promise.reject(new Error('no'))).catch(() => undefined)
    expect(await queue.run(() => Promise.resolve('yes'))).toBe('yes')
  })

  it('is empty when everything is done', async () => {
    const queue = workQueue({ atOnce: 2 })
    await Promise.all([1, 2, 3, 4, 5].map(() => queue.run(() => Promise.resolve())))
    expect([queue.running, queue.waiting]).toEqual([0, 0])
  })
})

describe('singleFlight', () => {
  it('does once what is asked for at the same time', async () => {
    const flight = singleFlight<number>()
    let times = 0
    const work = () => Promise.resolve((times += 1))
    await Promise.all([flight('a', work), flight('a', work)])
    expect(times).toBe(1)
  })

  it('does again what failed', async () => {
    const flight = singleFlight<string>()
    await flight('a', () => Promise.reject(new Error('no'))).catch(() => undefined)
    expect(await flight('a', () => Promise.resolve('yes'))).toBe('yes')
  })
})
