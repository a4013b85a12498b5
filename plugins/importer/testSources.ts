/** For tests and the benchmark: sources that are made to be too much, never kept in the repository. */
import { createWriteStream } from 'node:fs'
import { truncate, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, deflateRawSync } from 'node:zlib'

import { crc32, CRC_START } from './read/crc32.ts'

export const MIB = 1024 * 1024

/** Each is one document that is small to store and slow or impossible to read. */
export const HOSTILE_TEXTS: Record<string, string> = {
  /** 2.7 MB. */
  'many lines': 'line\n\n'.repeat(450_000),
  /** Emphasis that begins and never ends: each opening is compared with all before it. */
  'open emphasis': '**a_ '.repeat(20_000),
  'deep quotes': '>'.repeat(5_000),
  'deep lists': Array.from({ length: 500 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'),
  'deep elements': '<div>'.repeat(20_000),
}

/**
 * Writes a WordPress export of about that size.
 *
 * @returns how many posts it has.
 */
export const writeExport = async ({
  bytes,
  file,
  posts,
}: {
  bytes: number
  file: string
  posts: number
}): Promise<number> => {
  const paragraph =
    '<p>It was <em>raining</em>, and “nobody” had brought an umbrella – so we waited.</p>\n'
  const content = paragraph.repeat(
    Math.max(1, Math.floor(bytes / posts / Buffer.byteLength(paragraph))),
  )
  const parts = function* (): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>\n<link>https://large.example</link><wp:base_site_url>https://large.example</wp:base_site_url>\n`
    for (let post = 1; post <= posts; post += 1) {
      yield `<item><title>Post ${post}</title><link>https://large.example/${post}/</link><guid>https://large.example/?p=${post}</guid><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${post}</wp:post_id><wp:post_name>post-${post}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n`
    }
    yield '</channel></rss>\n'
  }
  await pipeline(Readable.from(parts()), createWriteStream(file))
  return posts
}

/** A file of that size that begins like an export and takes up nothing on the disk. */
export const writeHollowExport = async ({
  bytes,
  file,
}: {
  bytes: number
  file: string
}): Promise<void> => {
  await writeFile(
    file,
    '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>',
  )
  await truncate(file, bytes)
}

/**
 * A .zip of one file that is nothing but spaces.
 *
 * @param said How large its list says it is.
 */
export const zipOfSpaces = ({
  name,
  said,
  size,
}: {
  name: string
  said: number
  size: number
}): Buffer => {
  const spaces = Buffer.alloc(MIB, ' ')
  // Each ends on a byte and refers to nothing before it, so that many are one.
  const block = deflateRawSync(spaces, { finishFlush: constants.Z_FULL_FLUSH })
  const count = Math.ceil(size / MIB)
  const packed = Buffer.concat([
    ...Array.from({ length: count }, () => block),
    deflateRawSync(Buffer.alloc(0)),
  ])
  let checksum = CRC_START
  for (let at = 0; at < count; at += 1) {
    checksum = crc32(spaces, checksum)
  }
  const numbers = Buffer.alloc(12)
  numbers.writeUInt32LE((checksum ^ CRC_START) >>> 0, 0)
  numbers.writeUInt32LE(packed.length, 4)
  numbers.writeUInt32LE(said, 8)
  const label = Buffer.from(name)
  // APPNOTE 4.3.7, 4.3.12 and 4.3.16.
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  numbers.copy(local, 14)
  local.writeUInt16LE(label.length, 26)
  const listed = Buffer.alloc(46)
  listed.writeUInt32LE(0x02014b50, 0)
  listed.writeUInt16LE(20, 4)
  listed.writeUInt16LE(20, 6)
  listed.writeUInt16LE(8, 10)
  numbers.copy(listed, 16)
  listed.writeUInt16LE(label.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(listed.length + label.length, 12)
  end.writeUInt32LE(local.length + label.length + packed.length, 16)
  return Buffer.concat([local, label, packed, listed, label, end])
}
