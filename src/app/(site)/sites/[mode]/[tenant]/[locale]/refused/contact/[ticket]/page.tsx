// The contact page with a form that was refused: what was typed, and beside each field what is wrong. Only our own
// server asks for it, and sends it with the status.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { SiteParams } from '../../../../../../../../../site/data/site.ts'
import { metadataFor } from '../../../../../../../../../site/metadata.ts'
import { findRefusedContact } from '../../../../../../../../../site/refusedForms.ts'
import { requireSite, type RouteProps } from '../../../../../../../../../site/route.ts'
import { themes } from '../../../../../../../../../site/themes/index.ts'

type Props = RouteProps<SiteParams & { ticket: string }>

export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { view } = await requireSite(params)
  return metadataFor({
    site: view,
    path: '/contact',
    title: view.strings.contact,
    isIndexed: false,
    alternates: [],
  })
}

export default async function RefusedContactPage({ params }: Props) {
  const { view } = await requireSite(params)
  const { ticket } = await params
  const refused = findRefusedContact(ticket) ?? notFound()
  const Contact = themes[view.theme].Contact
  return <Contact site={view} refused={refused} isSent={false} />
}
