import { describe, expect, it } from '@jest/globals'
import { readerOfBytes } from './byteReader.ts'
import { be32, concat, fromLatin1 } from './bytes.ts'
import { isFileProblem } from './problems.ts'
import { checkSampleTables } from './sampleTables.ts'
import { makeMp4 } from './testClips.ts'

const box = (type: string, ...body: Uint8Array[]): Uint8Array => {
  const inside = concat(...body)
  return concat(be32(8 + inside.byteLength), fromLatin1(type), inside)
}

/** A table of numbers with its version and the number of its entries, each of `width` numbers. */
const table = (type: string, width: number, ...numbers: number[]): Uint8Array =>
  box(type, be32(0), be32(numbers.length / width), ...numbers.map((number) => be32(number)))

const within = (types: string[], ...body: Uint8Array[]): Uint8Array =>
  types.reduceRight((inside, type) => box(type, inside), concat(...body))

const STBL = ['moov', 'trak', 'mdia', 'minf', 'stbl']

const TOO_MANY = table('stsc', 3, 1, 0xffffffff, 1)

const isRefused = (bytes: Uint8Array): Promise<boolean> =>
  checkSampleTables(readerOfBytes(bytes)).then(() => false, isFileProblem)

describe('the tables of samples', () => {
  it('of a film are taken', async () => {
    expect(await isRefused(await makeMp4({ seconds: 1, withAudio: true }))).toBe(false)
  })

  it.each([
    ['an hour of sound in one run', within(STBL, table('stts', 2, 172_800_000, 1)), false],
    [
      'a film of ten hours',
      within(STBL, table('stts', 2, 2_160_000, 1), table('ctts', 2, 1, 0)),
      false,
    ],
    ['a chunk of everything', within(STBL, table('stsc', 3, 1, 900_000, 1)), false],
    ['a chunk of millions', within(STBL, table('stsc', 3, 1, 1_000_001, 1)), true],
    ['a second chunk far away', within(STBL, table('stsc', 3, 1, 1, 1, 4_000_000_000, 1, 1)), true],
    [
      'reordered millions',
      within(STBL, table('stts', 2, 2_500_001, 1), table('ctts', 2, 1, 0)),
      true,
    ],
    [
      'reordered millions in several runs',
      within(STBL, table('ctts', 2, 1, 0), table('stts', 2, 2_000_000, 1, 2_000_000, 1)),
      true,
    ],
    ['a fragment', within(['moof', 'traf'], box('trun', be32(0), be32(600))), false],
    ['a fragment of millions', within(['moof', 'traf'], box('trun', be32(0), be32(4e9))), true],
    [
      'fragments of millions together',
      concat(
        ...Array.from({ length: 3 }, () =>
          within(['moof', 'traf'], box('trun', be32(0), be32(9e5))),
        ),
      ),
      true,
    ],
    ...[78, 28, 44, 64].map((skipped): [string, Uint8Array, boolean] => [
      `one in the description of a codec, after ${skipped} bytes`,
      within(
        STBL,
        box(
          'stsd',
          be32(0),
          be32(1),
          box('avc1', new Uint8Array(skipped), within(['sinf', 'schi'], TOO_MANY)),
        ),
      ),
      true,
    ]),
    ['one among the notes', within(['moov', 'trak', 'udta'], box('meta', be32(0), TOO_MANY)), true],
    [
      'an order of other pictures than those of the sound',
      concat(
        within(STBL, table('stts', 2, 172_800_000, 1)),
        within(STBL, table('stts', 2, 600, 1), table('ctts', 2, 1, 0)),
      ),
      false,
    ],
    [
      'an order that lies elsewhere in the track',
      within(
        ['moov', 'trak'],
        within(['mdia', 'minf', 'stbl'], table('stts', 2, 2_500_001, 1)),
        table('ctts', 2, 1, 0),
      ),
      true,
    ],
    ['one in another place', within(['moov', 'trak'], table('stsc', 3, 1, 0xffffffff, 1)), true],
  ])('%s', async (_, bytes, refused) => {
    expect(await isRefused(bytes)).toBe(refused)
  })
})
