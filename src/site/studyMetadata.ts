/** Metadata of a study: its preview image is drawn from its own data unless the editor chose one. */
import type { Metadata } from 'next'
import { metadataFor } from './metadata.ts'
import type { SiteView, StudyView } from './model.ts'

export const studyMetadata = ({ site, study }: { site: SiteView; study: StudyView }): Metadata =>
  metadataFor({
    site,
    path: study.path,
    title: study.seo.title,
    description: study.seo.description,
    canonical: study.seo.canonical,
    isIndexed: study.seo.isIndexed,
    type: 'article',
    published: study.publishedAt,
    image: {
      href: study.seo.image ?? `${site.base}${study.path}/opengraph.png`,
      alt: [study.title, study.outcomes[0]?.sentence].filter(Boolean).join('. '),
      width: 1200,
      height: 630,
    },
  })
