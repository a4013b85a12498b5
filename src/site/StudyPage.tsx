/** A study in the tenant's theme, with its structured data. */
import { JsonLd } from './components/JsonLd.tsx'
import { studyJsonLd } from './jsonLd.ts'
import { canonicalHref, canonicalUrl } from './metadata.ts'
import type { SiteView, StudyView } from './model.ts'
import { themes } from './themes/index.ts'

export const StudyPage = ({ site, study }: { site: SiteView; study: StudyView }) => {
  const Study = themes[site.theme].Study
  const locale = study.foreign?.code ?? site.locale
  const url = canonicalUrl({ site, path: study.path, locale })
  return (
    <>
      <JsonLd
        data={studyJsonLd({ site, study, url, absolute: (href) => canonicalHref({ site, href }) })}
      />
      <Study site={site} study={study} />
    </>
  )
}
