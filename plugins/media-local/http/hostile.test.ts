// Whatever is asked for: no error that nobody foresaw, and nothing read or written outside the folders.
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  newId,
  plainPath,
  quadrants,
  signedPath,
  startMedia,
  storeArgs,
  type Bench,
} from '../testSupport.ts'

const MARK = 'never to be seen'

let media: Bench
let publicId: string
beforeAll(async () => {
  media = await startMedia()
  ;({ publicId } = await media.driver.store(storeArgs(await quadrants(40, 20))))
  await mkdir(path.join(media.root, 'outside'), { recursive: true })
  await writeFile(path.join(media.root, 'outside', 'secret.txt'), MARK)
  await writeFile(path.join(media.folder, 'secret.txt'), MARK)
})
afterAll(() => media.stop())

const assertTame = async (to: string, headers: Record<string, string> = {}) => {
  const response = await media.get(to, headers)
  const body = await response.text()
  expect(response.status).not.toBe(500)
  expect(body).not.toContain(MARK)
}

const segment = fc.oneof(
  fc.constantFrom(
    ...['image', 'video', 'raw', 'upload', 'authenticated', 'v1', '..', '.', '', '%2e%2e', '~'],
    ...['%2e%2e%2f', '..%2foutside', '%00', 'secret.txt', 'outside', 'asset.json', '.incoming'],
    ...['w_10', 'f_auto,q_auto', 'c_fill', 's--AAAAAAAA--', 'sp_auto', 'part_x,sp_auto', 'so_1'],
    ...['root', '__proto__', 't_constructor', 'root.m3u8', 'x.svg', '%ff', '\\..\\..'],
  ),
  fc.string({ maxLength: 12 }),
)

describe('the handler', () => {
  it('is calm about any path', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(segment, { maxLength: 9 }), (segments) =>
        assertTame(`/media/${segments.join('/').replace(/[\s#?]/g, '-')}`),
      ),
      { numRuns: 500 },
    )
  })

  it('is calm about any signed step', async () => {
    const step = fc.constantFrom(
      ...['w_1', 'w_4096', 'h_1', 'h_0.001', 'c_fill', 'c_pad', 'c_crop', 'c_lfill', 'g_auto'],
      ...['g_xy_center', 'x_0', 'y_65535', 'ar_100', 'a_90', 'e_blur:2000', 'r_max', 'r_4096'],
      ...['b_transparent', 'f_gif', 'f_png', 'f_auto', 'q_1', 'dpr_4', 'fl_attachment', 'w_0.5'],
    )
    const steps = fc
      .array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
      .map((all) =>
        all
          .map((parts) => [...new Map(parts.map((part) => [part.split('_')[0], part])).values()])
          .map((parts) => parts.join(','))
          .join('/'),
      )
    await fc.assert(
      fc.asyncProperty(steps, (text) => assertTame(signedPath({ publicId, steps: text }))),
      { numRuns: 60 },
    )
  }, 120_000)

  it('is calm about any header', async () => {
    const value = fc.string({ maxLength: 60 }).map((text) => text.replace(/[^ -~]/g, ''))
    const to = plainPath({ publicId })
    await fc.assert(
      fc.asyncProperty(value, value, value, (range, accept, tag) =>
        assertTame(to, { range: `bytes=${range}`, accept, 'if-none-match': tag }),
      ),
      { numRuns: 200 },
    )
  })

  it('wrote nothing beside its folders', async () => {
    await media.get(plainPath({ publicId: newId() }))
    const names = (await readdir(media.root)).sort()
    expect(names).toEqual(['cache', 'files', 'outside'])
  })

  it('said nothing of errors', () => {
    expect(media.errors).toEqual([])
  })
})
