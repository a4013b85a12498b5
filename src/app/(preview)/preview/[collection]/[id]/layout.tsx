// The document that the live preview fills; theme, language and direction arrive with the content.
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { islandsHref } from '../../../../../site/islands.ts'

export const metadata: Metadata = { title: 'Preview', robots: { index: false, follow: false } }

export default function PreviewLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        {children}
        <script src={islandsHref('/preview')} defer />
      </body>
    </html>
  )
}
