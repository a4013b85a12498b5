// The admin panel: every view of it is Payload's, composed by payload.config.ts.
import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { requireTenant } from '../../../../admin/views/requireTenant.ts'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<{ [key: string]: string | string[] }>
}

export const generateMetadata = ({ params, searchParams }: Args): Promise<Metadata> =>
  generatePageMetadata({ config, params, searchParams })

const Page = async ({ params, searchParams }: Args) => {
  await requireTenant({ segments: (await params).segments })
  return RootPage({ config, importMap, params, searchParams })
}

export default Page
