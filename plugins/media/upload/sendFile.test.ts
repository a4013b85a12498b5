// A file reaches the other side whole, whatever happens on the way.
import { afterEach, describe, expect, it } from '@jest/globals'
import { sendFile, type SendFileArgs } from './sendFile.ts'
import type { UploadSession } from './session.ts'
import { startTestServer, type TestServer } from './testServer.ts'
import type { UploadProgress } from './types.ts'

let server: TestServer

afterEach(() => server.close())

const bytes = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => (index * 7) % 251)

const fileOf = (length: number, type = 'image/jpeg'): File =>
  new File([bytes(length)], 'a.jpg', { type })

const onServer: typeof fetch = (url, init) => fetch(new URL(url as string, server.origin), init)

/** Pauses take no time here; how long they are is retry.test.ts's. */
const send = (more: Partial<SendFileArgs> = {}) =>
  sendFile({
    file: fileOf(1000),
    collection: 'media',
    tenant: 'tenant-1',
    fetch: onServer,
    strip: async (file) => file,
    retryOptions: { sleep: async () => undefined },
    ...more,
  })

const serverWith = async (chunkSize: number | null, kind: 'direct' | 'server' = 'server') => {
  server = await startTestServer({ chunkSize, kind })
}

describe('through the server', () => {
  it('arrives in chunks, whole', async () => {
    await serverWith(300)
    await send()
    expect(server.stored()).toEqual(Buffer.from(bytes(1000)))
  })

  it('says which bytes each chunk holds', async () => {
    await serverWith(600)
    await send()
    const ranges = server.headers.flatMap((headers) => headers['content-range'] ?? [])
    expect(ranges).toEqual(['bytes 0-599/1000', 'bytes 600-999/1000'])
  })

  it('arrives in one request where there are no chunks', async () => {
    await serverWith(null)
    await send()
    expect(server.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1)
  })

  it('asks for a ticket for as many bytes as it sends, not as the file had', async () => {
    await serverWith(null)
    await send({ strip: async (file) => file.slice(0, 900) })
    expect(server.bodies['POST /api/media/uploads']).toMatchObject({ size: 900 })
  })

  it('returns what the document is made with', async () => {
    await serverWith(null)
    expect((await send()).file.clientUploadContext).toEqual({ signedReceipt: 'receipt' })
  })

  it('goes on after a broken connection from where the server says', async () => {
    await serverWith(400)
    server.misbehave('PUT /api/media/uploads/bytes', { status: 200, body: { received: 0 } }, 'half')
    await send()
    expect(server.stored()).toEqual(Buffer.from(bytes(1000)))
  })

  it('does not send twice what arrived without an answer', async () => {
    await serverWith(400)
    server.misbehave('PUT /api/media/uploads/bytes', 'lose-answer')
    await send()
    expect(server.stored()).toEqual(Buffer.from(bytes(1000)))
  })

  it('asks again after a 503 and a 429', async () => {
    await serverWith(null)
    server.misbehave('POST /api/media/uploads', { status: 503 }, { status: 429 })
    await send()
    expect(server.stored().byteLength).toBe(1000)
  })

  it('does not ask again after a refusal, and says it in the server’s words', async () => {
    await serverWith(null)
    server.misbehave('POST /api/media/uploads', {
      status: 413,
      body: { errors: [{ message: 'Films of at most 200 MB.', data: { code: 'file_too_large' } }] },
    })
    await expect(send()).rejects.toMatchObject({
      code: 'file_too_large',
      message: 'Films of at most 200 MB.',
    })
    expect(server.requests).toEqual(['POST /api/media/uploads'])
  })

  it('gives up after six tries', async () => {
    await serverWith(null)
    server.misbehave('POST /api/media/uploads', ...Array(9).fill('hang-up'))
    await expect(send()).rejects.toMatchObject({ code: 'upload_offline' })
    expect(server.requests).toHaveLength(6)
  })

  it('completes once more when that answer was lost', async () => {
    await serverWith(null)
    server.misbehave('POST /api/media/uploads/complete', 'lose-answer')
    expect((await send()).file.filename).toBe('a.jpg')
  })

  it('tells how far it is, up to the end', async () => {
    await serverWith(250)
    const told: UploadProgress[] = []
    await send({ onProgress: (progress) => told.push(progress) })
    expect(told.filter(({ phase }) => phase === 'sending').map(({ sent }) => sent)).toEqual(
      expect.arrayContaining([0, 250, 500, 750, 1000]),
    )
  })
})

describe('a second try', () => {
  it('goes on with what the first one has left', async () => {
    await serverWith(400)
    let session: UploadSession | undefined
    server.misbehave(
      'PUT /api/media/uploads/bytes',
      { status: 200, body: { received: 0 } },
      { status: 507 },
    )
    const retryOptions = { attempts: 1 }
    const first = send({ retryOptions, onSession: (begun) => (session = begun) })
    await expect(first).rejects.toBeInstanceOf(Error)
    await send({ session })
    expect(server.requests.filter((one) => one === 'POST /api/media/uploads')).toHaveLength(1)
  })

  it('begins anew when the server has forgotten the first', async () => {
    await serverWith(400)
    const session: UploadSession = {
      ticket: {
        ticket: 'old',
        kind: 'server',
        url: '/api/media/uploads/forgotten',
        chunkSize: null,
        expiresAt: '2100-01-01T00:00:00Z',
        maxBytes: 1,
      },
      body: fileOf(1000),
      uploadId: 'u',
      received: 0,
    }
    await send({ session })
    expect(server.stored().byteLength).toBe(1000)
  })
})

describe('cancelling', () => {
  it('removes what has arrived', async () => {
    await serverWith(100)
    const controller = new AbortController()
    const sending = send({
      signal: controller.signal,
      onProgress: ({ sent }) => sent >= 300 && controller.abort(),
    })
    await expect(sending).rejects.toMatchObject({ code: 'upload_cancelled' })
    expect(server.wasAbandoned()).toBe(true)
  })

  it('asks the server nothing when it comes first', async () => {
    await serverWith(100)
    await expect(send({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'upload_cancelled',
    })
    expect(server.requests).toEqual([])
  })
})

describe('straight to the store', () => {
  it('arrives in chunks, whole', async () => {
    await serverWith(400, 'direct')
    await send()
    expect(server.stored()).toEqual(Buffer.from(bytes(1000)))
  })

  it('names all chunks by the same id', async () => {
    await serverWith(400, 'direct')
    await send()
    const ids = server.headers.flatMap((headers) => headers['x-unique-upload-id'] ?? [])
    expect([ids.length, new Set(ids).size]).toEqual([3, 1])
  })

  it('sends a small file in one request without ranges', async () => {
    await serverWith(5000, 'direct')
    await send()
    expect(server.headers.filter((headers) => headers['content-range'])).toEqual([])
  })

  it('never sends the session’s cookie along', async () => {
    await serverWith(null, 'direct')
    const modes: (string | undefined)[] = []
    await send({
      fetch: (url, init) => {
        if ((url as string).endsWith('/store')) {
          modes.push(init?.credentials)
        }
        return onServer(url, init)
      },
    })
    expect(modes).toEqual(['omit'])
  })

  it('hands the store’s report to the server', async () => {
    await serverWith(null, 'direct')
    await send()
    expect(server.bodies['POST /api/media/uploads/complete']).toMatchObject({
      report: { public_id: 'root/a/media/1' },
    })
  })

  it('says what the store refuses in the store’s words', async () => {
    await serverWith(null, 'direct')
    server.misbehave('POST /store', { status: 400, body: { error: { message: 'Too large' } } })
    await expect(send()).rejects.toMatchObject({ message: 'Too large' })
  })
})

describe('films', () => {
  const film = (more: Partial<SendFileArgs>) => send({ file: fileOf(500, 'video/mp4'), ...more })

  it('bring the frame that the browser took', async () => {
    await serverWith(null)
    await film({ capturePoster: async () => new Blob(['frame']) })
    expect(server.poster()?.toString()).toBe('frame')
  })

  it('arrive without one where the browser cannot show them', async () => {
    await serverWith(null)
    await film({ capturePoster: () => Promise.reject(new Error('codec')) })
    expect(server.requests).not.toContain('PUT /api/media/uploads/poster')
  })

  it('are not looked into where the store makes posters itself', async () => {
    await serverWith(null, 'direct')
    let looked = false
    await film({
      capturePoster: async () => {
        looked = true
        return null
      },
    })
    expect(looked).toBe(false)
  })

  it('arrive although the frame was refused', async () => {
    await serverWith(null)
    server.misbehave('PUT /api/media/uploads/poster', { status: 500 })
    expect((await film({ capturePoster: async () => new Blob(['x']) })).file.filename).toBe('a.jpg')
  })
})

it('refuses an empty file before it asks', async () => {
  await serverWith(null)
  await expect(send({ file: fileOf(0) })).rejects.toMatchObject({ code: 'upload_empty' })
  expect(server.requests).toEqual([])
})
