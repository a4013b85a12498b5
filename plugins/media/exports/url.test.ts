import { describe, expect, it } from '@jest/globals'
import { parseDeliveryPath } from '../grammar/index.ts'
import type { MediaDocument } from './types.ts'
import { durationInWords, limitUrl, pictureAttributes, pictureTag } from './url.ts'

const size = (name: string, width: number, height: number, widths: number[]) => ({
  url: `/m/${name}-${width}`,
  width,
  height,
  srcset: widths.length > 1 ? widths.map((w) => `/m/c_fill,w_${w}/${name} ${w}w`).join(', ') : null,
})

const photo: MediaDocument = {
  alt: 'A crane',
  mimeType: 'image/jpeg',
  url: '/m/original.jpg',
  width: 2400,
  height: 1600,
  focalX: 20,
  focalY: 50,
  srcset: '/m/c_limit,w_640/a 640w, /m/c_limit,w_1280/a 1280w, /m/c_limit,w_1920/a 1920w',
  sizes: {
    wide: {
      url: '/m/c_limit,w_1280/a',
      width: 1280,
      height: 853,
      srcset: '/m/c_limit,w_640/a 640w, /m/c_limit,w_1280/a 1280w, /m/c_limit,w_1920/a 1920w',
    },
    card: size('card', 1280, 853, [320, 640, 1280]),
    portrait: size('portrait', 1280, 1600, [320, 640]),
    og: { url: '/m/og.jpg', width: 1200, height: 630, srcset: null },
  },
}

const film: MediaDocument = {
  alt: 'The gate',
  mimeType: 'video/mp4',
  url: '/m/film.mp4',
  width: 1920,
  height: 1080,
  video: { mp4: '/m/film.mp4', poster: { url: '/m/poster.jpg', width: 1280, height: 720 } },
}

describe('pictureAttributes', () => {
  it('names the candidates of the preset, and its shape', () => {
    expect(pictureAttributes(photo, { preset: 'card', sizes: '50vw' })).toMatchObject({
      src: '/m/card-1280',
      srcset: '/m/c_fill,w_320/card 320w, /m/c_fill,w_640/card 640w, /m/c_fill,w_1280/card 1280w',
      sizes: '50vw',
      width: 1280,
      height: 853,
    })
  })

  it('keeps the own shape when no preset is named', () => {
    expect(pictureAttributes(photo)).toMatchObject({ src: '/m/c_limit,w_1280/a', sizes: '100vw' })
  })

  it('keeps the own shape when the document has no such preset', () => {
    expect(pictureAttributes(photo, { preset: 'banner' })?.src).toBe('/m/c_limit,w_1280/a')
  })

  it('shows the file itself when the store makes no renditions', () => {
    const plain = { ...photo, sizes: null, srcset: null }
    expect(pictureAttributes(plain, { preset: 'card', sizes: '50vw' })).toMatchObject({
      src: '/m/original.jpg',
      srcset: null,
      sizes: null,
      width: 2400,
    })
  })

  it('does not send the file of a camera when only the own shape has candidates', () => {
    expect(pictureAttributes({ ...photo, sizes: null })?.src).toBe('/m/c_limit,w_1280/a')
  })

  it('has no srcset where there is one width', () => {
    expect(pictureAttributes(photo, { preset: 'og', sizes: '50vw' })).toMatchObject({
      srcset: null,
      sizes: null,
    })
  })

  it('names each width once', () => {
    const small = { ...photo, sizes: { card: { url: '/a', srcset: '/a 320w, /b 300w, /c 300w' } } }
    expect(pictureAttributes(small, { preset: 'card' })?.srcset).toBe('/a 320w, /b 300w')
  })

  it('gives each art direction its own shape and sizes', () => {
    expect(
      pictureAttributes(photo, {
        preset: 'card',
        sizes: '50vw',
        sources: [{ media: '(max-width: 40rem)', preset: 'portrait', sizes: '90vw' }],
      })?.sources,
    ).toEqual([
      {
        media: '(max-width: 40rem)',
        srcset: '/m/c_fill,w_320/portrait 320w, /m/c_fill,w_640/portrait 640w',
        sizes: '90vw',
        width: 1280,
        height: 1600,
      },
    ])
  })

  it('drops art directions that could never be reached or that the document does not have', () => {
    const media = '(max-width: 40rem)'
    const found = pictureAttributes(photo, {
      sources: [
        { media, preset: 'portrait' },
        { media, preset: 'card' },
        { media: '(max-width: 60rem)', preset: 'square' },
      ],
    })
    expect(found?.sources.map(({ width }) => width)).toEqual([1280])
  })

  it('shows no drawn surface in the place of a film', () => {
    const local = { ...film, asset: { driver: 'local', hasPoster: false } }
    expect(pictureAttributes(local)).toBeNull()
  })

  it('shows the poster of a film, and nothing of one without', () => {
    expect(pictureAttributes(film, { preset: 'card' })?.src).toBe('/m/poster.jpg')
    expect(pictureAttributes({ ...film, video: null, sizes: null })).toBeNull()
  })

  it('shows nothing of a document', () => {
    expect(pictureAttributes({ url: '/m/a.pdf', mimeType: 'application/pdf' })).toBeNull()
  })
})

describe('the focal point', () => {
  const at = (media: MediaDocument, preset: string) =>
    pictureAttributes(media, { preset })?.position

  it('is where the editor set it in the own shape', () => {
    expect(at(photo, 'wide')).toBe('20% 50%')
  })

  it('is in the middle of a shape that was cut around it', () => {
    expect(at({ ...photo, focalX: 50 }, 'portrait')).toBe('50% 50%')
  })

  it('is nearer the edge where the cut had to stop', () => {
    // The window is 1280 of 2400 pixels wide and begins at the left edge: 480 of 1280.
    expect(at(photo, 'portrait')).toBe('37.5% 50%')
  })

  it('counts within the crop', () => {
    const crop = { x: 0, y: 0, width: 40, height: 100 }
    const wide = { url: '/m/crop', width: 960, height: 1600, srcset: null }
    expect(at({ ...photo, crop, sizes: { wide } }, 'wide')).toBe('50% 50%')
  })

  it('is the middle when nobody set it', () => {
    expect(at({ ...photo, focalX: null, focalY: null }, 'wide')).toBe('50% 50%')
  })
})

describe('pictureTag', () => {
  it('writes an image that keeps its place', () => {
    expect(pictureTag(photo, { preset: 'og' })).toBe(
      '<img src="/m/og.jpg" width="1200" height="630" alt="A crane" loading="lazy" decoding="async" style="object-position:20% 50%">',
    )
  })

  it('escapes what people wrote and what addresses carry', () => {
    const html = pictureTag({
      ...photo,
      alt: '"><script>alert(1)</script>',
      sizes: null,
      srcset: null,
      url: '/m/a.jpg?e=1&a=link',
    })
    expect(html).toContain('alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(html).toContain('src="/m/a.jpg?e=1&amp;a=link"')
  })

  it('wraps art directions in a picture', () => {
    const html = pictureTag(photo, { sources: [{ media: '(max-width: 1px)', preset: 'portrait' }] })
    expect(html).toMatch(
      /^<picture><source media="\(max-width: 1px\)" srcset=".*><img .*><\/picture>$/,
    )
  })

  it('says nothing of a decoration', () => {
    expect(pictureTag(photo, { alt: 'A crane', isDecorative: true })).toContain('alt=""')
  })

  it('loads the first picture at once', () => {
    const html = pictureTag(photo, { isPriority: true })
    expect(html).toContain('loading="eager" decoding="auto" fetchpriority="high"')
  })

  it('is empty when there is nothing to show', () => {
    expect(pictureTag({ mimeType: 'application/pdf', url: '/a.pdf' })).toBe('')
  })
})

describe('limitUrl', () => {
  const asset = {
    publicId: 'vitrine/t1/media/0123456789abcdef0123456789abcdef',
    version: 1700000000,
    resourceType: 'image',
    deliveryType: 'upload',
  }
  const base = 'https://res.cloudinary.com/demo'

  it('takes the next step of the ladder', () => {
    expect(limitUrl({ base, media: { asset, exposure: 'public' }, width: 500 })).toBe(
      `${base}/image/upload/c_limit,w_640/f_auto,q_auto/v1700000000/${asset.publicId}`,
    )
  })

  it('takes the largest for what is wider', () => {
    expect(limitUrl({ base: '/media/', ...asset, width: 9000 })).toContain(
      '/media/image/upload/c_limit,w_2560/',
    )
  })

  it('makes an address that the delivery understands', () => {
    const path = limitUrl({ base: '', ...asset, width: 1 })
    expect(parseDeliveryPath(path ?? '')).toMatchObject({ signature: null, version: 1700000000 })
  })

  it.each([
    ['is not public', { asset: { ...asset, deliveryType: 'authenticated' } }],
    ['is shown to nobody yet', { asset, exposure: 'none' }],
    ['is a film', { asset: { ...asset, resourceType: 'video' } }],
    ['was cropped', { asset, crop: { x: 10, y: 0, width: 90, height: 100 } }],
    ['has no file', { asset: null }],
  ])('has none for what %s', (_, media) => {
    expect(limitUrl({ base, media, width: 640 })).toBeNull()
  })
})

describe('durationInWords', () => {
  it.each([
    [125, 'en', '2 minutes 5 seconds'],
    [3600, 'de', '1 Stunde'],
    [61.4, 'es', '1 minuto 1 segundo'],
    [null, 'en', ''],
  ])('says %s in %s', (seconds, locale, words) => {
    expect(durationInWords(seconds, locale)).toBe(words)
  })
})
