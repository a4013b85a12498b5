// The tenant's 404 page. Only our own server asks for it, and sends it with the status.
import type { Metadata } from 'next'
import { requireSite, type RouteProps } from '../../../../../../../site/route.ts'
import { themes } from '../../../../../../../site/themes/index.ts'

export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: RouteProps): Promise<Metadata> => {
  const { view } = await requireSite(params)
  return { title: `${view.strings.notFoundTitle} — ${view.name}`, robots: { index: false } }
}

export default async function MissingPage({ params }: RouteProps) {
  const { view } = await requireSite(params)
  const NotFound = themes[view.theme].NotFound
  return <NotFound site={view} />
}
