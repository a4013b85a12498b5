// Files: what they are called, what they claim to be, where they would like to be fetched from.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import type { Media } from '../../payload-types.ts'
import { createPicture, createStudy } from '../support/content.ts'
import { isRefused, startTarget, tokenFor, type Target } from '../support/attacks.ts'

let target: Target
let picture: Buffer
let dataDir: string
let canary: string

const AS = 'owner@client.test'

beforeAll(async () => {
  target = await startTarget()
  picture = await sharp({ create: { width: 32, height: 24, channels: 3, background: '#246' } })
    .png()
    .toBuffer()
  dataDir = path.resolve(process.env.DATA_DIR ?? '.data')
  canary = path.join(dataDir, 'canary.txt')
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(canary, 'still here')
})

afterAll(async () => {
  rmSync(canary, { force: true })
  await target?.stop()
})

const upload = ({
  bytes = picture,
  mimeType = 'image/png',
  name = 'plain.png',
  path: at,
}: {
  bytes?: Uint8Array | string
  mimeType?: string
  name?: string
  path?: string
} = {}) =>
  target.upload({
    as: AS,
    bytes,
    data: { tenant: target.world.client.id, alt: 'A picture', title: 'A file' },
    mimeType,
    name,
    ...(at ? { path: at } : {}),
  })

const names = (): string[] =>
  existsSync(path.join(dataDir, 'media')) ? readdirSync(path.join(dataDir, 'media')) : []

const SCRIPTS = [
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><iframe src="javascript:alert(1)"/></foreignObject></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg"><a><animate attributeName="href" values="javascript:alert(1)"/><text>x</text></a></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg"><style>@import "https://evil.test/x.css";</style></svg>',
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
  '<?xml-stylesheet href="javascript:alert(1)"?><svg xmlns="http://www.w3.org/2000/svg"/>',
]

describe('names of files', () => {
  it('CVE-2026-34750 (GHSA-frq9-7j6g-v74x): no name of an upload leaves its folder', async () => {
    for (const name of [
      '../../canary.txt.png',
      '..\\..\\canary.png',
      '/etc/passwd.png',
      '....//....//x.png',
      '%2e%2e%2fcanary.png',
      '..%252f..%252fx.png',
      'a\u0000b.png',
      'a\r\nSet-Cookie: x.png',
      '.htaccess.png',
      '\u202egnp.exe.png',
      '-rf.png',
      'CON.png',
    ]) {
      const answer = await upload({ name })
      const stored = (answer.body?.doc?.filename ?? 'plain-0123456789abcdef.png') as string
      expect(stored).toMatch(/^[\p{L}\p{N}-]+-[0-9a-f]{16}\.png$/u)
    }
    expect(names().every((name) => /^[\p{L}\p{N}.-]+$/u.test(name))).toBe(true)
    expect(existsSync(canary)).toBe(true)
  })

  it('CVE-2026-105865 (GHSA-p223-2wr2-j562): cleaning up after an upload deletes no other file', async () => {
    const { body } = await upload()
    const media = body.doc as Media
    const traversal = '../canary.txt'
    for (const change of [
      { filename: traversal },
      { sizes: { card: { filename: traversal }, og: { filename: traversal } } },
      { url: `/api/media/file/${traversal}`, thumbnailURL: traversal },
      { prefix: '..', filename: 'canary.txt' },
    ]) {
      await target.api.call({
        as: AS,
        method: 'PATCH',
        path: `/api/media/${media.id}`,
        body: change,
      })
    }
    const form = new FormData()
    form.set('_payload', JSON.stringify({ filename: traversal, alt: 'Replaced' }))
    form.set('file', new Blob([picture as BlobPart], { type: 'image/png' }), 'next.png')
    await target.send(`/api/media/${media.id}`, {
      method: 'PATCH',
      headers: { authorization: `JWT ${await tokenFor(target)(AS)}` },
      body: form,
    })
    const removal = await target.api.call({
      as: AS,
      method: 'DELETE',
      path: `/api/media/${media.id}`,
    })
    expect(removal.status).toBe(200)
    expect(existsSync(canary)).toBe(true)
    expect(names()).not.toContain(media.filename)
  })

  it('no address of a file leads out of its folder, or to a file that nothing shows', async () => {
    const hidden = await createPicture({
      payload: target.payload,
      tenant: target.world.stranger.id,
    })
    for (const name of [
      '..%2fcanary.txt',
      '..%2f..%2fetc%2fpasswd',
      '%2e%2e%2fcanary.txt',
      '..%5ccanary.txt',
      '%252e%252e%252fcanary.txt',
      'canary.txt%00.png',
      hidden.filename!,
      `${hidden.filename!}?prefix=..`,
      hidden.filename!.toUpperCase(),
      '%',
    ]) {
      for (const as of [undefined, AS]) {
        const answer = await target.api.call({ as, path: `/api/media/file/${name}` })
        expect({ name, as, shown: answer.status === 200 }).toEqual({ name, as, shown: false })
        expect(JSON.stringify(answer.body)).not.toContain('still here')
      }
    }
    const shown = await createPicture({ payload: target.payload, tenant: target.world.client.id })
    await createStudy({
      payload: target.payload,
      tenant: target.world.client.id,
      title: 'Shows it',
      cover: shown.id,
    })
    expect((await target.api.call({ path: `/api/media/file/${shown.filename!}` })).status).toBe(200)
  })

  it('nobody writes the name, the address or the exposure of a file', async () => {
    const { body } = await upload()
    const media = body.doc as Media
    const foreign = await createPicture({
      payload: target.payload,
      tenant: target.world.stranger.id,
    })
    await target.api.call({
      as: AS,
      method: 'PATCH',
      path: `/api/media/${media.id}`,
      body: { filename: foreign.filename, exposure: 'public', alt: 'Changed' },
    })
    const stored = await target.payload.findByID({ collection: 'media', id: media.id, depth: 0 })
    expect(stored).toMatchObject({ alt: 'Changed', exposure: 'none' })
    const fetched = await target.api.call({ as: AS, path: `/api/media/file/${foreign.filename!}` })
    expect(isRefused(fetched)).toBe(true)
  })
})

describe('what a file claims to be', () => {
  it('CVE-2026-105862 (GHSA-2pwp-2369-8fg3): no SVG is taken, whatever it is called', async () => {
    for (const bytes of SCRIPTS) {
      for (const [mimeType, name] of [
        ['image/svg+xml', 'x.svg'],
        ['image/png', 'x.png'],
        ['image/png', 'x.svg'],
        ['image/svg+xml', 'x.png'],
        ['application/octet-stream', 'x.png'],
      ] as const) {
        const answer = await upload({ bytes, mimeType, name })
        expect({ mimeType, name, refused: isRefused(answer) }).toEqual({
          mimeType,
          name,
          refused: true,
        })
      }
    }
    expect((await upload()).status).toBe(201)
  })

  it('GHSA-w8xh-93qh-35vw: nor as a document, and what is served as one cannot run', async () => {
    for (const bytes of [...SCRIPTS, '<html><script>alert(1)</script></html>']) {
      for (const [mimeType, name] of [
        ['image/svg+xml', 'x.svg'],
        ['text/html', 'x.html'],
        ['application/pdf', 'x.svg'],
        ['application/xhtml+xml', 'x.xhtml'],
        ['text/xml', 'x.xml'],
      ] as const) {
        const answer = await upload({ bytes, mimeType, name, path: '/api/documents' })
        const served = answer.body?.doc?.url
          ? await target.api.call({ as: AS, path: String(answer.body.doc.url) })
          : null
        const type = served?.headers.get('content-type') ?? 'nothing'
        expect({ mimeType, name, type, runs: /html|svg|xml/.test(type) }).toEqual({
          mimeType,
          name,
          type,
          runs: false,
        })
      }
    }
    const csv = await upload({
      bytes: 'a,b\n1,2\n',
      mimeType: 'text/csv',
      name: 'x.csv',
      path: '/api/documents',
    })
    expect(csv.status).toBe(201)
    const served = await target.api.call({ as: AS, path: csv.body.doc.url as string })
    expect(served.headers.get('content-security-policy')).toContain('sandbox')
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('Directus CVE-2025-55746: nobody uploads without an account, or into another tenant', async () => {
    for (const as of [undefined, 'viewer@client.test', 'owner@stranger.test']) {
      const answer = await target.upload({
        as,
        bytes: picture,
        data: { tenant: target.world.client.id, alt: 'Planted' },
        mimeType: 'image/png',
        name: 'planted.png',
      })
      expect({ as, refused: isRefused(answer) }).toEqual({ as, refused: true })
    }
    expect(names().filter((name) => name.startsWith('planted'))).toEqual([])
  })

  it('HTML, PHP and archives that call themselves pictures are refused; a picture with a tail is harmless', async () => {
    for (const bytes of [
      '<html><script>alert(1)</script></html>',
      '<?php system($_GET[0]); ?>',
      'GIF89a<script>alert(1)</script>',
      Buffer.from('504b0304140000000000', 'hex'),
      Buffer.alloc(64),
    ]) {
      for (const mimeType of ['image/png', 'image/gif', 'image/jpeg']) {
        expect(isRefused(await upload({ bytes, mimeType }))).toBe(true)
      }
    }
    const tail = Buffer.concat([picture, Buffer.from('<script>alert(1)</script>')])
    const { body } = await upload({ bytes: tail })
    const served = await target.api.call({ as: AS, path: body.doc.url as string })
    expect(served.headers.get('content-type')).toBe('image/png')
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
  })
})
