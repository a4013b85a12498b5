// Against Cloudinary's own SDK: the same signatures, the same addresses, whatever is signed.
import { describe, expect, test } from '@jest/globals'
import { v2 as cloudinary } from 'cloudinary'
import fc from 'fast-check'
import { deliveryPath, type Transformation } from '../media/grammar/index.ts'
import { cloudinaryAccount, deliveryBaseOf } from './account.ts'
import { authToken } from './authToken.ts'
import { signedUrl } from './delivery.ts'
import { downloadUrl } from './downloadUrl.ts'
import { isAnswerAuthentic, requestSignature } from './requestSignature.ts'
import {
  MP4_EXTENSION,
  mp4Transformation,
  POSTER_EXTENSION,
  posterTransformation,
  STREAM_EXTENSION,
  streamTransformation,
} from './videoUrls.ts'
import { webhookSignature } from './webhookSignature.ts'

/** What the SDK has and its types leave out. */
type Utils = {
  api_sign_request: (
    params: object,
    secret: string,
    algorithm: string | null,
    version: number | null,
  ) => string
  private_download_url: (publicId: string, format: string, options: object) => string
  webhook_signature: (body: string, timestamp: number, options: object) => string
  url: (publicId: string, options: object) => string
  generate_auth_token: (options: object) => string
}
const sdk = cloudinary.utils as unknown as Utils

const algorithms = fc.constantFrom('sha1' as const, 'sha256' as const)
const values = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
  fc.constantFrom('', null, 'https://a.example/?x=1&y=2', 'å & ü'),
)
const params = fc.dictionary(
  fc.constantFrom('allowed_formats', 'asset_folder', 'context', 'eager', 'eager_async', 'eager_notification_url', 'media_metadata', 'notification_url', 'overwrite', 'public_id', 'tags', 'timestamp', 'type'), // prettier-ignore
  values,
)
const ids = fc
  .array(fc.stringMatching(/^[A-Za-z0-9åé][A-Za-z0-9 _()å?,-]{0,10}$/), {
    minLength: 2,
    maxLength: 4,
  })
  .map((parts) => `t/${parts.join('/')}`)
const steps: fc.Arbitrary<Transformation> = fc.array(
  fc.record(
    {
      c: fc.constantFrom('fill', 'limit', 'crop'),
      g: fc.constantFrom('auto', 'xy_center'),
      w: fc.integer({ min: 1, max: 4000 }).map(String),
      h: fc.integer({ min: 1, max: 4000 }).map(String),
      x: fc.constantFrom('0.5', '12'),
      f: fc.constantFrom('auto', 'webp'),
      q: fc.constantFrom('auto', 'auto:low', '70'),
      e: fc.constantFrom('blur:200'),
    },
    { requiredKeys: ['c'] },
  ),
  { maxLength: 3 },
)
const secrets = fc.string({ minLength: 1 })

describe('the same as the SDK', () => {
  test('signatures of requests', () => {
    fc.assert(
      fc.property(
        params,
        secrets,
        algorithms,
        fc.constantFrom(1 as const, 2 as const),
        (given, secret, algorithm, version) => {
          expect(requestSignature({ algorithm, params: given, secret, version })).toBe(
            sdk.api_sign_request(given, secret, algorithm, version),
          )
        },
      ),
    )
  })

  test('signatures of answers', () => {
    fc.assert(
      fc.property(ids, fc.nat(), secrets, (publicId, version, secret) => {
        const signature = sdk.api_sign_request({ public_id: publicId, version }, secret, null, 1)
        expect(isAnswerAuthentic({ publicId, secret, signature, version })).toBe(true)
      }),
    )
  })

  test('signatures of notifications', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.integer({ min: 1 }),
        secrets,
        algorithms,
        (rawBody, timestamp, secret, algorithm) => {
          expect(webhookSignature({ algorithm, rawBody, secret, timestamp })).toBe(
            sdk.webhook_signature(rawBody, timestamp, {
              api_secret: secret,
              signature_algorithm: algorithm,
            }),
          )
        },
      ),
    )
  })

  test('signed addresses', () => {
    fc.assert(
      fc.property(
        fc.record({
          publicId: ids,
          transformation: steps,
          version: fc.integer({ min: 1, max: 2_000_000_000 }),
          resourceType: fc.constantFrom('image' as const, 'video' as const, 'raw' as const),
          deliveryType: fc.constantFrom('upload' as const, 'authenticated' as const),
          extension: fc.constantFrom('jpg', 'mp4', null),
        }),
        secrets,
        algorithms,
        fc.boolean(),
        fc.boolean(),
        (ref, secret, signatureAlgorithm, isLongSignature, isPrivateCdn) => {
          const { extension, transformation } = ref
          const account = cloudinaryAccount({
            cloudName: 'demo',
            apiKey: 'k',
            apiSecret: secret,
            isLongSignature,
            isPrivateCdn,
            signatureAlgorithm,
          })
          expect(signedUrl({ account, extension, ref, transformation })).toBe(
            sdk.url(ref.publicId, {
              api_secret: secret,
              cloud_name: 'demo',
              format: extension ?? undefined,
              long_url_signature: isLongSignature,
              private_cdn: isPrivateCdn,
              raw_transformation: rawOf(transformation),
              resource_type: ref.resourceType,
              secure: true,
              sign_url: true,
              signature_algorithm: signatureAlgorithm,
              type: ref.deliveryType,
              urlAnalytics: false,
              version: ref.version,
            }),
          )
        },
      ),
    )
  })

  test('tokens', () => {
    fc.assert(
      fc.property(fc.array(ids, { minLength: 1, maxLength: 3 }), fc.nat(), (acl, expires) => {
        const key = '00112233FF99'
        expect(authToken({ acl, expires, key })).toBe(
          sdk.generate_auth_token({ acl: [...acl], expiration: expires, key }),
        )
      }),
    )
  })

  test('downloads', () => {
    fc.assert(
      fc.property(ids, algorithms, fc.boolean(), (publicId, signatureAlgorithm, isAttachment) => {
        const account = cloudinaryAccount({
          cloudName: 'demo',
          apiKey: '1234',
          apiSecret: 'abcd',
          signatureAlgorithm,
        })
        const ours = downloadUrl({
          account,
          deliveryType: 'authenticated',
          expiresAt: new Date(2_000_000_000_000),
          format: 'jpg',
          isAttachment,
          now: 1_900_000_000_000,
          publicId,
          resourceType: 'image',
        })
        const theirs = sdk.private_download_url(publicId, 'jpg', {
          api_key: '1234',
          api_secret: 'abcd',
          attachment: isAttachment || undefined,
          cloud_name: 'demo',
          expires_at: 2_000_000_000,
          resource_type: 'image',
          signature_algorithm: signatureAlgorithm,
          timestamp: 1_900_000_000,
          type: 'authenticated',
        })
        const [a, b] = [ours, theirs].map((url) => [...new URL(url).searchParams])
        expect(a).toEqual(b)
      }),
    )
  })
})

describe('addresses of films', () => {
  const account = cloudinaryAccount({ cloudName: 'demo', apiKey: '1234', apiSecret: 'abcd' })
  const film = {
    resourceType: 'video' as const,
    deliveryType: 'upload' as const,
    version: 1700000000,
    publicId: 'tenants/acme/vid1',
  }
  const urlOf = (transformation: Transformation, extension: string) =>
    deliveryBaseOf(account) + deliveryPath({ ...film, extension, signature: null, transformation })

  test('the poster', () => {
    expect(urlOf(posterTransformation({ seconds: 2, width: 1280 }), POSTER_EXTENSION)).toBe(
      'https://res.cloudinary.com/demo/video/upload/c_limit,q_auto,so_2,w_1280/v1700000000/tenants/acme/vid1.jpg',
    )
  })

  test('the stream', () => {
    expect(urlOf(streamTransformation(), STREAM_EXTENSION)).toBe(
      'https://res.cloudinary.com/demo/video/upload/sp_auto/v1700000000/tenants/acme/vid1.m3u8',
    )
  })

  test('the stream, signed', () => {
    expect(
      signedUrl({
        account,
        extension: STREAM_EXTENSION,
        ref: { ...film, deliveryType: 'authenticated' },
        transformation: streamTransformation(),
      }),
    ).toBe(
      'https://res.cloudinary.com/demo/video/authenticated/s--9-B4FJLa--/sp_auto/v1700000000/tenants/acme/vid1.m3u8',
    )
  })

  test('the plain file', () => {
    expect(urlOf(mp4Transformation({ width: 1280 }), MP4_EXTENSION)).toBe(
      'https://res.cloudinary.com/demo/video/upload/c_limit,q_auto,vc_h264,w_1280/v1700000000/tenants/acme/vid1.mp4',
    )
  })

  test('of clouds with tokens carry one instead of a signature', () => {
    const url = signedUrl({
      account: { ...account, authTokenKey: '00112233FF99' },
      extension: STREAM_EXTENSION,
      now: 1_000_000,
      ref: { ...film, deliveryType: 'authenticated' },
      transformation: streamTransformation(),
    })
    expect(url).toMatch(
      /^https:\/\/res\.cloudinary\.com\/demo\/video\/authenticated\/sp_auto\/v1700000000\/tenants\/acme\/vid1\.m3u8\?__cld_token__=exp=1300~hmac=[0-9a-f]{64}$/,
    )
  })
})

/** Sorted here without our own grammar's help. */
const rawOf = (transformation: Transformation): string =>
  transformation
    .map((step) =>
      Object.keys(step)
        .sort()
        .map((key) => `${key}_${step[key]}`)
        .join(','),
    )
    .join('/')
