/** A .zip is what it holds, not what it says. */
import { describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { openZip } from './files.ts'
import { bytesInMemory, bytesOfFile } from './zip.ts'

const MIB = 1024 * 1024
const open = (bytes: Uint8Array, unpackedBytes = 8 * MIB) =>
  openZip({ bytes: bytesInMemory(bytes), unpackedBytes })

const FILES = {
  'a.md': strToU8('Text '.repeat(5_000)),
  'folder/b.txt': [strToU8('stored'), { level: 0 }] as [Uint8Array, { level: 0 }],
  'folder/ö.md': strToU8('ö'),
}

/** Where the list has its entry of a name, and the file its own header. */
const placesOf = (zip: Buffer, name: string): { listed: number; local: number } => {
  const listed = zip.lastIndexOf(Buffer.from(name)) - 46
  return { listed, local: zip.readUInt32LE(listed + 42) }
}

const changed = (change: (zip: Buffer, places: { listed: number; local: number }) => void) => {
  const zip = Buffer.from(zipSync(FILES))
  change(zip, placesOf(zip, 'a.md'))
  return zip
}

describe('a .zip', () => {
  it('gives each file as it was, from memory and from the disk', async () => {
    const zip = zipSync(FILES)
    const folder = await mkdtemp(path.join(os.tmpdir(), 'importer-zip-'))
    const file = path.join(folder, 'a.zip')
    await writeFile(file, zip)
    for (const bytes of [bytesInMemory(zip), await bytesOfFile(file)]) {
      const store = await openZip({ bytes, unpackedBytes: MIB })
      expect([...store.files.values()]).toEqual([
        { path: 'a.md', size: 25_000 },
        { path: 'folder/b.txt', size: 6 },
        { path: 'folder/ö.md', size: 2 },
      ])
      expect(Buffer.from(await store.read('a.md')).toString()).toBe('Text '.repeat(5_000))
      expect(Buffer.from(await store.read('folder/b.txt')).toString()).toBe('stored')
    }
    await rm(folder, { recursive: true })
  })

  it('with a comment that looks like an end is read', async () => {
    const zip = Buffer.concat([zipSync(FILES), Buffer.from('PK\x05\x06')])
    zip.writeUInt16LE(4, zip.length - 6)
    expect((await open(zip)).files.size).toBe(3)
  })
})

describe('names in a .zip', () => {
  const text = strToU8('Text')
  const namesIn = async (...names: string[]) => {
    const { files, passedOver, refused } = await open(
      zipSync(Object.fromEntries(names.map((name) => [name, text]))),
    )
    return { files: [...files.keys()], passedOver, refused }
  }

  it.each([
    ['./a.md', 'a.md'],
    ['./././b/./a.md', 'b/a.md'],
    ['b//a.md', 'b/a.md'],
    ['/b/a.md', 'b/a.md'],
    ['b\\a.md', 'b/a.md'],
    ['.\\a.md', 'a.md'],
    ['b/../a.md', 'a.md'],
    ['.x/../a.md', 'a.md'],
  ])('%s is %s', async (name, clean) => {
    expect(await namesIn(name)).toEqual({ files: [clean], passedOver: [], refused: [] })
  })

  it.each(['../a.md', 'b/../../a.md', '..\\a.md', 'C:\\a.md', 'c:a.md', 'a\0.md'])(
    '%j is refused by its name',
    async (name) => {
      const path = name.replace('\0', '\u2400')
      expect(await namesIn(name, 'b.md')).toEqual({
        files: ['b.md'],
        passedOver: [],
        refused: [{ code: 'OUTSIDE_FOLDER', path }],
      })
    },
  )

  it('of hidden files and of programs are named once, where they begin', async () => {
    const names = ['.git/a.md', '.git/b/c.md', './b/.DS_Store', 'b\\node_modules\\x.md', 'ok.md']
    expect(await namesIn(...names, '__MACOSX/._ok.md')).toEqual({
      files: ['ok.md'],
      passedOver: ['.git', '__MACOSX', 'b/.DS_Store', 'b/node_modules'],
      refused: [],
    })
  })

  it('of folders are no files', async () => {
    expect(await namesIn('./', 'b/', 'c\\', '/', 'b/a.md')).toEqual({
      files: ['b/a.md'],
      passedOver: [],
      refused: [],
    })
  })

  it('that are one name after all are refused by it', async () => {
    await expect(namesIn('a.md', './a.md')).rejects.toMatchObject({
      code: 'ZIP_REPEATS',
      message: expect.stringContaining('a.md'),
    })
  })
})

describe('a .zip that lies', () => {
  it.each<[string, () => Buffer]>([
    [
      'says less than it holds',
      () => changed((zip, { listed }) => void zip.writeUInt32LE(1_000, listed + 24)),
    ],
    [
      'says more than it holds',
      () => changed((zip, { listed }) => void zip.writeUInt32LE(26_000, listed + 24)),
    ],
    [
      'has another checksum',
      () => changed((zip, { listed }) => void zip.writeUInt32LE(1, listed + 16)),
    ],
    [
      'holds other bytes',
      () => changed((zip, { local }) => void zip.writeUInt8(zip[local + 60]! ^ 0xff, local + 60)),
    ],
    [
      'points somewhere else',
      () => changed((zip, { listed }) => void zip.writeUInt32LE(7, listed + 42)),
    ],
    [
      'is cut short within a file',
      () => changed((zip, { listed }) => void zip.writeUInt32LE(20, listed + 20)),
    ],
  ])('and %s is refused before anything is written, by its file', async (_, make) => {
    await expect(open(make())).rejects.toMatchObject({
      code: 'ZIP_DAMAGED',
      message: expect.stringContaining('a.md'),
    })
  })

  it.each<[string, () => Uint8Array]>([
    ['is no .zip', () => strToU8('hello')],
    ['is empty', () => new Uint8Array()],
    ['is cut short', () => zipSync(FILES).subarray(0, 120)],
    ['has a password', () => changed((zip, { listed }) => void zip.writeUInt16LE(1, listed + 8))],
    [
      'is packed in another way',
      () => changed((zip, { listed }) => void zip.writeUInt16LE(12, listed + 10)),
    ],
    [
      'has more entries in its list than there are',
      () => changed((zip) => void zip.writeUInt16LE(9, zip.length - 12)),
    ],
    [
      'counts its bytes twice',
      () => changed((zip, { listed }) => void zip.writeUInt32LE(zip.length, listed + 20)),
    ],
  ])('because it %s is refused', async (_, make) => {
    await expect(open(make())).rejects.toMatchObject({ code: 'BAD_ZIP' })
  })

  it('about nothing, but unpacks to more than an import takes, is refused unread', async () => {
    const zip = zipSync({ 'a.md': new Uint8Array(2 * MIB) })
    await expect(open(zip, MIB)).rejects.toMatchObject({ code: 'ZIP_TOO_LARGE' })
  })

  it('with two files of one name is refused by it', async () => {
    const zip = Buffer.from(zipSync({ 'a.md': strToU8('One'), 'b.md': strToU8('Two') }))
    for (let at = zip.indexOf('b.md'); at >= 0; at = zip.indexOf('b.md')) {
      zip.write('a.md', at)
    }
    await expect(open(zip)).rejects.toMatchObject({
      code: 'ZIP_REPEATS',
      message: expect.stringContaining('a.md'),
    })
  })

  it('leads nowhere outside by its links', async () => {
    const zip = changed((bytes, { listed }) => void bytes.writeUInt32LE(0xa1ff0000, listed + 38))
    const { files, refused } = await open(zip)
    expect([...files.keys()]).not.toContain('a.md')
    expect(refused).toEqual([{ code: 'OUTSIDE_FOLDER', path: 'a.md' }])
  })
})
