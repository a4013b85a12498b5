// Cloudinary's own SDK talks to the stand-in as it would to Cloudinary.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { v2 } from 'cloudinary'
import sharp from 'sharp'
import { startCloudinary, type CloudinaryStandIn } from './index.ts'

let cloud: CloudinaryStandIn
let sdk: typeof v2
let folder: string
const before = process.env.CLOUDINARY_URL
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  cloud = await startCloudinary({
    cloudName: 'demo',
    apiKey: '1234',
    apiSecret: 'abcd',
    chunkMinimum: 1000,
  })
  folder = await mkdtemp(join(tmpdir(), 'cloudinary-sdk-'))
  await sharp({ create: { width: 30, height: 30, channels: 3, background: '#08f' } })
    .png()
    .toFile(file('picture.png'))
  await writeFile(file('large.bin'), Buffer.alloc(3500, 7))
  process.env.CLOUDINARY_URL = cloud.cloudinaryUrl
  // Whether it speaks HTTP or HTTPS is decided when it is loaded: here, and not with another file's import.
  sdk = (createRequire(import.meta.url)('cloudinary') as { v2: typeof v2 }).v2
})

afterAll(async () => {
  if (before === undefined) {
    delete process.env.CLOUDINARY_URL
  } else {
    process.env.CLOUDINARY_URL = before
  }
  await cloud.stop()
  await rm(folder, { recursive: true })
})

describe('the SDK', () => {
  test('uploads', async () => {
    const answer = await sdk.uploader.upload(file('picture.png'), {
      context: { alt: 'a=b|c' },
      public_id: 'sdk/one',
      tags: ['x', 'y'],
    })
    expect(answer).toMatchObject({ public_id: 'sdk/one', width: 30, tags: ['x', 'y'] })
    expect(cloud.assets.get('image/upload/sdk/one')?.context).toEqual({ alt: 'a=b|c' })
  })

  test('uploads in parts', async () => {
    const answer = await new Promise((resolve, reject) => {
      void sdk.uploader.upload_large(
        file('large.bin'),
        { chunk_size: 1000, public_id: 'sdk/large.bin', resource_type: 'raw' },
        (err, result) => (err ? reject(new Error(err.message)) : resolve(result)),
      )
    })
    expect(answer).toMatchObject({ public_id: 'sdk/large.bin', bytes: 3500, done: true })
  })

  test('asks for a file', async () => {
    await sdk.uploader.upload(file('picture.png'), { public_id: 'sdk/asked' })
    const answer = (await sdk.uploader.explicit('sdk/asked', { type: 'upload' })) as object
    expect(answer).toMatchObject({ public_id: 'sdk/asked', format: 'png' })
  })

  test('removes a file', async () => {
    await sdk.uploader.upload(file('picture.png'), { public_id: 'sdk/removed' })
    const options = { invalidate: true, type: 'upload' }
    const answer = (await sdk.uploader.destroy('sdk/removed', options)) as object
    expect(answer).toEqual({ result: 'ok' })
  })

  test('tags files', async () => {
    await sdk.uploader.upload(file('picture.png'), { public_id: 'sdk/tagged' })
    await sdk.uploader.add_tag('fresh', ['sdk/tagged'])
    expect(cloud.assets.get('image/upload/sdk/tagged')?.tags).toEqual(['fresh'])
  })

  test('lists files', async () => {
    await sdk.uploader.upload(file('picture.png'), { public_id: 'list/one' })
    const answer = (await sdk.api.resources({ prefix: 'list/', type: 'upload' })) as {
      resources: { public_id: string }[]
    }
    expect(answer.resources.map(({ public_id }) => public_id)).toEqual(['list/one'])
  })

  test('gets through to an asset by its address', async () => {
    await sdk.uploader.upload(file('picture.png'), { public_id: 'sdk/shut', type: 'authenticated' })
    const url = sdk.url('sdk/shut.png', {
      secure: false,
      sign_url: true,
      transformation: [{ crop: 'fill', width: 10, height: 10 }],
      type: 'authenticated',
    })
    const { pathname } = new URL(url)
    const answer = await fetch(cloud.url + pathname)
    await answer.arrayBuffer()
    expect(answer.status).toBe(200)
  })
})
