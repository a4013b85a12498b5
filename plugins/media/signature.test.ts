import { describe, expect, test } from '@jest/globals'
import { parseTransformation, signedPart, type Address } from './grammar/index.ts'
import {
  deliverySignature,
  expiryFrom,
  grantedPath,
  grantOf,
  isGranted,
  isSame,
} from './signature.ts'
import { parseDeliveryPath } from './grammar/index.ts'

const partOf = (publicId: string, extension: string | null, steps = '') =>
  signedPart({ publicId, extension, transformation: parseTransformation(steps)! })

describe("Cloudinary's signatures of addresses", () => {
  test.each([
    ['b', partOf('image', 'jpg', 'c_crop,h_20,w_10'), 'Ai4Znfl3'],
    ['b', partOf('image', 'jpg'), '--SjmNDA'],
    ['b', partOf('http://google.com/path/to/image.png', null), 'hH_YcbiS'],
    ['b', partOf('sample', 'jpg'), 'v2fTPYTu'],
    [
      'b',
      partOf('image', 'jpg', 'co_red,l_text:Times_70_bold:Cool%25F0%259F%2598%258D'),
      'Uqk1a-5W',
    ],
    ['abcd', partOf('tenants/acme/01J8ZC', null, 'c_limit,w_800/f_auto/q_auto'), 'DDQBz-Wt'],
    ['abcd', partOf('tenants/acme/vid1', 'm3u8', 'sp_auto'), '9-B4FJLa'],
    ['abcd', partOf('tenants/acme/åäö é', 'jpg'), 'B4L1mRUK'],
  ])('with the secret %s over %s', (secret, part, signature) => {
    expect(deliverySignature({ part, secret })).toBe(signature)
  })

  test('8 characters of SHA-256', () => {
    const part = partOf('sample', 'jpg')
    expect(deliverySignature({ algorithm: 'sha256', part, secret: 'b' })).toBe('2hbrSMPO')
  })

  test.each([
    ['b', partOf('sample', 'jpg'), '2hbrSMPOjj5BJ4xV7SgFbRDevFaQNUFf'],
    [
      'abcd',
      partOf('tenants/acme/01J8ZC', null, 'c_limit,w_800/f_auto/q_auto'),
      'sxiJourrTaf7CI03JS3AT0JJVE97TacU',
    ],
  ])('32 characters with the secret %s over %s', (secret, part, signature) => {
    expect(deliverySignature({ isLong: true, part, secret })).toBe(signature)
  })
})

describe('addresses that end', () => {
  const secret = 'a secret of this test'
  const address: Omit<Address, 'signature'> = {
    resourceType: 'image',
    deliveryType: 'authenticated',
    transformation: [{ c: 'limit', w: '640' }],
    version: 7,
    publicId: 'root/acme/media/0f',
    extension: 'jpg',
  }
  const grant = { audience: 'member' as const, expires: 2_000_000_000 }
  const now = 1_900_000_000_000
  const [path = '', query = ''] = grantedPath({ address, grant, secret }).split('?')
  const read = parseDeliveryPath(path)!

  test('are good until they end', () => {
    const given = grantOf(new URLSearchParams(query))!
    expect(isGranted({ address: read, grant: given, now, secret })).toBe(true)
  })

  test('are refused afterwards', () => {
    expect(isGranted({ address: read, grant, now: 2_000_000_000_000, secret })).toBe(false)
  })

  test.each<[string, Partial<Address>]>([
    ['id', { publicId: 'root/other/media/0f' }],
    ['version', { version: 8 }],
    ['kind', { resourceType: 'video' }],
    ['delivery type', { deliveryType: 'upload' }],
    ['steps', { transformation: [] }],
    ['extension', { extension: 'png' }],
    ['signature', { signature: null }],
  ])('are refused with another %s', (_, change) => {
    expect(isGranted({ address: { ...read, ...change }, grant, now, secret })).toBe(false)
  })

  test.each([
    { ...grant, expires: grant.expires + 1 },
    { ...grant, audience: 'link' as const },
  ])('are refused with another grant (%#)', (other) => {
    expect(isGranted({ address: read, grant: other, now, secret })).toBe(false)
  })

  test.each(['', 'e=1', 'e=x&a=member', 'e=1&a=everybody', 'e=-1&a=link'])(
    'the query “%s” grants nothing',
    (text) => {
      expect(grantOf(new URLSearchParams(text))).toBeNull()
    },
  )

  test('made within one quarter of their time end together, and not before their time', () => {
    const first = expiryFrom({ now: 1_010_000, seconds: 400 })
    expect(expiryFrom({ now: 1_050_000, seconds: 400 })).toBe(first)
    expect(first).toBeGreaterThanOrEqual(1450)
  })
})

test('texts of other lengths are not the same', () => {
  expect(isSame('abc', 'abcd')).toBe(false)
})
