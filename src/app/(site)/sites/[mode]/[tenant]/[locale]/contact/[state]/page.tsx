// What follows the form without JavaScript: thanks, or the form again with a sentence about what is missing.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { contactProblems } from '../../../../../../../../site/contact.ts'
import type { SiteParams } from '../../../../../../../../site/data/site.ts'
import { metadataFor } from '../../../../../../../../site/metadata.ts'
import { requireSite, type RouteProps } from '../../../../../../../../site/route.ts'
import { themes } from '../../../../../../../../site/themes/index.ts'

type Props = RouteProps<SiteParams & { state: string }>

export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { view } = await requireSite(params)
  return metadataFor({
    site: view,
    path: '/contact',
    title: view.strings.contact,
    isIndexed: false,
  })
}

export default async function ContactStatePage({ params }: Props) {
  const { view } = await requireSite(params)
  const { state } = await params
  const problem = contactProblems.find((candidate) => candidate === state) ?? null
  if (state !== 'sent' && problem === null) {
    notFound()
  }
  const Contact = themes[view.theme].Contact
  return <Contact site={view} problem={problem} isSent={state === 'sent'} />
}
