import { describe, expect, it } from '@jest/globals'
import { film, media } from '../fixtures.ts'
import { contextFor } from './context.ts'
import { forLists, presentImage } from './media.ts'

const serverUrl = 'https://vitrine.test'
const context = contextFor({
  mode: 'path',
  tenant: 'harbor',
  locale: 'en',
  defaultLocale: 'en',
  brand: '#0b4f6c',
  serverUrl,
})
const absolute = {
  url: `${serverUrl}/media/c_limit,w_640/a`,
  width: 640,
  height: 427,
  srcset: `${serverUrl}/media/c_limit,w_320/a?e=1700086400&a=link 320w, ${serverUrl}/media/c_limit,w_640/a?e=1700086400&a=link 640w`,
}

describe('a picture', () => {
  it('has every address relative, in its own shape and in others', () => {
    const image = presentImage(
      media('quay', { sizes: { wide: absolute, card: absolute } }),
      context,
    )
    const relative =
      '/media/c_limit,w_320/a?e=1700086400&a=link 320w, /media/c_limit,w_640/a?e=1700086400&a=link 640w'
    expect(image).toMatchObject({
      src: '/media/c_limit,w_640/a',
      srcSet: relative,
      shapes: { card: { src: '/media/c_limit,w_640/a', srcSet: relative } },
    })
  })

  it('keeps addresses of other hosts', () => {
    const wide = { url: 'https://res.cloudinary.com/demo/a', width: 640, height: 427 }
    expect(presentImage(media('quay', { sizes: { wide } }), context)?.src).toBe(wide.url)
  })

  it('is the file itself where there are no other sizes', () => {
    const plain = media('quay', { sizes: null, srcset: null })
    expect(presentImage(plain, context)).toMatchObject({
      src: '/media/quay.jpg',
      srcSet: null,
      width: 2400,
      shapes: {},
      og: '/media/quay.jpg',
    })
  })

  it('never carries an address that could run', () => {
    const wide = { ...absolute, url: 'javascript:alert(1)', srcset: 'javascript:alert(1) 320w' }
    expect(presentImage(media('quay', { url: null, sizes: { wide } }), context)).toBeNull()
  })

  it('has its preview apart from the shapes that pages show', () => {
    const image = presentImage(media('quay'), context)
    expect(image?.og).toBe('/media/quay-og.jpg')
    expect(Object.keys(image?.shapes ?? {})).toEqual(['card', 'banner', 'portrait', 'square'])
  })

  it('shows no blur behind what one can see through', () => {
    const logo = media('logo', { asset: { hasAlpha: true } })
    expect(presentImage(logo, context)?.blur).toBeNull()
  })

  it('is nothing while only its id is known', () => {
    expect(presentImage('m1', context)).toBeNull()
  })
})

describe('a film where a picture is wanted', () => {
  it('shows its poster', () => {
    expect(presentImage(film('gate'), context)?.src).toBe('/media/gate-poster.jpg')
  })

  it('shows nothing without one', () => {
    expect(presentImage(film('gate', { video: null }), context)).toBeNull()
  })
})

describe('a picture in a list', () => {
  it('has the shape and the widths of lists only', () => {
    const image = forLists(presentImage(media('quay'), context))
    expect(image?.srcSet).toMatch(/ 1920w$/)
    expect(Object.keys(image?.shapes ?? {})).toEqual(['card'])
  })
})
