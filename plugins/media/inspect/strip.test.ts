import { describe, expect, it } from '@jest/globals'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { readerOfBytes } from './byteReader.ts'
import { concat, fromLatin1, latin1, u16be } from './bytes.ts'
import { applyEditsToBlob, applyEditsToBytes } from './edits.ts'
import { identify, identityOf, type Format } from './identify.ts'
import { planStrip } from './strip.ts'
import { makeAnimation, makePicture, type PictureFormat, pixelsOf, SECRET } from './testPictures.ts'
import { writeStripped } from './writeStripped.ts'

const planOf = (bytes: Uint8Array, format: Format) =>
  planStrip(readerOfBytes(bytes), identityOf(format))

const strip = async (bytes: Uint8Array, format: Format): Promise<Uint8Array> =>
  applyEditsToBytes(bytes, await planOf(bytes, format))

const NOTED = ['jpg', 'png', 'webp', 'avif'] as const

describe.each(NOTED)('a %s with notes', (format) => {
  const make = (): Promise<Uint8Array> => makePicture(format, { hasNotes: true })

  it('has them to begin with', async () => {
    const picture = await make()
    const { exif, icc, xmp } = await sharp(picture).metadata()
    expect([!!exif, !!xmp, !!icc, latin1(picture).includes(SECRET)]).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('loses Exif and XMP', async () => {
    const clean = await strip(await make(), format)
    const { exif, xmp } = await sharp(clean).metadata()
    expect([exif, xmp, latin1(clean).includes(SECRET)]).toEqual([undefined, undefined, false])
  })

  it('keeps its colour profile', async () => {
    const picture = await make()
    const [before, after] = await Promise.all(
      [picture, await strip(picture, format)].map((bytes) => sharp(bytes).metadata()),
    )
    expect(after?.icc?.equals(before?.icc ?? Buffer.alloc(0))).toBe(true)
  })

  it('keeps every pixel', async () => {
    const picture = await make()
    const clean = await strip(picture, format)
    expect((await pixelsOf(clean)).equals(await pixelsOf(picture))).toBe(true)
  })

  it('is clean afterwards', async () => {
    const clean = await strip(await make(), format)
    expect(await planOf(clean, format)).toEqual([])
  })

  it('is still what it was', async () => {
    const clean = await strip(await make(), format)
    expect((await identify(readerOfBytes(clean), { name: '' }))?.format).toBe(format)
  })
})

describe.each(['jpg', 'png', 'webp'] as const)('a turned %s', (format) => {
  const make = (): Promise<Uint8Array> => makePicture(format, { hasNotes: true, orientation: 6 })

  it('keeps its orientation and nothing else', async () => {
    const clean = await strip(await make(), format)
    const { exif, orientation } = await sharp(clean).metadata()
    expect([orientation, (exif?.byteLength ?? 0) < 40, latin1(clean).includes(SECRET)]).toEqual([
      6,
      true,
      false,
    ])
  })

  it('is clean afterwards', async () => {
    const clean = await strip(await make(), format)
    expect(await planOf(clean, format)).toEqual([])
  })
})

describe('behind the end of a picture', () => {
  const ENDING: PictureFormat[] = ['jpg', 'png', 'webp', 'gif']

  it.each(ENDING)('nothing stays: %s', async (format) => {
    const picture = await strip(await makePicture(format), format)
    const clean = await strip(concat(picture, fromLatin1(SECRET)), format)
    expect(Buffer.from(clean).equals(picture)).toBe(true)
  })

  it('not even a second picture', async () => {
    const picture = await strip(await makePicture('jpg'), 'jpg')
    const preview = await makePicture('jpg', { hasNotes: true })
    expect(Buffer.from(await strip(concat(picture, preview), 'jpg')).equals(picture)).toBe(true)
  })
})

describe('JPEG segments', () => {
  const segment = (marker: number, text: string): Uint8Array =>
    concat(
      Uint8Array.of(0xff, marker, (text.length + 2) >> 8, (text.length + 2) & 0xff),
      fromLatin1(text),
    )

  const withSegment = async (extra: Uint8Array): Promise<[Uint8Array, Uint8Array]> => {
    const picture = await strip(await makePicture('jpg'), 'jpg')
    return [picture, concat(picture.subarray(0, 2), extra, picture.subarray(2))]
  }

  it.each([
    ['IPTC', 0xed, `Photoshop 3.0\0${SECRET}`],
    ['a comment', 0xfe, SECRET],
    ['an index of more pictures', 0xe2, `MPF\0${SECRET}`],
    ['FlashPix', 0xe2, `FPXR\0${SECRET}`],
    ['a thumbnail', 0xe0, `JFXX\0${SECRET}`],
    ['provenance', 0xeb, `JP\0\0${SECRET}`],
  ])('go: %s', async (_what, marker, text) => {
    const [picture, noted] = await withSegment(segment(marker, text))
    expect(Buffer.from(await strip(noted, 'jpg')).equals(picture)).toBe(true)
  })

  it.each([
    ['Adobe’s transform', 0xee, 'Adobe\0\x64\0\0\0\0\x01'],
    ['a colour profile', 0xe2, 'ICC_PROFILE\0\x01\x01profile'],
  ])('stay: %s', async (_what, marker, text) => {
    const [, noted] = await withSegment(segment(marker, text))
    expect(await planOf(noted, 'jpg')).toEqual([])
  })

  it('stay in a progressive picture with restarts, which has many scans', async () => {
    const raw = await sharp(await makePicture('jpg', { height: 300, width: 300 }))
      .jpeg({ progressive: true })
      .withExif({ IFD0: { Copyright: SECRET } })
      .toBuffer()
    const clean = await strip(raw, 'jpg')
    expect((await pixelsOf(clean)).equals(await pixelsOf(raw))).toBe(true)
  })

  it('are shorter than what sharp wrote by exactly the notes', async () => {
    const picture = await makePicture('jpg', { hasNotes: true })
    const [first] = await planOf(picture, 'jpg')
    const length = u16be(picture, (first?.start ?? 0) + 2)
    expect((first?.end ?? 0) - (first?.start ?? 0)).toBe(length + 2)
  })
})

describe('a moving picture', () => {
  it('keeps its GIF loop and loses comments and XMP', async () => {
    const animation = await makeAnimation('gif')
    const at = latin1(animation).indexOf('!\xff\x0bNETSCAPE2.0')
    const notes = fromLatin1(`!\xfe\x12${SECRET}\0!\xff\x0bXMP DataXMP\x12${SECRET}\0`)
    const noted = concat(animation.subarray(0, at), notes, animation.subarray(at))
    const clean = await strip(noted, 'gif')
    expect([at > 0, Buffer.from(clean).equals(animation)]).toEqual([true, true])
  })

  it('keeps its WebP frames', async () => {
    const noted = new Uint8Array(
      await sharp(await makeAnimation('webp'), { animated: true })
        .withExif({ IFD0: { Copyright: SECRET } })
        .toBuffer(),
    )
    const clean = await strip(noted, 'webp')
    const { exif, loop, pages } = await sharp(clean).metadata()
    expect([exif, loop, pages]).toEqual([undefined, 3, 3])
  })
})

describe('edits', () => {
  it('give the same file as bytes, as a Blob and on disk', async () => {
    const picture = await makePicture('webp', { hasNotes: true, orientation: 3 })
    const edits = await planOf(picture, 'webp')
    const folder = await mkdtemp(join(tmpdir(), 'strip-'))
    const [from, to] = [join(folder, 'a.webp'), join(folder, 'b.webp')]
    await writeFile(from, picture)
    await writeStripped({ edits, from, to })
    const expected = Buffer.from(applyEditsToBytes(picture, edits))
    const blob = applyEditsToBlob(new Blob([new Uint8Array(picture)]), edits)
    const results = [await readFile(to), Buffer.from(await blob.arrayBuffer())]
    await rm(folder, { recursive: true })
    expect(results.map((result) => result.equals(expected))).toEqual([true, true])
  })

  it('are none for kinds that nothing is taken out of', async () => {
    expect(await planOf(fromLatin1('a,b'), 'csv')).toEqual([])
  })
})
