/** A confidential name must not reach any page, in any form. */
import { describe, expect, it } from '@jest/globals'
import {
  block,
  organisation,
  secretOrganisation,
  settings,
  state,
  tenant,
  testimonial,
} from '../fixtures.ts'
import { secretStudy, study } from '../fixtures.studies.ts'
import { studyJsonLd } from '../jsonLd.ts'
import { contextFor } from './context.ts'
import { presentSite } from './site.ts'
import { presentCard, presentStudy, presentTestimonial } from './study.ts'

const context = contextFor({
  mode: 'path',
  tenant: 'harbor',
  locale: 'en',
  defaultLocale: 'en',
  brand: '#0b4f6c',
  serverUrl: null,
})
const site = presentSite({
  tenant,
  settings,
  hasPeople: true,
  canonicalRoot: 'https://harbor.test',
  context,
})
const everything = (doc: typeof study) => {
  const view = presentStudy({ study: doc, related: [], context })
  return JSON.stringify([
    view,
    presentCard(doc, context),
    studyJsonLd({ site, study: view, url: 'https://harbor.test/work/x', absolute: (href) => href }),
  ])
}

describe('confidential names', () => {
  it('do not appear for an anonymised study of a confidential organisation', () => {
    const said = everything(secretStudy)
    expect(said).not.toMatch(/secretive/i)
    expect(said).toContain('A European pharmaceutical company')
  })

  it('do not appear when only the organisation is confidential', () => {
    const said = everything({ ...secretStudy, anonymous: false, anonymousLabel: null })
    expect(said).not.toMatch(/secretive/i)
    expect(said).toContain('Confidential client')
  })

  it('do not appear when only the study is anonymised', () => {
    expect(
      everything({
        ...study,
        anonymous: true,
        anonymousLabel: null,
        testimonials: [],
        chapters: [],
      }),
    ).not.toContain(organisation.name)
  })

  it('do not appear when the client may not even be read', () => {
    expect(presentCard({ ...study, client: 'o2' }, context).client).toBe('Confidential client')
  })

  it('do not appear behind a testimonial', () => {
    const quote = presentTestimonial({ ...testimonial, organisation: secretOrganisation }, context)
    expect(quote?.text).toBe(testimonial.quote)
    expect(JSON.stringify(quote)).not.toMatch(/secretive/i)
  })
})

describe('testimonials without consent', () => {
  const pending = { ...testimonial, consent: 'pending' }

  it('are not shown on the study', () => {
    expect(
      presentStudy({ study: { ...study, testimonials: [pending] }, related: [], context })
        .testimonials,
    ).toEqual([])
  })

  it('are not shown by a quote block either, not even as its own text', () => {
    const chapters = [
      {
        kind: 'story',
        body: state(block('quote', { testimonial: pending, text: 'Their very words' })),
      },
    ]
    expect(everything({ ...study, chapters, testimonials: [] })).not.toContain('Their very words')
  })
})

describe('protected studies', () => {
  it('show nothing but their name on a card', () => {
    expect(presentCard({ ...study, visibility: 'password' }, context)).toMatchObject({
      headline: null,
      summary: null,
      outcome: null,
      isProtected: true,
    })
  })
})
