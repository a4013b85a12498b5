// Why the driver does not stand on the adapter of @payloadcms/storage-uploadthing: whoever may upload
// names a key, and that adapter reads it. The same attack on ours comes to nothing.
import { uploadthingStorage } from '@payloadcms/storage-uploadthing'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Config, PayloadRequest } from 'payload'
import { startUploadthing, type UploadthingStandin } from '../../test/support/uploadthing/index.ts'
import type { AssetRef, MediaDriver } from '../media/driver.ts'
import { uploadthingDriver } from './driver.ts'
import { uploadthingOptions } from './fromEnvironment.ts'

let standin: UploadthingStandin
let driver: MediaDriver
let foreignKey: string

const OWN: AssetRef = {
  driver: 'uploadthing',
  account: 'app1',
  publicId: 'vitrine/acme/documents/0123456789abcdef0123456789abcdef/own.txt',
  resourceType: 'raw',
  deliveryType: 'authenticated',
  version: 1,
  format: 'txt',
}

beforeAll(async () => {
  standin = await startUploadthing()
  driver = uploadthingDriver(uploadthingOptions(standin.env)!)
  const other = {
    ...OWN,
    publicId: 'vitrine/other/documents/fedcba9876543210fedcba9876543210/x.txt',
  }
  const data = Buffer.from('the other tenant’s')
  await driver.store({
    ...other,
    displayName: 'x.txt',
    folder: 'other',
    mimeType: 'text/plain',
    source: { data, size: data.length },
    tags: [],
    tenant: 'other',
  })
  foreignKey = [...standin.files.keys()][0]!
})

afterAll(() => standin.stop())

describe('a key that a request names', () => {
  it('is read by the stock adapter, whosever file it is', async () => {
    const response = await stockHandler(standin)(foreignKey)
    expect(await response.text()).toBe('the other tenant’s')
  })

  it('cannot be said to the driver as an id', async () => {
    await expect(driver.read({ ...OWN, publicId: foreignKey })).rejects.toThrow(
      'not the id of a file',
    )
  })

  it('cannot be deleted through the driver', async () => {
    await driver.remove({ ...OWN, publicId: foreignKey }).catch(() => null)
    expect(standin.files.has(foreignKey)).toBe(true)
  })

  it('means nothing when a context for client uploads carries it', async () => {
    const claimed = {
      ...OWN,
      clientUploadContext: { key: foreignKey },
      key: foreignKey,
      _key: foreignKey,
    }
    expect(await driver.read(claimed)).toBeNull()
  })

  it('means nothing when a document carries an address with it', async () => {
    const url = `${driver.deliveryBase(null)}/${foreignKey}`
    const claimed = { ...OWN, url, thumbnailURL: url, filename: foreignKey }
    expect(await driver.read(claimed)).toBeNull()
  })

  it('finds no way for browsers to upload, which such a key would come from', () => {
    expect([driver.beginDirectUpload, driver.completeDirectUpload]).toEqual([undefined, undefined])
  })
})

/** What Payload calls when a multipart field `file` brings a clientUploadContext. */
const stockHandler = ({ env, token }: UploadthingStandin) => {
  const plugin = uploadthingStorage({
    collections: { files: true } as Parameters<typeof uploadthingStorage>[0]['collections'],
    options: { token, apiUrl: env.UPLOADTHING_API_URL, logLevel: 'Fatal' },
  })
  const config = plugin({
    collections: [{ slug: 'files', fields: [], upload: true }],
  } as unknown as Config) as Config
  const { upload } = config.collections![0]!
  const handler = typeof upload === 'object' ? upload.handlers![0]! : undefined
  return async (key: string): Promise<Response> => {
    const req = {
      headers: new Headers(),
      payload: { collections: { files: { config: { upload } } }, logger: console },
    } as unknown as PayloadRequest
    const params = { clientUploadContext: { key }, collection: 'files', filename: 'mine.txt' }
    return (await handler!(req, { params } as Parameters<
      NonNullable<typeof handler>
    >[1])) as Response
  }
}
