// One person and the work that credits him or her.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JsonLd } from '../../../../../../../../site/components/JsonLd.tsx'
import { getPerson } from '../../../../../../../../site/data/people.ts'
import type { SiteParams } from '../../../../../../../../site/data/site.ts'
import { personJsonLd } from '../../../../../../../../site/jsonLd.ts'
import { canonicalUrl, metadataFor } from '../../../../../../../../site/metadata.ts'
import { canonicalHref, requireSite, type RouteProps } from '../../../../../../../../site/route.ts'
import { themes } from '../../../../../../../../site/themes/index.ts'
import { slugOf } from '../../../../../../../../site/sitePath.ts'

type Props = RouteProps<SiteParams & { slug: string }>

export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { site, person } = await load(params)
  return metadataFor({
    site: site.view,
    path: person.path,
    title: person.name,
    description: person.bio[0] ?? person.role,
  })
}

export default async function PersonPage({ params }: Props) {
  const { site, person } = await load(params)
  const Person = themes[site.view.theme].Person
  const url = canonicalUrl({ site: site.view, path: person.path, locale: site.view.locale })
  return (
    <>
      <JsonLd
        data={personJsonLd({
          site: site.view,
          person,
          url,
          absolute: (href) => canonicalHref({ site: site.view, href }),
        })}
      />
      <Person site={site.view} person={person} />
    </>
  )
}

const load = async (params: Props['params']) => {
  const site = await requireSite(params)
  const { slug } = await params
  return { site, person: (await getPerson({ site, slug: slugOf(slug) })) ?? notFound() }
}
