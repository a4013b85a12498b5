import { describe, expect, test } from '@jest/globals'
import { cloudinaryAccount } from './account.ts'
import {
  isAnswerAuthentic,
  requestSignature,
  signedFields,
  stringToSign,
  type Params,
} from './requestSignature.ts'

const eager = {
  eager: 'w_400,h_300,c_pad|w_260,h_200,c_crop',
  public_id: 'sample_image',
  timestamp: 1315060510,
}
const user = { cloud_name: 'dn6ot3ged', timestamp: 1568810420, username: 'user@cloudinary.com' }
const userSecret = 'hdcixPpR2iKERPwqvH6sHdK9cyac'
const film = {
  allowed_formats: ['jpg', 'png'],
  eager: 'sp_auto/m3u8|c_limit,q_auto,w_1280/mp4',
  eager_async: 1,
  eager_notification_url: 'https://cms.example/api/cld?x=1&y=2',
  public_id: 'tenants/acme/x',
  tags: ['a', 'b'],
  timestamp: 1315060510,
}
const full = {
  ...film,
  asset_folder: 'tenants/acme/media',
  context: 'alt=Hello \\= world\\|x|tenant=acme',
  notification_url: 'https://cms.example/api/cld',
  overwrite: 0,
  type: 'authenticated',
}

describe('signatures of requests', () => {
  test.each<[string, Params, string, 'sha1' | 'sha256']>([
    ['abcd', eager, 'bfd09f95f331f558cbd1320e67aa8d488770583e', 'sha1'],
    ['abcd', eager, 'cc927e1290f9e3ae4c1a741eda21a4630b4ce80f9ce0bc0296337d25cf40f91e', 'sha256'],
    [
      'abcd',
      { public_id: 'sample_image', timestamp: 1315060510 },
      'b4ad47fb4e25c7bf5f92a20089f9db59bc302313',
      'sha1',
    ],
    [userSecret, user, '14c00ba6d0dfdedbc86b316847d95b9e6cd46d94', 'sha1'],
    [
      userSecret,
      user,
      '45ddaa4fa01f0c2826f32f669d2e4514faf275fe6df053f1a150e7beae58a3bd',
      'sha256',
    ],
    ['abcd', film, '9f1d6f97fc24b95cf68b6f5ce0ff019c53851e73', 'sha1'],
    ['abcd', film, '01dc7476ca2717ba65bf2ac10fb923b1427537fbdc8fcacc429e581de15d0efb', 'sha256'],
    ['secretABC', full, 'd4247751dba87c414ac2a80d1a689def03abc3df', 'sha1'],
    [
      'abcd',
      { invalidate: true, public_id: 'tenants/acme/x', timestamp: 1315060510, type: 'upload' },
      'b91687b0e9dfa1c6c27bd239674621310ab41c45',
      'sha1',
    ],
    [
      'abcd',
      { invalidate: true, public_id: 'site/abc', timestamp: 1315060510 },
      'eae6a9777ee333336519aecc47103377992c8847',
      'sha1',
    ],
  ])('with the secret %s (%#)', (secret, params, signature, algorithm) => {
    expect(requestSignature({ algorithm, params, secret })).toBe(signature)
  })

  test('of a folder and a version, as answers are signed', () => {
    const params = { public_id: 'folder/file', version: '1234' }
    expect(requestSignature({ params, secret: 'b', version: 1 })).toBe(
      '7a3349cbb373e4812118d625047ede50b90e7b67',
    )
  })

  const base = { cloud_name: 'dn6ot3ged', timestamp: 1568810420 }
  const smuggled = {
    ...base,
    notification_url: 'https://fake.com/callback?a=1&tags=hello,world',
  }
  const plain = { ...base, notification_url: 'https://fake.com/callback?a=1', tags: 'hello,world' }

  test.each<[string, Params, 1 | 2, string]>([
    ['smuggled', smuggled, 2, '4fdf465dd89451cc1ed8ec5b3e314e8a51695704'],
    ['plain', plain, 2, '7b4e3a539ff1fa6e6700c41b3a2ee77586a025f9'],
    ['smuggled', smuggled, 1, '7b4e3a539ff1fa6e6700c41b3a2ee77586a025f9'],
    ['plain', plain, 1, '7b4e3a539ff1fa6e6700c41b3a2ee77586a025f9'],
  ])('a %s parameter in version %#', (_, params, version, signature) => {
    expect(requestSignature({ params, secret: userSecret, version })).toBe(signature)
  })

  test('empty parameters are not signed', () => {
    expect(stringToSign({ b: '', a: 1, c: null, d: undefined, e: [], f: false })).toBe(
      'a=1&f=false',
    )
  })

  test('what is sent is what is signed', () => {
    const account = cloudinaryAccount({ cloudName: 'demo', apiKey: '1234', apiSecret: 'abcd' })
    const params = { public_id: 'sample_image', tags: [] }
    expect(signedFields({ account, now: 1315060510_500, params })).toEqual({
      public_id: 'sample_image',
      timestamp: '1315060510',
      signature: 'b4ad47fb4e25c7bf5f92a20089f9db59bc302313',
      api_key: '1234',
    })
  })
})

describe('signatures of answers', () => {
  test.each([
    [1, 'X7qLTrsES31MzxxkxPPA-pAGGfU', '08d3107a5b2ad82e7d82c0b972218fbf20b5b1e0'],
    [
      1,
      'X7qLTrsES31MzxxkxPPA-pAGGfU',
      'cc69ae4ed73303fbf4a55f2ae5fc7e34ad3a5c387724bfcde447a2957cacdfea',
    ],
    [1234, 'testsecret', 'd3fba163f99754e8eeb9fab1c9bd77c80c8167b2'],
  ])('of version %i with the secret %s', (version, secret, signature) => {
    const publicId = 'tests/logo.png'
    expect(isAnswerAuthentic({ publicId, secret, signature, version })).toBe(true)
  })

  test.each(['', '08d3107a5b2ad82e7d82c0b972218fbf20b5b1e1', '0'])(
    '“%s” is refused',
    (signature) => {
      expect(
        isAnswerAuthentic({
          publicId: 'tests/logo.png',
          secret: 'X7qLTrsES31MzxxkxPPA-pAGGfU',
          signature,
          version: 1,
        }),
      ).toBe(false)
    },
  )
})
