// A protected study for a browser that knew the password; the server leads here when it brings a cookie.
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { keyFor } from '../../../../../../../../../config/keys.ts'
import { StudyPage } from '../../../../../../../../../site/StudyPage.tsx'
import {
  getLock,
  getStudy,
  getUnlockedStudy,
} from '../../../../../../../../../site/data/getStudy.ts'
import type { SiteParams } from '../../../../../../../../../site/data/site.ts'
import { metadataFor } from '../../../../../../../../../site/metadata.ts'
import { requireSite, type RouteProps } from '../../../../../../../../../site/route.ts'
import { studyMetadata } from '../../../../../../../../../site/studyMetadata.ts'
import { themes } from '../../../../../../../../../site/themes/index.ts'
import { checkUnlockValue, unlockCookieName } from '../../../../../../../../../site/unlock.ts'
import { slugOf } from '../../../../../../../../../site/sitePath.ts'

type Props = RouteProps<SiteParams & { slug: string }>

export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { site, found } = await load(params)
  return found.kind === 'open'
    ? studyMetadata({ site: site.view, study: found.study })
    : metadataFor({
        site: site.view,
        path: `/work/${encodeURIComponent(found.slug)}`,
        title: found.title,
        isIndexed: false,
        alternates: [],
      })
}

export default async function UnlockedStudyPage({ params }: Props) {
  const { site, found } = await load(params)
  if (found.kind === 'open') {
    return <StudyPage site={site.view} study={found.study} />
  }
  const Password = themes[site.view.theme].Password
  return <Password site={site.view} study={found} problem={null} />
}

const load = async (params: Props['params']) => {
  const site = await requireSite(params)
  const { slug: raw } = await params
  const slug = slugOf(raw)
  const found = (await getStudy({ site, slug })) ?? notFound()
  if (found.kind === 'open') {
    return { site, found }
  }
  const [lock, jar] = await Promise.all([getLock({ site, slug }), cookies()])
  const isOpen =
    lock !== null &&
    checkUnlockValue({
      value: jar.get(unlockCookieName(lock.id))?.value,
      studyId: lock.id,
      passwordHash: lock.hash,
      secret: keyFor('unlockCookies'),
    })
  const study = isOpen ? await getUnlockedStudy({ site, slug }) : null
  return { site, found: study ? { kind: 'open' as const, study } : found }
}
