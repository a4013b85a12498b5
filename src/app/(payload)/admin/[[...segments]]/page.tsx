// The admin panel: its views are Payload's and our own, composed by payload.config.ts.
import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { viewOf } from '../../../../admin/start/viewOf.ts'
import { withDocumentTitle } from '../../../../admin/titles/pageTitle.ts'
import { requireLanguage } from '../../../../admin/languages/requireLanguage.ts'
import { requireTenant } from '../../../../admin/views/requireTenant.ts'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<{ [key: string]: string | string[] }>
}

export const generateMetadata = async ({ params, searchParams }: Args): Promise<Metadata> => {
  const [{ segments }, { locale }] = await Promise.all([params, searchParams])
  return withDocumentTitle({
    locale: [locale].flat()[0],
    metadata: await generatePageMetadata({ config, params, searchParams }),
    segments,
  })
}

const Page = async ({ params, searchParams }: Args) => {
  const { segments } = await params
  await requireTenant({ segments })
  await requireLanguage({ searchParams: await searchParams, segments })
  return RootPage({
    config,
    importMap,
    // Payload tells the dashboard by there being none.
    params: Promise.resolve({ segments: viewOf(segments)! }),
    searchParams,
  })
}

export default Page
