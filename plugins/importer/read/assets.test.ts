/** Which file a reference means, and that none outside the import can be meant. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { zipSync } from 'fflate'

import { assetFinder } from './assets.ts'
import { cleanPath, openFolder, openZip } from './files.ts'
import { bytesInMemory } from './zip.ts'

const files = new Map(
  [
    'assets/img/a.png',
    'static/b.png',
    'content/work/x/c d.png',
    'wp-content/uploads/2020/01/e.jpg',
    'Photos/F.JPG',
  ].map((name) => [name, { path: name, size: 1 }]),
)
const find = assetFinder({ files, hosts: ['old.example'] })

describe('assetFinder', () => {
  it.each([
    ['/assets/img/a.png', 'post.md', 'assets/img/a.png'],
    ['assets/img/a.png', 'content/posts/p.md', 'assets/img/a.png'],
    ['/b.png?v=2', 'content/p.md', 'static/b.png'],
    ['c%20d.png', 'content/work/x/index.md', 'content/work/x/c d.png'],
    ['../x/c d.png', 'content/work/y/index.md', 'content/work/x/c d.png'],
    [
      'https://www.old.example/wp-content/uploads/2020/01/e-300x200.jpg',
      'Post',
      'wp-content/uploads/2020/01/e.jpg',
    ],
    ['/photos/f.jpg', 'p.md', 'Photos/F.JPG'],
    ['~/assets/img/a.png', 'p.md', 'assets/img/a.png'],
  ])('finds %s from %s', (ref, from, expected) => {
    expect(find({ from, ref })).toEqual({ kind: 'file', path: expected })
  })

  it('tells what is missing, elsewhere, outside and written into the page apart', () => {
    expect(find({ from: 'p.md', ref: '/nope.png' }).kind).toBe('missing')
    expect(find({ from: 'p.md', ref: 'https://cdn.example/a.png' }).kind).toBe('remote')
    expect(find({ from: 'p.md', ref: '../../etc/passwd' }).kind).toBe('outside')
    expect(find({ from: 'p.md', ref: 'file:///etc/passwd' }).kind).toBe('remote')
    expect(find({ from: 'p.md', ref: 'data:image/png;base64,AA' }).kind).toBe('data')
  })

  it('answers any reference with a listed file or none', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'assets',
      'img',
      'a.png',
      '%2e%2e',
      'etc',
      'passwd',
      '\\',
      'C:',
      '\0',
      '~',
    )
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 8 }),
        fc.array(part, { maxLength: 4 }),
        (ref, from) => {
          const answer = find({ from: from.join('/'), ref: ref.join('/') })
          return answer.kind !== 'file' || files.has(answer.path)
        },
      ),
    )
  })
})

describe('cleanPath', () => {
  it('never yields a way up', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const clean = cleanPath(name)
        return clean === null || (!clean.split('/').includes('..') && !clean.startsWith('/'))
      }),
    )
  })
})

describe('openFolder', () => {
  let root = ''
  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'importer-'))
    await mkdir(path.join(root, 'site', 'sub'), { recursive: true })
    await writeFile(path.join(root, 'secret.txt'), 'secret')
    await writeFile(path.join(root, 'site', 'page.md'), 'Page')
    await mkdir(path.join(root, 'site', 'sub', '.hidden'))
    await writeFile(path.join(root, 'site', 'sub', '.hidden', 'page.md'), 'Page')
    await symlink(path.join(root, 'secret.txt'), path.join(root, 'site', 'leak.md'))
    await symlink(root, path.join(root, 'site', 'sub', 'up'))
    await symlink(path.join(root, 'site'), path.join(root, 'site', 'sub', 'loop'))
  })
  afterAll(() => rm(root, { force: true, recursive: true }))

  it('lists what is inside, refuses links that lead out, and ends at loops', async () => {
    const store = await openFolder(path.join(root, 'site'))
    expect([...store.files.keys()]).toEqual(['page.md'])
    expect(store.refused.map(({ code, path: name }) => [code, name])).toEqual([
      ['OUTSIDE_FOLDER', 'leak.md'],
      ['OUTSIDE_FOLDER', 'sub/up'],
    ])
    expect(store.passedOver).toEqual(['sub/.hidden'])
  })

  it('reads nothing that is not listed', async () => {
    const store = await openFolder(path.join(root, 'site'))
    await expect(store.read('../secret.txt')).rejects.toThrow('Not part of the import')
    await expect(store.read('leak.md')).rejects.toThrow('Not part of the import')
  })
})

describe('openZip', () => {
  const bytes = new TextEncoder().encode('x'.repeat(1000))

  it('unpacks files and refuses names that lead outside', async () => {
    const store = await openZip({
      bytes: bytesInMemory(zipSync({ '../evil.md': bytes, 'site/a.md': bytes })),
      unpackedBytes: 10_000,
    })
    expect([...store.files.keys()]).toEqual(['site/a.md'])
    expect(store.refused[0]).toMatchObject({ code: 'OUTSIDE_FOLDER', path: '../evil.md' })
  })

  it('refuses one that unpacks to too much, and one that is none', async () => {
    await expect(
      openZip({ bytes: bytesInMemory(zipSync({ a: bytes, b: bytes })), unpackedBytes: 1500 }),
    ).rejects.toMatchObject({ code: 'ZIP_TOO_LARGE' })
    await expect(
      openZip({ bytes: bytesInMemory(bytes), unpackedBytes: 1500 }),
    ).rejects.toMatchObject({ code: 'BAD_ZIP' })
  })
})
