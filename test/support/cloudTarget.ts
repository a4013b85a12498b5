// The whole server with a Cloudinary on loopback behind it, and what a browser does to send files there.
import { createStudy } from './content.ts'
import { startCloudinary, type CloudinaryStandIn } from './cloudinary/index.ts'
import { startTarget, tokenFor, type Answer, type Target } from './attacks.ts'

export const CLOUD_SECRET = 'hush-this-is-secret'

/** Who sends files. */
const AS = 'editor@client.test'

type Direct = { fields: Record<string, string>; url: string }

export type CloudTarget = {
  cloud: CloudinaryStandIn
  target: Target
  begin: (body: object) => Promise<Answer>
  /** As a browser does it. */
  sendDirect: (
    begun: Direct,
    bytes: Uint8Array,
    changed?: Record<string, string>,
  ) => Promise<{ status: number; report: Record<string, unknown> }>
  complete: (ticket: string, report: unknown) => Promise<Answer>
  create: (file: unknown, alt: string) => Promise<Answer>
  /** A document, of which the file was sent straight there. */
  direct: (bytes: Uint8Array, filename: string, alt: string) => Promise<Answer['body']>
  fetchAt: (url: string) => Promise<Response>
  read: (id: string, as?: string) => Promise<Answer['body']>
  /** Runs what is queued. */
  settle: () => Promise<void>
  /** Runs what is done every minute. */
  tend: () => Promise<void>
  publish: (data: { title: string } & Record<string, unknown>) => ReturnType<typeof createStudy>
  stop: () => Promise<void>
}

export const startCloudTarget = async (): Promise<CloudTarget> => {
  const cloud = await startCloudinary({
    cloudName: 'demo',
    apiKey: '1234567890',
    apiSecret: CLOUD_SECRET,
    chunkMinimum: 1000,
    holdEager: true,
  })
  // Read when the configuration is.
  process.env.CLOUDINARY_URL = `${cloud.cloudinaryUrl}&secure_distribution=${cloud.url}`
  const target = await startTarget()
  const tokenOf = tokenFor(target)
  const tenant = target.world.client.id
  const begin = (body: object) =>
    target.api.call({
      as: AS,
      method: 'POST',
      path: '/api/media/uploads',
      body: { tenant, ...body },
    })
  const sendDirect: CloudTarget['sendDirect'] = async ({ fields, url }, bytes, changed = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...fields, ...changed })) {
      form.set(name, value)
    }
    form.set('file', new Blob([bytes as BlobPart]), 'blob')
    const response = await fetch(url, { method: 'POST', body: form })
    return { status: response.status, report: (await response.json()) as Record<string, unknown> }
  }
  const complete = (ticket: string, report: unknown) =>
    target.api.call({
      as: AS,
      method: 'POST',
      path: '/api/media/uploads/complete',
      body: { report, ticket },
    })
  const create = async (file: unknown, alt: string) => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ tenant, alt }))
    form.set('file', JSON.stringify(file))
    return target.send('/api/media', {
      method: 'POST',
      headers: { authorization: `JWT ${await tokenOf(AS)}` },
      body: form,
    })
  }
  return {
    cloud,
    target,
    begin,
    complete,
    create,
    sendDirect,
    direct: async (bytes, filename, alt) => {
      const begun = (await begin({ filename, size: bytes.length })).body
      const { report } = await sendDirect(begun, bytes)
      const { body } = await complete(begun.ticket, report)
      return (await create(body.file, alt)).body.doc
    },
    fetchAt: (url) => fetch(url.startsWith('/') ? target.api.url + url : url),
    read: async (id, as) => (await target.api.call({ as, path: `/api/media/${id}` })).body,
    settle: async () => {
      const { runDueJobs } = await import('../../src/jobs/runner.ts')
      await runDueJobs({ payload: target.payload })
    },
    tend: async () => {
      const { tendFiles } = await import('../../plugins/media/index.ts')
      const { mediaOptions } = await import('../../src/config/media.ts')
      const { createLocalReq } = await import('payload')
      await tendFiles({ options: mediaOptions, req: await createLocalReq({}, target.payload) })
    },
    publish: (data) => createStudy({ payload: target.payload, tenant, ...data }),
    stop: async () => {
      delete process.env.CLOUDINARY_URL
      await target.stop()
      await cloud.stop()
    },
  }
}
