import { describe, expect, it } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { Picture, Video } from './react.tsx'
import type { MediaDocument } from './types.ts'

const shape = (name: string, width: number, height: number) => ({
  url: `/m/${name}`,
  width,
  height,
  srcset: `/m/w_320/${name} 320w, /m/w_640/${name} 640w`,
})

const photo: MediaDocument = {
  alt: 'A crane',
  mimeType: 'image/jpeg',
  url: '/m/original.jpg',
  width: 2400,
  height: 1600,
  focalX: 50,
  focalY: 40,
  blurDataUrl: 'data:image/webp;base64,UklGRg==',
  sizes: { wide: shape('wide', 1280, 853), portrait: shape('portrait', 640, 800) },
}

const film: MediaDocument = {
  alt: 'The gate',
  mimeType: 'video/quicktime',
  url: '/m/film.mov',
  width: 1920,
  height: 1080,
  video: {
    mp4: '/m/film.mp4',
    mimeType: 'video/mp4',
    stream: '/m/film.m3u8',
    poster: { url: '/m/poster.jpg', width: 1280, height: 720 },
    duration: 125,
  },
}

describe('Picture', () => {
  it('is an image with candidates, its place and its focal point', () => {
    expect(renderToStaticMarkup(<Picture media={photo} sizes="50vw" />)).toBe(
      '<img src="/m/wide" srcSet="/m/w_320/wide 320w, /m/w_640/wide 640w" sizes="50vw" width="1280" height="853" alt="A crane" loading="lazy" decoding="async" style="object-position:50% 40%;background-image:url(&quot;data:image/webp;base64,UklGRg==&quot;);background-size:cover;background-position:50% 40%"/>',
    )
  })

  it('puts art directions before it, in a picture without a box', () => {
    const html = renderToStaticMarkup(
      <Picture media={photo} sources={[{ media: '(max-width: 40rem)', preset: 'portrait' }]} />,
    )
    expect(html).toMatch(
      /^<picture style="display:contents"><source media="\(max-width: 40rem\)" srcSet="\/m\/w_320\/portrait 320w, .*" sizes="100vw" width="640" height="800"\/><img /,
    )
  })

  it('loads the first picture at once', () => {
    expect(renderToStaticMarkup(<Picture media={photo} isPriority />)).toContain(
      'loading="eager" decoding="auto" fetchPriority="high"',
    )
  })

  it('loads a logo at once, but after what matters more', () => {
    expect(renderToStaticMarkup(<Picture media={photo} isEager />)).toContain(
      'loading="eager" decoding="async" fetchPriority="low"',
    )
  })

  it('says nothing of a decoration', () => {
    expect(renderToStaticMarkup(<Picture media={photo} alt="A crane" isDecorative />)).toContain(
      'alt=""',
    )
  })

  it('puts no blur behind what one can see through', () => {
    const html = renderToStaticMarkup(<Picture media={{ ...photo, asset: { hasAlpha: true } }} />)
    expect(html).not.toContain('background')
  })

  it('puts nothing into the style but data', () => {
    const blurDataUrl = 'data:image/png;base64,AA"),url("https://evil.test/'
    expect(renderToStaticMarkup(<Picture media={{ ...photo, blurDataUrl }} />)).not.toContain(
      'evil',
    )
  })

  it('is nothing when there is nothing to show', () => {
    expect(
      renderToStaticMarkup(<Picture media={{ mimeType: 'application/pdf', url: '/a.pdf' }} />),
    ).toBe('')
  })
})

describe('Video', () => {
  it('offers the stream, then the file, and loads neither before play', () => {
    const html = renderToStaticMarkup(<Video media={film} />)
    expect(html).toContain(
      '<source src="/m/film.m3u8" type="application/vnd.apple.mpegurl"/><source src="/m/film.mp4" type="video/mp4"/>',
    )
    expect(html).toContain('preload="none"')
  })

  it('keeps its place', () => {
    expect(renderToStaticMarkup(<Video media={film} />)).toContain(
      'poster="/m/poster.jpg" width="1920" height="1080" style="aspect-ratio:1920 / 1080;--ratio:1920 / 1080"',
    )
  })

  it('draws a frame of its own when it has no poster', () => {
    const html = renderToStaticMarkup(
      <Video media={{ ...film, asset: { driver: 'local', hasPoster: false }, posterTime: 0.4 }} />,
    )
    expect(html).toContain('preload="metadata"')
    expect(html).toContain('<source src="/m/film.mp4#t=0.4" type="video/mp4"/>')
    expect(html).not.toContain('poster=')
  })

  it('draws the frame after a second when nobody chose one', () => {
    const html = renderToStaticMarkup(<Video media={{ ...film, video: null }} />)
    expect(html).toContain('<source src="/m/film.mov#t=1" type="video/quicktime"/>')
  })

  it('says what it is and how long it takes', () => {
    expect(renderToStaticMarkup(<Video media={film} locale="de" />)).toContain(
      'aria-label="The gate, 2 Minuten 5 Sekunden"',
    )
  })

  it('plays the file itself when the store makes nothing of it', () => {
    const poster = { url: '/m/chosen.jpg' }
    const html = renderToStaticMarkup(<Video media={{ ...film, video: null }} poster={poster} />)
    expect(html).toContain('<source src="/m/film.mov" type="video/quicktime"/>')
  })

  it('lists its tracks', () => {
    const html = renderToStaticMarkup(
      <Video
        media={film}
        tracks={[
          { src: '/en.vtt', kind: 'captions', language: 'en', label: 'English', isDefault: true },
          { src: '/de.vtt', kind: 'subtitles', language: 'de', label: 'Deutsch' },
        ]}
      />,
    )
    expect(html).toContain(
      '<track kind="captions" src="/en.vtt" srcLang="en" label="English" default=""/><track kind="subtitles" src="/de.vtt" srcLang="de" label="Deutsch"/>',
    )
  })

  it('asks another host for leave to read its captions', () => {
    const tracks = [{ src: 'https://res.cloudinary.com/a.vtt', kind: 'captions' as const }]
    expect(renderToStaticMarkup(<Video media={film} tracks={tracks} />)).toContain(
      'crossorigin="anonymous"',
    )
  })

  it('is nothing when there is nothing to play', () => {
    expect(renderToStaticMarkup(<Video media={photo} />)).toBe('')
  })
})
