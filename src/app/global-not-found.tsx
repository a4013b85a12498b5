// An address on the main host that belongs to no tenant.
import type { Metadata } from 'next'
import { Notice } from '../site/platform/Notice.tsx'

export const metadata: Metadata = { title: 'Not found. Vitrine' }

export default function GlobalNotFound() {
  return (
    <html lang="en" className="platform">
      <body>
        <Notice
          title="There is nothing at this address."
          text="It may be misspelt, or the site has moved. The front page lists the sites that live here."
          link={{ label: 'To the front page', href: '/' }}
        />
      </body>
    </html>
  )
}
