// What follows the contact form: thanks.
import type { Metadata } from 'next'
import { metadataFor } from '../../../../../../../../site/metadata.ts'
import { requireSite, type RouteProps } from '../../../../../../../../site/route.ts'
import { themes } from '../../../../../../../../site/themes/index.ts'

export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: RouteProps): Promise<Metadata> => {
  const { view } = await requireSite(params)
  return metadataFor({
    site: view,
    path: '/contact',
    title: view.strings.contact,
    isIndexed: false,
  })
}

export default async function ContactSentPage({ params }: RouteProps) {
  const { view } = await requireSite(params)
  const Contact = themes[view.theme].Contact
  return <Contact site={view} refused={null} isSent />
}
