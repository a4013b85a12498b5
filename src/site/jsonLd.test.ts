/** What programs are told of the pictures and films of a study. */
import { describe, expect, it } from '@jest/globals'
import type { MediaDoc } from './documents.ts'
import { block, film, settings, state, tenant } from './fixtures.ts'
import { study } from './fixtures.studies.ts'
import { studyJsonLd } from './jsonLd.ts'
import { contextFor } from './present/context.ts'
import { presentSite } from './present/site.ts'
import { presentStudy } from './present/study.ts'

const context = contextFor({
  mode: 'path',
  tenant: 'harbor',
  locale: 'en',
  defaultLocale: 'en',
  brand: '#0b4f6c',
  serverUrl: null,
})
const canonicalRoot = 'https://harbor.test'
const site = presentSite({ tenant, settings, hasPeople: true, canonicalRoot, context })

const articleWith = (...films: MediaDoc[]) => {
  const body = state(...films.map((file) => block('video', { kind: 'file', file })))
  const view = presentStudy({
    study: { ...study, publishedAt: '2025-11-01T08:00:00.000Z', chapters: [{ id: 'c', body }] },
    related: [],
    context,
  })
  const [article] = studyJsonLd({
    site,
    study: view,
    url: `${canonicalRoot}/work/x`,
    absolute: (href) => canonicalRoot + href,
  })
  return article
}

describe('the structured data of a study', () => {
  it('describes its film', () => {
    expect(articleWith(film('gate'))?.video).toEqual([
      {
        '@type': 'VideoObject',
        name: 'A film of gate',
        description: expect.stringContaining('eleven thousand port calls'),
        thumbnailUrl: `${canonicalRoot}/media/gate-poster.jpg`,
        uploadDate: '2025-11-01T08:00:00.000Z',
        duration: 'PT2M5S',
        contentUrl: `${canonicalRoot}/media/gate.mp4`,
        width: 1920,
        height: 1080,
      },
    ])
  })

  it('shows nothing of a film that has no poster', () => {
    const [said] = articleWith(
      film('gate', { asset: { status: 'ready', driver: 'local', hasPoster: false } }),
    )?.video as object[]
    expect(said).not.toHaveProperty('thumbnailUrl')
  })

  it('names a film that is shown twice once', () => {
    expect(articleWith(film('gate'), film('gate'))?.video).toHaveLength(1)
  })

  it('says nothing of a film that cannot be played', () => {
    expect(articleWith(film('gate', { asset: { status: 'failed' } }))).not.toHaveProperty('video')
  })

  it('shows the cover in the shape of link previews', () => {
    expect(articleWith()?.image).toContain(`${canonicalRoot}/media/harbour-og.jpg`)
  })
})
