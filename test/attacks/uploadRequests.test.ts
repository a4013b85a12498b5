// Requests that bring a file: from an address that the server should fetch, or in parts that are made
// to break what reads them.
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Media } from '../../payload-types.ts'
import { createPicture } from '../support/content.ts'
import { isRefused, startTarget, tokenFor, type Target } from '../support/attacks.ts'

let target: Target
let inside: Server
let insideUrl: string
let authorization: string
const reached: string[] = []

const AS = 'owner@client.test'

beforeAll(async () => {
  target = await startTarget()
  authorization = `JWT ${await tokenFor(target)(AS)}`
  inside = createServer((req, res) => {
    reached.push(`${req.url} ${String(req.headers.cookie ?? '')}`)
    res.writeHead(302, { location: '/again' }).end()
  })
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
  const address = inside.address()
  insideUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/secret`
})

afterAll(async () => {
  inside?.close()
  await target?.stop()
})

const media = (): Promise<Media> =>
  createPicture({ payload: target.payload, tenant: target.world.client.id })

describe('uploads by address', () => {
  const addresses = () => [
    insideUrl,
    insideUrl.replace('127.0.0.1', 'localhost'),
    insideUrl.replace('127.0.0.1', '2130706433'),
    insideUrl.replace('127.0.0.1', '0x7f.1'),
    insideUrl.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:25/_x',
  ]
  const paste = (src: string, id = '') =>
    target.api.call({
      as: AS,
      headers: { cookie: 'payload-token=secret-cookie' },
      path: `/api/media/paste-url${id}?src=${encodeURIComponent(src)}`,
    })

  it('CVE-2026-34746 (GHSA-6r7f-q7f5-wpx8): the server fetches nothing that it is told to', async () => {
    for (const src of addresses()) {
      expect(isRefused(await paste(src))).toBe(true)
    }
    for (const file of [
      { url: insideUrl, filename: 'x.png' },
      { filename: 'x.png', url: insideUrl, mimeType: 'image/png', size: 1 },
    ]) {
      const form = new FormData()
      form.set('_payload', JSON.stringify({ tenant: target.world.client.id, alt: 'A', ...file }))
      form.set('file', JSON.stringify({ ...file, clientUploadContext: { url: insideUrl } }))
      await target.send('/api/media', { method: 'POST', headers: { authorization }, body: form })
    }
    expect(reached).toEqual([])
  })

  it('CVE-2026-27567 (GHSA-hhfx-5x8j-f5f6): nor by a redirect', async () => {
    for (const src of [`${insideUrl}?to=/again`, `${insideUrl}#@example.com`]) {
      expect(isRefused(await paste(src))).toBe(true)
    }
    expect(reached).toEqual([])
  })

  it('CVE-2026-105861 (GHSA-pj5h-5q6c-3pfx): and no cookie goes along, for a new file or an old one', async () => {
    const { id } = await media()
    expect(isRefused(await paste(insideUrl, `/${id}`))).toBe(true)
    const replaced = await target.api.call({
      as: AS,
      method: 'PATCH',
      path: `/api/media/${id}`,
      headers: { cookie: 'payload-token=secret-cookie' },
      body: {
        url: insideUrl,
        filename: 'x.png',
        uploadEdits: { crop: { x: 0, y: 0, width: 10, height: 10 } },
      },
    })
    expect(replaced.status).toBeLessThan(500)
    expect(reached).toEqual([])
  })
})

describe('multipart', () => {
  it('CVE-2026-105854 (GHSA-2g7p-5934-q4w7): a Content-Type that is made to backtrack is answered', async () => {
    for (const type of [
      `multipart/${'a'.repeat(4000)}; ${'; '.repeat(2000)}boundary=x!`,
      `multipart/form-data${'; a=b'.repeat(1500)}; boundary=\u00e9`,
      `multipart/${'('.repeat(3000)};boundary=${';'.repeat(3000)}`,
      `multipart/form-data; boundary=${'-'.repeat(6000)}`,
    ]) {
      const answer = await target.send('/api/media', {
        method: 'POST',
        headers: { authorization, 'content-type': Buffer.from(type, 'utf8').toString('latin1') },
        body: '--x\r\n\r\n--x--',
      })
      // That it answers at all, within the time of a test, is what is promised.
      expect(answer.status).toBeGreaterThanOrEqual(400)
    }
    expect((await target.api.call({ path: '/readyz' })).status).toBe(200)
  })

  it('parts without end, without a name or with a thousand fields are refused, not a failure', async () => {
    const many = Array.from(
      { length: 1000 },
      (_, at) => `--x\r\nContent-Disposition: form-data; name="f${at}"\r\n\r\n1\r\n`,
    ).join('')
    for (const body of [
      '--x\r\n',
      '--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a\u0000.png"\r\n\r\n1\r\n--x--',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n',
      `${many}--x--`,
    ]) {
      const answer = await target.send('/api/media', {
        method: 'POST',
        headers: { authorization, 'content-type': 'multipart/form-data; boundary=x' },
        body,
      })
      expect({ body: body.slice(0, 80), refused: isRefused(answer) }).toEqual({
        body: body.slice(0, 80),
        refused: true,
      })
    }
    expect((await target.api.call({ path: '/readyz' })).status).toBe(200)
  })
})
