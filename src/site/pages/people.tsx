/** The people of a tenant, and one of them with the work that credits him or her. */
import { JsonLd } from '../components/JsonLd.tsx'
import { getPerson, listPeople } from '../data/people.ts'
import { personJsonLd } from '../jsonLd.ts'
import { canonicalHref, canonicalUrl, metadataFor } from '../metadata.ts'
import { themes } from '../themes/index.ts'
import type { LoadPage } from './page.ts'

export const people: LoadPage = async ({ site: { view }, site }) => {
  const People = themes[view.theme].People
  return {
    metadata: metadataFor({ site: view, path: '/people', title: view.strings.people }),
    body: <People site={view} people={await listPeople({ site })} />,
    policy: 'shared',
  }
}

export const person: LoadPage = async ({ site: { view }, site, slug }) => {
  const found = await getPerson({ site, slug })
  if (!found) {
    return null
  }
  const Person = themes[view.theme].Person
  const url = canonicalUrl({ site: view, path: found.path, locale: view.locale })
  const absolute = (href: string): string => canonicalHref({ site: view, href })
  return {
    metadata: metadataFor({
      site: view,
      path: found.path,
      title: found.name,
      description: found.bio[0] ?? found.role,
    }),
    body: (
      <>
        <JsonLd data={personJsonLd({ site: view, person: found, url, absolute })} />
        <Person site={view} person={found} />
      </>
    ),
    policy: 'shared',
  }
}
