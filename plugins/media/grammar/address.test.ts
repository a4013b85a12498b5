import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deliveryPath, parseDeliveryPath, signedPart, type Address } from './address.ts'
import { parseTransformation } from './transformation.ts'

const address = (given: Partial<Address>, steps = ''): Address => ({
  resourceType: 'image',
  deliveryType: 'upload',
  transformation: parseTransformation(steps)!,
  version: 1700000000,
  publicId: 'tenants/acme/01J8ZC',
  extension: null,
  signature: null,
  ...given,
})

describe('the path of a file', () => {
  test.each([
    [
      address({}, 'c_limit,w_800/f_auto/q_auto'),
      '/image/upload/c_limit,w_800/f_auto/q_auto/v1700000000/tenants/acme/01J8ZC',
    ],
    [
      address({}, 'x_0.999,y_0.25,c_fill,g_xy_center,w_640,h_480/f_auto,q_auto'),
      '/image/upload/c_fill,g_xy_center,h_480,w_640,x_0.999,y_0.25/f_auto,q_auto/v1700000000/tenants/acme/01J8ZC',
    ],
    [
      address({}, 'c_crop,h_0.6,w_0.5,x_0.1,y_0.2/c_fill,h_480,w_640/f_auto,q_auto'),
      '/image/upload/c_crop,h_0.6,w_0.5,x_0.1,y_0.2/c_fill,h_480,w_640/f_auto,q_auto/v1700000000/tenants/acme/01J8ZC',
    ],
    [address({}, 't_card'), '/image/upload/t_card/v1700000000/tenants/acme/01J8ZC'],
    [address({}, 't_blip.blop'), '/image/upload/t_blip.blop/v1700000000/tenants/acme/01J8ZC'],
    [
      address({}, 'c_fill,x_100,y_100/c_crop,w_100'),
      '/image/upload/c_fill,x_100,y_100/c_crop,w_100/v1700000000/tenants/acme/01J8ZC',
    ],
    [
      address({}, 'e_blur:200,c_limit,w_24,f_webp,q_auto:low'),
      '/image/upload/c_limit,e_blur:200,f_webp,q_auto:low,w_24/v1700000000/tenants/acme/01J8ZC',
    ],
    [
      address(
        { resourceType: 'video', publicId: 'tenants/acme/vid1', extension: 'jpg' },
        'c_limit,q_auto,so_2,w_1280',
      ),
      '/video/upload/c_limit,q_auto,so_2,w_1280/v1700000000/tenants/acme/vid1.jpg',
    ],
    [
      address(
        { resourceType: 'video', publicId: 'tenants/acme/vid1', extension: 'm3u8' },
        'sp_auto',
      ),
      '/video/upload/sp_auto/v1700000000/tenants/acme/vid1.m3u8',
    ],
    [
      address({ resourceType: 'raw', publicId: 'tenants/acme/doc.pdf' }),
      '/raw/upload/v1700000000/tenants/acme/doc.pdf',
    ],
    [
      address(
        { signature: 'Ai4Znfl3', publicId: 'image', extension: 'jpg', version: 1234 },
        'c_crop,h_20,w_10',
      ),
      '/image/upload/s--Ai4Znfl3--/c_crop,h_20,w_10/v1234/image.jpg',
    ],
  ])('is written as Cloudinary writes it (%#)', (given, path) => {
    expect(deliveryPath(given)).toBe(path)
  })

  test.each([
    ['a b', 'a%20b'],
    ['a??b', 'a%3F%3Fb'],
    ['parentheses(interject)', 'parentheses(interject)'],
    ['abcαβγאבג', 'abc%CE%B1%CE%B2%CE%B3%D7%90%D7%91%D7%92'],
    ['folder/test', 'folder/test'],
    ['tenants/acme/my photo (1)', 'tenants/acme/my%20photo%20(1)'],
    ['tenants/acme/åäö é', 'tenants/acme/%C3%A5%C3%A4%C3%B6%20%C3%A9'],
    ['already%20escaped', 'already%20escaped'],
  ])('escapes the id %s', (publicId, escaped) => {
    expect(deliveryPath(address({ publicId, version: 1 }))).toBe(`/image/upload/v1/${escaped}`)
  })

  test('a signature covers the steps and the name, not the version nor the types', () => {
    const given = address({ extension: 'jpg' }, 'c_fill,w_10')
    expect(signedPart(given)).toBe('c_fill,w_10/tenants/acme/01J8ZC.jpg')
  })

  test('what is written is read back', () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,12}$/)
    const addresses = fc.record({
      resourceType: fc.constantFrom('image' as const, 'video' as const),
      deliveryType: fc.constantFrom('upload' as const, 'authenticated' as const),
      transformation: fc.array(
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,4}$/).filter((key) => key !== 's'),
          fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,8}$/),
          { minKeys: 1, maxKeys: 4 },
        ),
        { maxLength: 3 },
      ),
      version: fc.integer({ min: 1, max: 2_000_000_000 }),
      publicId: fc.array(segment, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('/')),
      extension: fc.option(fc.constantFrom('jpg', 'mp4', 'm3u8')),
      signature: fc.option(fc.stringMatching(/^([A-Za-z0-9_-]{8}|[A-Za-z0-9_-]{32})$/)),
    })
    fc.assert(
      fc.property(addresses, (given) => {
        const read = parseDeliveryPath(deliveryPath(given))
        expect(read).not.toBeNull()
        expect(deliveryPath(read!)).toBe(deliveryPath(given))
        expect(read!.publicId).toBe(given.publicId)
      }),
    )
  })

  test.each([
    '/image/private/v1/a/b.jpg',
    '/image/upload/v1/a.jpg',
    '/image/upload/v1/a/../b.jpg',
    '/image/upload/v1/a//b.jpg',
    '/image/upload/v1/a/%2e%2e/b.jpg',
    '/image/upload/a/b.jpg',
    '/image/upload/s--short--/v1/a/b.jpg',
    '/raw/upload/v1/a/..hidden',
    'image/upload/v1/a/b.jpg',
    '',
  ])('%s is no address', (path) => {
    expect(parseDeliveryPath(path)).toBeNull()
  })
})
