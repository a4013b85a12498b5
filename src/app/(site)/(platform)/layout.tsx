// The document of the installation's own front page.
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import '../../../site/platform/platform.css'

export const metadata: Metadata = {
  title: 'Vitrine. Case studies, written together',
  description:
    'Vitrine is a multi-tenant headless CMS for case studies: typed outcomes, live preview and a public site for every tenant.',
  icons: {
    icon: `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 2h16v20H4z" fill="none" stroke="#0f5e57" stroke-width="2"/><path d="M8 14l6-8M10 18l6-8" stroke="#0f5e57" stroke-width="2"/></svg>')}`,
  },
}

export default function PlatformLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className="platform">
      <body>{children}</body>
    </html>
  )
}
