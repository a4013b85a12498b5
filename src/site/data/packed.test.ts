import { describe, expect, it } from '@jest/globals'
import type { MediaDoc } from '../documents.ts'
import { contextFor } from '../present/context.ts'
import { forLists, presentImage } from '../present/media.ts'
import { pack, unpack } from './packed.ts'

const context = contextFor({
  mode: 'path',
  tenant: 'harbor',
  locale: 'en',
  defaultLocale: 'en',
  brand: '#0b4f6c',
  serverUrl: null,
})

/** Addresses as long as they get: signed, cut around a point, at another host. */
const address = (id: number, width: number) =>
  `https://res.cloudinary.com/a-cloud-of-some-name/image/upload/s--${(id * width).toString(36).padStart(8, 'x')}--/c_fill,g_xy_center,h_${width},w_${width},x_${id},y_${width}/f_auto,q_auto/v17000${10000 + id}/vitrine/0b8f4c1e-6a52-4f7b-9d3c-1f2e3d4c5b6a/media/${(id * 7919).toString(16).padStart(32, '0')}`
const size = (id: number) => ({
  url: address(id, 1280),
  width: 1280,
  height: 853,
  srcset: [320, 480, 640, 960, 1280].map((width) => `${address(id, width)} ${width}w`).join(', '),
})
const picture = (id: number): MediaDoc => ({
  id: String(id),
  mimeType: 'image/jpeg',
  width: 2400,
  height: 1600,
  sizes: { wide: size(id), card: size(id), og: size(id) },
})

describe('a packed list', () => {
  it('is what it was', () => {
    const value = [{ title: 'Überseehafen “Ost”', year: 2025, cover: null }]
    expect(unpack(pack(value))).toEqual(value)
  })

  it('of six hundred covers fits what Next keeps', () => {
    const covers = Array.from({ length: 600 }, (_, id) =>
      forLists(presentImage(picture(id), context)),
    )
    expect(pack(covers).length).toBeLessThan(1024 * 1024)
  })
})
