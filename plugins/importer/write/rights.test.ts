/** Who may import, through the admin's endpoint and from the command line. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import type { ImportLine } from '../endpoints/import.ts'
import type { ImportWorld } from './testSupport.ts'

import { runCli, startHere } from '../cli.ts'
import { importEndpoint } from '../endpoints/import.ts'
import { fixtures, startImportWorld } from './testSupport.ts'

let { folder, payload, run, stop, world }: ImportWorld = {} as ImportWorld

beforeAll(async () => {
  ;({ folder, payload, run, stop, world } = await startImportWorld())
})
afterAll(() => stop())

describe('who may import', () => {
  const source = {
    bytes: strToU8('---\ntitle: By a person\nclient: Somebody\n---\nText'),
    name: 'person.md',
  }

  it('lets an admin import into his own tenant, with his own rights', async () => {
    const user = await world.user('admin', 'client')
    const report = await run({ mode: 'publish', source, user })
    expect(report.totals).toMatchObject({ created: 1, failed: 0 })
    const { docs } = await payload.find({
      collection: 'case-studies',
      depth: 0,
      where: { 'origin.key': { equals: 'person.md' } },
    })
    expect(docs[0]).toMatchObject({ createdBy: user.id, tenant: world.client.id })
  })

  it.each([
    ['an editor of the tenant', 'editor', 'client'],
    ['an admin of another tenant', 'admin', 'stranger'],
  ] as const)('refuses %s', async (_, role, tenant) => {
    await expect(run({ source, user: await world.user(role, tenant) })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })

  const post = async (
    role: 'admin' | 'editor',
    data: Record<string, unknown>,
    name = 'site.zip',
  ) => {
    const body = new FormData()
    body.append(
      'file',
      new Blob([zipSync({ 'a.md': strToU8('---\ntitle: Sent\n---\nText') })]),
      name,
    )
    body.append('_payload', JSON.stringify(data))
    const request = new Request('http://localhost/api/importer', { body, method: 'POST' })
    const req = Object.assign(request, {
      context: {},
      payload,
      user: await world.user(role, 'client'),
    })
    return importEndpoint({}).handler(req as never)
  }

  it('answers an upload with its progress and the report', async () => {
    const response = await post('admin', { mode: 'draft', tenant: world.client.id })
    const lines = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ImportLine)
    expect(lines.some(({ type }) => type === 'progress')).toBe(true)
    expect(lines.at(-1)).toMatchObject({ report: { totals: { created: 1 } }, type: 'report' })
  })

  it('refuses uploads of others, into other tenants and of other kinds', async () => {
    const notAllowed = { data: { code: 'not_allowed' }, status: 403 }
    await expect(post('editor', { mode: 'draft', tenant: world.client.id })).rejects.toMatchObject(
      notAllowed,
    )
    await expect(post('admin', { mode: 'draft', tenant: world.stranger.id })).rejects.toMatchObject(
      notAllowed,
    )
    await expect(
      post('admin', { mode: 'draft', tenant: world.client.id }, 'a.exe'),
    ).rejects.toMatchObject({ data: { code: 'type_not_allowed' }, isPublic: true, status: 415 })
  })
})

describe('an upload', () => {
  const send = async (options: Parameters<typeof importEndpoint>[0], body: BodyInit) => {
    const request = new Request('http://localhost/api/importer', {
      body,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      method: 'POST',
    } as RequestInit)
    const user = await world.user('admin', 'client')
    const req = Object.assign(request, { context: {}, payload, user })
    return { answer: importEndpoint(options).handler(req as never), request }
  }
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\n'

  it('of somebody who can import nowhere is not read', async () => {
    const { answer, request } = await send({ canImportAnywhere: () => false }, head)
    await expect(answer).rejects.toMatchObject({ data: { code: 'not_allowed' }, status: 403 })
    expect(request.bodyUsed).toBe(false)
  })

  it('without a length is read up to the limit', async () => {
    let pieces = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(pieces === 0 ? strToU8(head) : new Uint8Array(1024))
        pieces += 1
      },
    })
    const { answer } = await send({ limits: { uploadBytes: 32 * 1024 } }, body)
    await expect(answer).rejects.toMatchObject({ data: { code: 'file_too_large' }, status: 413 })
    const read = pieces
    expect(read).toBeLessThan(40)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(pieces).toBe(read)
  })
})

describe('the command line', () => {
  const call = async (...argv: string[]) => {
    let output = ''
    const code = await runCli({
      argv,
      start: startHere({ payload }),
      stdout: { write: (text) => (output += text) },
    })
    return { code, output }
  }

  it('ends with 0, 2 or 1 and says why', async () => {
    expect(await call(folder, '--tenant', 'client', '--dry-run')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Trial run'),
    })
    expect(
      await call(path.join(fixtures, 'awkward'), '--tenant=client', '--dry-run'),
    ).toMatchObject({ code: 2, output: expect.stringContaining('binary.md') })
    expect(await call(folder)).toEqual({
      code: 1,
      output: 'Say which tenant to import into: --tenant <slug>.\n',
    })
    expect(await call('/nowhere', '--tenant', 'client')).toMatchObject({ code: 1 })
    expect(await call(folder, '--tenant', 'nobody')).toMatchObject({
      code: 1,
      output: expect.stringContaining('no tenant'),
    })
    expect(await call(folder, '--tenant', 'client', '--as', 'nobody@x.test')).toMatchObject({
      code: 1,
    })
  })

  it('writes the whole report as JSON', async () => {
    const file = path.join(folder, 'report.json')
    await call(folder, '--tenant', 'client', '--dry-run', '--report', file)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      mode: 'dry-run',
      tenant: 'client',
    })
    expect(await readdir(folder)).toContain('report.json')
  })
})
