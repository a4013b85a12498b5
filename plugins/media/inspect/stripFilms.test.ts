import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findBox, readBoxes } from './bmff.ts'
import { readerOfBytes } from './byteReader.ts'
import { be32, concat, fromLatin1, latin1 } from './bytes.ts'
import { applyEditsToBytes } from './edits.ts'
import { type Format, FORMATS, identityOf } from './identify.ts'
import { isFileProblem } from './problems.ts'
import { planStrip } from './strip.ts'
import { makeMp4, makeWebm } from './testClips.ts'
import { makeAnimation, makePicture } from './testPictures.ts'

const PLACE = '+48.8577+002.2950/'

const planOf = (bytes: Uint8Array, format: Format) =>
  planStrip(readerOfBytes(bytes), identityOf(format))

const strip = async (bytes: Uint8Array, format: Format): Promise<Uint8Array> =>
  applyEditsToBytes(bytes, await planOf(bytes, format))

const FILMS = [
  ['mp4', () => makeMp4({ codec: 'vp8', location: PLACE, seconds: 0.5, withAudio: true })],
  ['mov', () => makeMp4({ codec: 'vp8', container: 'mov', location: PLACE, seconds: 0.5 })],
  ['webm', () => makeWebm({ location: PLACE, seconds: 0.5, withAudio: true })],
] as const

describe.each(FILMS)('a film with a place: %s', (format, make) => {
  it('has it to begin with', async () => {
    expect(latin1(await make())).toContain(PLACE)
  })

  it('loses it', async () => {
    expect(latin1(await strip(await make(), format))).not.toContain(PLACE)
  })

  it('keeps its length, so that no offset moves', async () => {
    const film = await make()
    expect((await strip(film, format)).byteLength).toBe(film.byteLength)
  })

  it('is clean afterwards', async () => {
    expect(await planOf(await strip(await make(), format), format)).toEqual([])
  })
})

describe('films', () => {
  it('lose a title and tags of any length in WebM', async () => {
    const film = latin1(await strip(await makeWebm({ location: PLACE, seconds: 0.2 }), 'webm'))
    expect(film).not.toContain('Secret garden')
  })

  it('keep their media data in MP4, byte by byte', async () => {
    const film = await makeMp4({ codec: 'vp8', location: PLACE, seconds: 0.5 })
    const mediaOf = async (bytes: Uint8Array): Promise<string> => {
      const boxes = await readBoxes({ end: bytes.length, reader: readerOfBytes(bytes), start: 0 })
      const { end = 0, start = 0 } = findBox(boxes, 'mdat') ?? {}
      return latin1(bytes, start, end)
    }
    expect(await mediaOf(await strip(film, 'mp4'))).toBe(await mediaOf(film))
  })

  it('lose the path that an action camera recorded beside the pictures', async () => {
    const film = await makeMp4({ codec: 'vp8', seconds: 0.2 })
    const box = (type: string, ...content: Uint8Array[]): Uint8Array => {
      const body = concat(...content)
      return concat(be32(8 + body.byteLength), fromLatin1(type), body)
    }
    const numbers = (...values: number[]): Uint8Array => concat(...values.map(be32))
    const dataStart = film.byteLength + 8
    // Two chunks of two samples each: 6 + 6 bytes, then 6 + 18.
    const path = fromLatin1('first.second-third+and the rest here')
    const track = box(
      'trak',
      box(
        'mdia',
        box('hdlr', numbers(0, 0), fromLatin1('meta'), numbers(0, 0, 0), Uint8Array.of(0)),
        box(
          'minf',
          box(
            'stbl',
            box('stsz', numbers(0, 0, 4, 6, 6, 6, 18)),
            box('stsc', numbers(0, 1, 1, 2, 1)),
            box('stco', numbers(0, 2, dataStart, dataStart + 12)),
          ),
        ),
      ),
    )
    const recorded = concat(film, box('mdat', path), box('moov', track))
    const clean = await strip(recorded, 'mp4')
    const left = latin1(clean, dataStart, dataStart + path.byteLength)
    expect([left, await planOf(clean, 'mp4')]).toEqual(['\0'.repeat(36), []])
  })

  it('keep what spherical players need', async () => {
    const uuid = fromLatin1('\xff\xcc\x82\x63\xf8\x55\x4a\x93\x88\x14\x58\x7a\x02\x52\x1f\xdd')
    const box = concat(be32(24), fromLatin1('uuid'), uuid)
    expect(await planOf(concat(box, box), 'mp4')).toEqual([])
  })
})

describe('hostile lengths', () => {
  const codeOf = async (text: string, format: Format): Promise<string> =>
    planOf(fromLatin1(text), format).then(
      (edits) => `${edits.length} edits`,
      (err: unknown) => (isFileProblem(err) ? err.code : String(err)),
    )

  it.each<[string, Format, string, string]>([
    ['a box that ends nowhere', 'mp4', '\0\0\0\x08free\0\0\0\0udta\x01', '2 edits'],
    ['a box shorter than its header', 'mp4', '\0\0\0\x04free', 'file_damaged'],
    ['a box longer than the file', 'mp4', '\x7f\0\0\0moov', 'file_damaged'],
    ['64 bits of length', 'mp4', '\0\0\0\x01moov\xff\xff\xff\xff\xff\xff\xff\xff', 'file_damaged'],
    ['64 bits of nothing', 'mp4', '\0\0\0\x01moov\0\0\0\0\0\0\0\0', 'file_damaged'],
    ['a header that breaks off', 'mp4', '\0\0\0\x08free\0\0', 'file_damaged'],
    [
      'a table of items without places',
      'avif',
      '\0\0\0\x14meta\0\0\0\0\0\0\0\x10iinf',
      'file_damaged',
    ],
    [
      'an element longer than the file',
      'webm',
      '\x1a\x45\xdf\xa3\x80\xec\x08\xff\xff\xff',
      'file_damaged',
    ],
    ['tags of unknown length', 'webm', '\x1a\x45\xdf\xa3\x80\x12\x54\xc3\x67\xff', 'file_damaged'],
    ['an id of zeros', 'webm', '\x1a\x45\xdf\xa3\x80\0\0\0\0', 'file_damaged'],
    [
      'a PNG chunk of four gigabytes',
      'png',
      '\x89PNG\r\n\x1a\n\xff\xff\xff\xfftEXt',
      'file_damaged',
    ],
    [
      'a WebP chunk longer than its file',
      'webp',
      'RIFF\x0c\0\0\0WEBPEXIF\xff\0\0\0',
      'file_damaged',
    ],
    ['a JPEG segment of no length', 'jpg', '\xff\xd8\xff\xe1\0\0', 'file_damaged'],
    ['a GIF extension without end', 'gif', 'GIF89a\x01\0\x01\0\0\0\0!\xfe\xff', 'file_damaged'],
  ])('end: %s', async (_what, format, text, expected) => {
    expect(await codeOf(text, format)).toBe(expected)
  })
})

describe('any bytes', () => {
  const formats = Object.keys(FORMATS) as Format[]

  const isSafe = async (bytes: Uint8Array, format: Format): Promise<boolean> => {
    try {
      let at = 0
      for (const { bytes: inserted, end, start } of await planOf(bytes, format)) {
        const isInOrder = start >= at && end >= start && end <= bytes.byteLength
        if (!isInOrder || inserted.byteLength > end - start + 64) {
          return false
        }
        at = end
      }
      return true
    } catch (err) {
      return isFileProblem(err)
    }
  }

  it('are planned or refused, never worse', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...formats),
        isTrue(isSafe),
      ),
      { numRuns: 1000 },
    )
  })

  it('of real files that were cut and changed as well', async () => {
    const samples: [Format, Uint8Array][] = [
      ['jpg', await makePicture('jpg', { hasNotes: true })],
      ['png', await makePicture('png', { hasNotes: true })],
      ['webp', await makePicture('webp', { hasNotes: true })],
      ['avif', await makePicture('avif', { hasNotes: true })],
      ['gif', await makeAnimation('gif')],
      ['mp4', await makeMp4({ codec: 'vp8', location: PLACE, seconds: 0.2 })],
      ['webm', await makeWebm({ location: PLACE, seconds: 0.2 })],
    ]
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.nat(),
        changes,
        async ([format, sample], length, changed) => {
          const bytes = sample.slice(0, length % (sample.byteLength * 2))
          changed.forEach(([at, value]) => {
            bytes[at % Math.max(1, bytes.byteLength)] = value
          })
          expect(await isSafe(bytes, format)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('that could be cleaned need no second cleaning', async () => {
    const picture = await makePicture('jpg', { hasNotes: true, orientation: 5 })
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 255 }), async (at, value) => {
        const bytes = picture.slice()
        bytes[at % bytes.byteLength] = value
        const edits = await planOf(bytes, 'jpg').catch(() => null)
        const again = edits && (await planOf(applyEditsToBytes(bytes, edits), 'jpg'))
        expect(again ?? []).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

const isTrue =
  (check: (bytes: Uint8Array, format: Format) => Promise<boolean>) =>
  async (bytes: Uint8Array, format: Format): Promise<void> => {
    expect(await check(bytes, format)).toBe(true)
  }
