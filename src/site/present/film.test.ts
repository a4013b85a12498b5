import { describe, expect, it } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { MediaFigure } from '../components/MediaFigure.tsx'
import type { TrackDoc } from '../documents.ts'
import { block, film, media } from '../fixtures.ts'
import type { VideoView } from '../model.ts'
import { presentBlock } from './blocks.ts'
import { contextFor } from './context.ts'
import { presentMedia, presentVideo } from './film.ts'

const context = contextFor({
  mode: 'path',
  tenant: 'harbor',
  locale: 'de',
  defaultLocale: 'en',
  brand: '#0b4f6c',
  serverUrl: 'https://vitrine.test',
})
const file = (name: string) => ({ id: name, url: `https://vitrine.test/media/${name}.vtt` })
const show = (extra: Parameters<typeof film>[1] = {}) =>
  presentVideo({ ref: film('gate', extra), context })
const html = (video: VideoView | null) =>
  renderToStaticMarkup(createElement(MediaFigure, { media: video!, sizes: '100vw' }))

describe('a film', () => {
  it('has the stream and the file that every browser plays', () => {
    expect(show()).toMatchObject({
      src: '/media/gate.mp4',
      stream: '/media/gate.m3u8',
      duration: 125,
    })
  })

  it('is called by what it is and how long it takes', () => {
    expect(show()?.label).toBe('A film of gate, 2 Minuten 5 Sekunden')
  })

  it('plays the file itself where the store makes nothing of it', () => {
    expect(show({ video: null })).toMatchObject({ src: '/media/gate.mp4', stream: null })
  })

  it('plays the file itself while the stream is being made', () => {
    expect(show({ asset: { status: 'processing' } })).toMatchObject({
      src: '/media/gate.mp4',
      stream: null,
      problem: null,
    })
  })

  it('says that it is being prepared when browsers do not play the file', () => {
    const video = show({ asset: { status: 'processing' }, mimeType: 'video/quicktime' })
    expect(video).toMatchObject({ src: null, problem: context.strings.filmProcessing })
  })

  it('shows its poster and a sentence when it failed', () => {
    const said = html(show({ asset: { status: 'failed' } }))
    expect(said).toContain('/media/gate-poster.jpg')
    expect(said).toContain(context.strings.filmFailed)
    expect(said).not.toContain('<video')
  })

  it('prefers the poster that the editor chose', () => {
    const view = presentVideo({ ref: film('gate'), poster: media('quay'), context })
    expect(view?.poster?.src).toContain('/media/quay/')
  })

  it('has no poster when the store could only draw a surface', () => {
    const asset = { status: 'ready', driver: 'local', hasPoster: false }
    const said = html(show({ asset, posterTime: 0.5 }))
    expect(said).not.toContain('poster=')
    expect(said).toContain('/media/gate.mp4#t=0.5')
  })

  it('stands in running text as well', () => {
    expect(presentMedia(film('gate'), context)?.kind).toBe('video')
  })

  it('is helped by a script only when there is a stream', () => {
    expect(html(show())).toContain('data-island="film"')
    expect(html(show({ video: null }))).not.toContain('data-island')
  })
})

describe('the tracks of a film', () => {
  const tracksOf = (fields: { tracks?: TrackDoc[]; captions?: unknown }) => {
    const node = presentBlock(
      block('video', { kind: 'file', file: film('gate'), ...fields }).fields as never,
      context,
    )
    return node?.type === 'video' ? node.video.tracks : []
  }

  it('are listed by the names of their languages', () => {
    const tracks = tracksOf({
      tracks: [
        { file: file('en'), language: 'en', kind: 'captions' },
        { file: file('de'), language: 'de', kind: 'subtitles' },
        { file: file('fr'), language: 'fr', kind: 'descriptions', label: 'Images décrites' },
      ],
    })
    expect(tracks.map(({ label, kind }) => [label, kind])).toEqual([
      ['English', 'captions'],
      ['Deutsch', 'subtitles'],
      ['Images décrites', 'descriptions'],
    ])
  })

  it('begin with the captions in the language of the page', () => {
    const tracks = tracksOf({
      tracks: [
        { file: file('en'), language: 'en', kind: 'captions' },
        { file: file('de'), language: 'de', kind: 'captions' },
      ],
    })
    expect(tracks.map(({ isDefault }) => isDefault)).toEqual([false, true])
  })

  it('begin with the subtitles in the language of the page when it has no captions', () => {
    const tracks = tracksOf({
      captions: file('old'),
      tracks: [
        { file: file('en'), language: 'en', kind: 'captions' },
        { file: file('de'), language: 'de', kind: 'subtitles' },
      ],
    })
    expect(tracks.map(({ isDefault }) => isDefault)).toEqual([false, true, false])
  })

  it('keep the one file that blocks had before', () => {
    expect(tracksOf({ captions: file('old') })).toEqual([
      { src: '/media/old.vtt', kind: 'captions', language: null, label: null, isDefault: true },
    ])
  })

  it('name a file once that is in the old and in the new field', () => {
    const tracks = tracksOf({
      captions: file('en'),
      tracks: [{ file: file('en'), language: 'en', kind: 'captions' }],
    })
    expect(tracks).toHaveLength(1)
  })

  it('leave out what the reader may not have', () => {
    expect(
      tracksOf({ tracks: [{ file: 'an-id-only', language: 'en', kind: 'captions' }] }),
    ).toEqual([])
  })
})
