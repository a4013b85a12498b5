import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { readerOfBytes } from './byteReader.ts'
import { concat, fromLatin1 } from './bytes.ts'
import { identify } from './identify.ts'
import { makeMp4, makeSoundOnly, makeWebm } from './testClips.ts'
import { makeAnimation, makePicture, type PictureFormat } from './testPictures.ts'

const formatOf = async (
  bytes: Uint8Array | string,
  name = 'upload.bin',
): Promise<string | null> => {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  return (await identify(readerOfBytes(content), { name }))?.format ?? null
}

const PICTURES: PictureFormat[] = ['jpg', 'png', 'webp', 'avif', 'gif', 'tiff']

describe('what a file is', () => {
  it.each(PICTURES)('knows a %s without its name', async (format) => {
    expect(await formatOf(await makePicture(format))).toBe(format)
  })

  it.each(PICTURES)('knows a %s with notes and orientation', async (format) => {
    expect(await formatOf(await makePicture(format, { hasNotes: true, orientation: 6 }))).toBe(
      format,
    )
  })

  it.each(['gif', 'webp'] as const)('knows a moving %s', async (format) => {
    expect(await formatOf(await makeAnimation(format))).toBe(format)
  })

  it('knows films by their brands and document types', async () => {
    const clips = await Promise.all([
      makeMp4({ seconds: 0.4 }),
      makeMp4({ codec: 'vp8', container: 'mov', seconds: 0.4 }),
      makeWebm({ seconds: 0.4 }),
      makeMp4({ hasFastStart: true, seconds: 0.4 }),
    ])
    expect(await Promise.all(clips.map((clip) => formatOf(clip, 'x.jpg')))).toEqual([
      'mp4',
      'mov',
      'webm',
      'mp4',
    ])
  })

  it('tells kind and MIME type', async () => {
    expect(await identify(readerOfBytes(await makePicture('jpg')), { name: 'a.png' })).toEqual({
      format: 'jpg',
      kind: 'image',
      mimeType: 'image/jpeg',
    })
  })

  it('knows Matroska that is not WebM', async () => {
    const header = fromLatin1('\x1a\x45\xdf\xa3\x8b\x42\x82\x88matroska')
    const segment = fromLatin1('\x18\x53\x80\x67\x80')
    expect(await formatOf(concat(header, segment))).toBe('mkv')
  })

  it('knows QuickTime files from before there were brands', async () => {
    const clip = await makeMp4({ container: 'mov', hasFastStart: true, seconds: 0.2 })
    expect(await formatOf(clip.subarray(new DataView(clip.buffer).getUint32(0)))).toBe('mov')
  })

  it('calls sound in a film container what its brand says', async () => {
    const clip = await makeSoundOnly()
    clip.set(fromLatin1('M4A '), 8)
    expect(await formatOf(clip)).toBe('m4a')
  })

  it.each([
    ['heic', 'ftypheic\0\0\0\0mif1heic'],
    ['avif', 'ftypmif1\0\0\0\0avifmif1'],
    ['mov', 'ftypqt  \0\0\0\0qt  mp42'],
    ['mp4', 'ftypzzzz\0\0\0\0isomzzzz'],
    [null, 'ftypzzzz\0\0\0\0yyyyzzzz'],
  ])('reads brands: %s', async (format, brands) => {
    const start = concat(fromLatin1('\0\0\0\x18'), fromLatin1(brands))
    expect(await formatOf(concat(start, fromLatin1('\0\0\0\x0cmetaabcd')))).toBe(format)
  })

  it('knows documents and archives', async () => {
    const office = (folder: string, extra = {}): Uint8Array =>
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        [`${folder}/main.xml`]: strToU8('x'),
        ...extra,
      })
    const formats = await Promise.all([
      formatOf('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n'),
      formatOf(zipSync({ 'a.txt': strToU8('a') })),
      formatOf(zipSync({})),
      formatOf(office('word')),
      formatOf(office('ppt')),
      formatOf(office('xl')),
      formatOf(zipSync({ 'word/a.xml': strToU8('a') })),
      formatOf(office('word', { 'word/vbaProject.bin': strToU8('x') })),
    ])
    expect(formats).toEqual(['pdf', 'zip', 'zip', 'docx', 'pptx', 'xlsx', 'zip', 'zip'])
  })

  it('lets the name decide between kinds of text, and between nothing else', async () => {
    const formats = await Promise.all([
      formatOf('a,b\n1,2\n', 'list.csv'),
      formatOf('Grüße\n', 'READ.TXT'),
      formatOf('\ufeffWEBVTT\n\n00:00.000 --> 00:01.000\n<v Ann>Hello', 'a.vtt'),
      formatOf('00:00.000 --> 00:01.000\nHello', 'a.vtt'),
      formatOf('hello', 'photo.jpg'),
      formatOf('hello', 'script.js'),
      formatOf('hello', 'nothing'),
    ])
    expect(formats).toEqual(['csv', 'txt', 'vtt', null, null, null, null])
  })

  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<?xml version="1.0"?>\n<!-- a -- > --><!DOCTYPE svg PUBLIC "-//W3C//DTD" "x"><svg width="1"/>',
    '\ufeff  <svg:svg xmlns:svg="http://www.w3.org/2000/svg"></svg:svg>',
  ])('knows an SVG: %s', async (svg) => {
    expect(await formatOf(svg, 'notes.txt')).toBe('svg')
  })
})

describe('what only pretends', () => {
  const SCRIPT = '<script>alert(1)</script>'

  it('takes an empty file for nothing', async () => {
    expect(await formatOf('', 'a.txt')).toBeNull()
  })

  it.each([
    ['GIF', `GIF89a${SCRIPT}`],
    ['GIF with a comment', `GIF89a/*${SCRIPT}*/=1;`],
    ['JPEG', `\xff\xd8\xff${SCRIPT}`],
    ['JPEG with a comment', `\xff\xd8\xff\xfe\x00\x1b${SCRIPT}`],
    ['PNG', `\x89PNG\r\n\x1a\n${SCRIPT}${SCRIPT}`],
    ['PNG with an IHDR', `\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR${SCRIPT}${SCRIPT}`],
    ['WebP', `RIFF${SCRIPT}WEBPVP8 ${SCRIPT}`],
    ['WebP with a chunk', `RIFF\xff\0\0\0WEBPVP8 \x10\0\0\0${SCRIPT}`],
    ['TIFF', `II*\0\x08\0\0\0${SCRIPT}`],
    ['AVIF', `\0\0\0\x14ftypavif\0\0\0\0mif1${SCRIPT}`],
    ['MP4', `\0\0\0\x14ftypisom\0\0\0\0mp42${SCRIPT}`],
    ['WebM', `\x1a\x45\xdf\xa3\x87\x42\x82\x84webm${SCRIPT}`],
    ['zip', `PK\x03\x04${SCRIPT}`],
    ['PDF', `%PDF-1.7\n${SCRIPT}`],
  ])('is no %s', async (_what, text) => {
    expect(await formatOf(fromLatin1(text), 'a.txt')).toBeNull()
  })

  it.each([
    ['HTML', '<!doctype html><p>hi'],
    ['an HTML fragment', '  \n<b>hi</b>'],
    ['HTML behind words', `Dear all,\n${SCRIPT}`],
    ['SVG inside HTML', '<html><svg xmlns="http://www.w3.org/2000/svg"/></html>'],
    ['XML', '<?xml version="1.0"?><feed/>'],
    ['PHP', 'a,b\n<?php system($_GET["c"]);'],
    ['a NUL', 'abc\0def'],
    ['an escape', 'abc\x0edef'],
  ])('is no text: %s', async (_what, text) => {
    expect(await formatOf(text, 'a.txt')).toBeNull()
  })

  it('finds markup on the border between two pieces', async () => {
    const before = 'a'.repeat(64 * 1024 - 4)
    expect(await formatOf(`${before}${SCRIPT}`, 'a.txt')).toBeNull()
  })

  it('is no text when one byte at the far end is not UTF-8', async () => {
    const text = fromLatin1(`${'a'.repeat(200_000)}\xff`)
    expect(await formatOf(text, 'a.txt')).toBeNull()
  })

  it('keeps characters whole across pieces', async () => {
    expect(await formatOf(`a${'€'.repeat(60_000)}`, 'a.txt')).toBe('txt')
  })

  it('is quick with an SVG of comments that never ends', async () => {
    expect(await formatOf('<!---->'.repeat(9000), 'a.svg')).toBeNull()
  })
})

describe('any bytes', () => {
  let samples: Uint8Array[] = []
  beforeAll(async () => {
    samples = await Promise.all([
      ...PICTURES.map((format) => makePicture(format, { hasNotes: true })),
      makeAnimation('gif'),
      makeMp4({ seconds: 0.3 }),
      makeWebm({ seconds: 0.3 }),
      Promise.resolve(zipSync({ 'word/a.xml': strToU8('a'), '[Content_Types].xml': strToU8('b') })),
    ])
  })

  it('answers for broken and changed files, without an error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        async (which, length, changes) => {
          const sample = samples[which % samples.length] ?? new Uint8Array(1)
          const bytes = sample.slice(0, 1 + (length % sample.byteLength))
          changes.forEach(([at, value]) => {
            bytes[at % Math.min(bytes.byteLength, 400)] = value
          })
          const identity = await identify(readerOfBytes(bytes), { name: 'a.txt' })
          expect(identity === null || identity.mimeType.includes('/')).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('never reads more than a few windows of a large film', async () => {
    const clip = await makeMp4({ seconds: 0.3 })
    const size = 4 * 1024 ** 3
    let read = 0
    const reader = {
      size,
      read: async (start: number, end: number) => {
        read += end - start
        const bytes = new Uint8Array(end - start)
        bytes.set(clip.subarray(start, Math.min(end, start + clip.byteLength)))
        return bytes
      },
    }
    expect([(await identify(reader, { name: 'a.mp4' }))?.format, read < 1024 ** 2]).toEqual([
      'mp4',
      true,
    ])
  })
})
