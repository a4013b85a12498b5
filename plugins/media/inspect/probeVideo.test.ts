import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readerOfBytes } from './byteReader.ts'
import { be32, concat, fromLatin1 } from './bytes.ts'
import { applyEditsToBytes } from './edits.ts'
import { identityOf } from './identify.ts'
import { isFileProblem } from './problems.ts'
import { probeVideo } from './probeVideo.ts'
import { planStrip } from './strip.ts'
import { makeMp4, makeSoundOnly, makeWebm } from './testClips.ts'
import { makePicture } from './testPictures.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'probe-'))
})
afterAll(() => rm(folder, { recursive: true }))

const written = async (bytes: Uint8Array): Promise<string> => {
  const path = join(folder, 'clip')
  await writeFile(path, bytes)
  return path
}

const codeOf = async (bytes: Uint8Array): Promise<string> =>
  probeVideo(await written(bytes)).then(
    () => 'probed',
    (err: unknown) => {
      if (!isFileProblem(err)) {
        throw err
      }
      return err.code
    },
  )

describe('a film is probed', () => {
  it('as MP4 with sound', async () => {
    const clip = await makeMp4({ height: 48, seconds: 1.5, width: 80, withAudio: true })
    expect(await probeVideo(await written(clip))).toEqual({
      audioCodec: 'opus',
      duration: 1.5,
      frameRate: 10,
      hasAudio: true,
      height: 48,
      videoCodec: 'av1',
      width: 80,
    })
  })

  it('as a MOV that is turned', async () => {
    const clip = await makeMp4({ codec: 'vp8', container: 'mov', rotation: 90, seconds: 1 })
    const { hasAudio, height, width } = await probeVideo(await written(clip))
    expect([width, height, hasAudio]).toEqual([36, 64, false])
  })

  it('as WebM', async () => {
    const clip = await makeWebm({ frameRate: 25, seconds: 2 })
    const { duration, frameRate, videoCodec } = await probeVideo(await written(clip))
    expect([duration, frameRate, videoCodec]).toEqual([2, 25, 'vp8'])
  })

  it.each([
    ['mp4', () => makeMp4({ location: '+48.8577+002.2950/', withAudio: true })],
    ['webm', () => makeWebm({ location: '+48.8577+002.2950/', withAudio: true })],
  ] as const)('the same after its notes were taken out: %s', async (format, make) => {
    const clip = await make()
    const edits = await planStrip(readerOfBytes(clip), identityOf(format))
    const before = await probeVideo(await written(clip))
    expect(await probeVideo(await written(applyEditsToBytes(clip, edits)))).toEqual(before)
  })

  it('when it is larger than memory would like', async () => {
    const clip = await makeMp4({ codec: 'vp8', hasFastStart: true, seconds: 1 })
    const path = await written(concat(clip, be32(1), fromLatin1('free'), be32(1), be32(0)))
    // A box of four gigabytes, of which the disk stores nothing.
    await truncate(path, clip.byteLength + 4 * 1024 ** 3)
    const { duration } = await probeVideo(path)
    await truncate(path, 0)
    expect(duration).toBe(1)
  })
})

describe('what is no film is refused', () => {
  it('when it is empty', async () => {
    expect(await codeOf(new Uint8Array(0))).toBe('file_empty')
  })

  it('when it is only heard', async () => {
    expect(await codeOf(await makeSoundOnly())).toBe('not_a_video')
  })

  it('when it is a picture', async () => {
    expect(await codeOf(await makePicture('png'))).toBe('not_a_video')
  })

  it('when its index is cut off', async () => {
    const clip = await makeMp4({ codec: 'vp8', seconds: 1 })
    expect(await codeOf(clip.slice(0, clip.byteLength * 0.7))).not.toBe('probed')
  })

  it.each([9, 16, 100_000])('when %i bytes of nothing follow in a WebM', async (length) => {
    // mediabunny 1.61 searches the last eight bytes of such a file for ever.
    const clip = await makeWebm({ seconds: 0.2 })
    const cluster = Buffer.from(clip).indexOf('\x1f\x43\xb6\x75', 'latin1')
    const tracks = Buffer.from(clip).indexOf('\x16\x54\xae\x6b', 'latin1')
    const broken = concat(clip.subarray(0, Math.min(cluster, tracks)), new Uint8Array(length))
    expect(await codeOf(broken)).not.toBe('probed')
  })

  it('when a chunk claims more samples than a film has', async () => {
    // mediabunny 1.61 counts through them, for each picture anew.
    const clip = await makeMp4({ codec: 'vp8', seconds: 1 })
    const runs = Buffer.from(clip).indexOf('stsc', 'latin1')
    const broken = concat(clip.subarray(0, runs + 16), be32(0x0f000003), clip.subarray(runs + 20))
    expect(await codeOf(broken)).toBe('video_unreadable')
  })

  it('with a file problem and nothing else, however it is broken', async () => {
    const samples = await Promise.all([
      makeMp4({ codec: 'vp8', hasFastStart: true, seconds: 0.3, withAudio: true }),
      makeMp4({ codec: 'vp8', seconds: 0.3 }),
      makeWebm({ seconds: 0.3 }),
    ])
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
        async (sample, length, changes) => {
          const bytes = sample.slice(0, length % (sample.byteLength * 2))
          changes.forEach(([at, value]) => {
            bytes[at % Math.max(1, bytes.byteLength)] = value
          })
          expect(typeof (await codeOf(bytes))).toBe('string')
        },
      ),
      { numRuns: 200 },
    )
  })
})
