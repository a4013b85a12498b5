// The document of every page of a tenant's site.
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { grounds } from '../../../../../../site/color.ts'
import type { SiteParams } from '../../../../../../site/data/site.ts'
import { iconFor, SiteDocument } from '../../../../../../site/Document.tsx'
import { requireSite, type RouteProps } from '../../../../../../site/route.ts'

export const generateMetadata = async ({ params }: RouteProps<SiteParams>): Promise<Metadata> => {
  const { view } = await requireSite(params)
  return { icons: { icon: iconFor(view) } }
}

export const generateViewport = async ({ params }: RouteProps<SiteParams>): Promise<Viewport> => {
  const { view } = await requireSite(params)
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: grounds[view.theme].light },
      { media: '(prefers-color-scheme: dark)', color: grounds[view.theme].dark },
    ],
  }
}

export default async function SiteLayout({
  children,
  params,
}: RouteProps<SiteParams> & { children: ReactNode }) {
  const { view } = await requireSite(params)
  return <SiteDocument site={view}>{children}</SiteDocument>
}
