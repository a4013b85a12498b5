'use client'
// The first entry of the navigation: back to the dashboard.
import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { useVitrine } from '../translations/useVitrine.ts'

export const Home = () => {
  const { t } = useVitrine()
  const isHere = usePathname() === '/admin'
  return (
    <div className="vitrine-home">
      <Link
        aria-current={isHere ? 'page' : undefined}
        className="nav__link"
        href="/admin"
        id="nav-overview"
        prefetch={false}
      >
        {isHere ? <div className="nav__link-indicator" /> : null}
        <span className="nav__link-label">{t('common:overview')}</span>
      </Link>
    </div>
  )
}
