// A study, or the form that asks for its password.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StudyPage } from '../../../../../../../../site/StudyPage.tsx'
import { getStudy } from '../../../../../../../../site/data/getStudy.ts'
import type { SiteParams } from '../../../../../../../../site/data/site.ts'
import { metadataFor } from '../../../../../../../../site/metadata.ts'
import { requireSite, type RouteProps } from '../../../../../../../../site/route.ts'
import { studyMetadata } from '../../../../../../../../site/studyMetadata.ts'
import { themes } from '../../../../../../../../site/themes/index.ts'
import { slugOf } from '../../../../../../../../site/sitePath.ts'

type Props = RouteProps<SiteParams & { slug: string }>

export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { site, found } = await load(params)
  return found.kind === 'password'
    ? metadataFor({
        site: site.view,
        path: `/work/${encodeURIComponent(found.slug)}`,
        title: found.title,
        isIndexed: false,
        alternates: [],
      })
    : studyMetadata({ site: site.view, study: found.study })
}

export default async function WorkStudyPage({ params }: Props) {
  const { site, found } = await load(params)
  if (found.kind === 'open') {
    return <StudyPage site={site.view} study={found.study} />
  }
  const Password = themes[site.view.theme].Password
  return <Password site={site.view} study={found} problem={null} />
}

const load = async (params: Props['params']) => {
  const site = await requireSite(params)
  const { slug } = await params
  return { site, found: (await getStudy({ site, slug: slugOf(slug) })) ?? notFound() }
}
