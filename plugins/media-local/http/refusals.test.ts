// What is not delivered, and to whom not.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import type { StoredAsset } from '../../media/driver.ts'
import {
  ALLOWED,
  allowedPath,
  granted,
  newId,
  plainPath,
  problemOf,
  quadrants,
  signedPath,
  startMedia,
  storeArgs,
  type Bench,
} from '../testSupport.ts'

let media: Bench
let picture: StoredAsset
let hidden: StoredAsset
const served = { isAllowed: true }

beforeAll(async () => {
  media = await startMedia({ allowed: ALLOWED, mayServe: () => Promise.resolve(served.isAllowed) })
  picture = await media.driver.store(storeArgs(await quadrants()))
  hidden = await media.driver.store(storeArgs(await quadrants(), { deliveryType: 'authenticated' }))
})
afterAll(() => media.stop())

describe('what is not delivered', () => {
  const id = () => picture.publicId

  it.each([
    [
      'an unsigned size',
      () => plainPath({ publicId: id(), steps: 'w_101' }),
      403,
      'signature_missing',
    ],
    [
      'an unsigned format',
      () => plainPath({ publicId: id(), extension: 'webp' }),
      403,
      'signature_missing',
    ],
    [
      'an unsigned unknown step',
      () => plainPath({ publicId: id(), steps: 'l_x' }),
      403,
      'signature_missing',
    ],
    [
      'a wrong signature',
      () => `/media/image/upload/s--AAAAAAAA--/w_101/v1/${id()}`,
      403,
      'signature_wrong',
    ],
    [
      'a wrong long signature',
      () => `/media/image/upload/s--${'A'.repeat(32)}--/w_1/v1/${id()}`,
      403,
      'signature_wrong',
    ],
    [
      'another file with somebody’s signature',
      () => signedPath({ publicId: newId(), steps: 'w_9' }).replace(/root\/.*/, id()),
      403,
      'signature_wrong',
    ],
    [
      'another size with somebody’s signature',
      () => signedPath({ publicId: id(), steps: 'w_9' }).replace('w_9', 'w_99'),
      403,
      'signature_wrong',
    ],
    [
      'a signed unknown step',
      () => signedPath({ publicId: id(), steps: 'l_x' }),
      400,
      'unknown_transformation',
    ],
    [
      'an unknown name',
      () => plainPath({ publicId: id(), steps: 't_nothing' }),
      400,
      'unknown_preset',
    ],
    [
      'a huge size',
      () => signedPath({ publicId: id(), steps: 'w_60000' }),
      413,
      'output_too_large',
    ],
    ['a file that is not there', () => allowedPath(newId()), 404, 'file_not_found'],
    [
      'a picture as a film',
      () => plainPath({ publicId: id(), resourceType: 'video' }),
      404,
      'file_not_found',
    ],
    [
      'a hidden file as a public one',
      () => plainPath({ publicId: hidden.publicId }),
      404,
      'file_not_found',
    ],
    ['no address', () => '/media/', 400, 'bad_address'],
    ['something beside the base', () => '/mediaimage/upload/v1/root/x', 400, 'bad_address'],
    ['a record', () => `/media/raw/upload/v1/${id()}/asset.json`, 404, 'file_not_found'],
    [
      'an address of ten megabytes',
      () => `/media/image/upload/${'w_1/'.repeat(2_500_000)}v1/root/x`,
      400,
      'bad_address',
    ],
    ['a long one', () => `/media/image/upload/v1/root/${'x'.repeat(2100)}`, 400, 'bad_address'],
  ])('%s', async (_what, to, status, code) => {
    expect(await problemOf(media.get(to()))).toEqual([status, code])
  })

  it.each([
    '../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/etc/passwd',
    '%252e%252e/etc/passwd',
    '..%5c..%5cetc',
    '..;/x/y',
    '%c0%ae%c0%ae/etc/passwd',
    '%00/x',
    'root/%00',
    '....//....//etc/passwd',
    '/etc/passwd',
    '.incoming/x',
    'root/.incoming',
    '~root/x',
  ])('a way out: %s', async (to) => {
    const { status } = await media.get(`/media/raw/upload/v1/${to}`)
    expect(status === 400 || status === 404).toBe(true)
  })

  it('anything but reading', async () => {
    const response = await media.get(allowedPath(picture.publicId), {}, 'POST')
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('a file that may not be served now', async () => {
    served.isAllowed = false
    const result = await problemOf(media.get(allowedPath(picture.publicId)))
    served.isAllowed = true
    expect(result).toEqual([404, 'file_not_found'])
  })

  it('a picture that cannot be decoded', async () => {
    const whole = await sharp(await quadrants(800, 800))
      .jpeg()
      .toBuffer()
    const data = whole.subarray(0, whole.length - 500)
    const { publicId } = await media.driver.store(storeArgs(data, { format: 'jpg' }))
    expect(await problemOf(media.get(allowedPath(publicId)))).toEqual([422, 'picture_broken'])
  })

  it('a picture with more pixels than are decoded', async () => {
    const data = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: 'red' },
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const { publicId } = await media.driver.store(storeArgs(data))
    expect(await problemOf(media.get(allowedPath(publicId)))).toEqual([422, 'picture_broken'])
  })

  it('another size of what is no picture', async () => {
    const { publicId } = await media.driver.store(storeArgs(Buffer.from('text')))
    expect(await problemOf(media.get(allowedPath(publicId)))).toEqual([400, 'not_a_picture'])
  })

  it('tells a browser’s console why a picture is missing', async () => {
    const { headers } = await media.get(plainPath({ publicId: id(), steps: 'w_101' }))
    expect(headers.get('x-media-error')).toMatch(/has to be signed/)
  })

  it('keeps no problem', async () => {
    const { headers } = await media.get('/media/')
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('files that not everybody may fetch', () => {
  const parts = () => ({ publicId: hidden.publicId, steps: 'w_77/f_png' })

  it('come with a grant, in the size that it was given for', async () => {
    const { headers, status } = await media.get(granted(parts()))
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  it('are kept by nobody but the browser, and not beyond their end', async () => {
    const control = (await media.get(granted(parts(), { seconds: 600 }))).headers.get(
      'cache-control',
    )!
    const [, seconds] = /^private, max-age=(\d+)$/.exec(control)!
    expect(Number(seconds) > 0 && Number(seconds) <= 600).toBe(true)
  })

  it.each([
    [
      'without a grant',
      () => plainPath({ ...parts(), deliveryType: 'authenticated' }),
      'signature_missing',
    ],
    [
      'with a public signature',
      () => signedPath({ ...parts(), deliveryType: 'authenticated' }),
      'signature_missing',
    ],
    ['when its time is over', () => granted(parts(), { seconds: -5 }), 'expired'],
    ['with another secret', () => granted(parts(), { secret: 'other' }), 'signature_wrong'],
    [
      'with more time than was given',
      () => granted(parts()).replace(/e=\d+/, 'e=99999999999'),
      'signature_wrong',
    ],
    [
      'for another audience',
      () => granted(parts()).replace('a=member', 'a=link'),
      'signature_wrong',
    ],
    ['in another size', () => granted(parts()).replace('w_77', 'w_78'), 'signature_wrong'],
  ])('do not come %s', async (_how, to, code) => {
    expect(await problemOf(media.get(to()))).toEqual([403, code])
  })

  it('are asked for elsewhere when they are not here', async () => {
    const other = await startMedia({
      fetchRemote: ({ publicId }) => Promise.resolve(new Response(publicId)),
    })
    const response = await other.get(granted(parts()))
    await other.stop()
    expect(await response.text()).toBe(hidden.publicId)
  })

  it('stop being public at once when they are taken back', async () => {
    const asset = await media.driver.store(storeArgs(await quadrants(200, 200)))
    await media.get(allowedPath(asset.publicId))
    await media.driver.setDeliveryType(asset, 'authenticated')
    expect((await media.get(allowedPath(asset.publicId))).status).toBe(404)
  })
})

it('foresaw everything that happened above', () => {
  expect(media.errors).toEqual([])
})
