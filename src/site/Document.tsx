/** The HTML document of a site's page: language, theme, its stylesheets and the faces of its one type pairing. */
import type { ReactNode } from 'react'
import { preloadKeys } from './fonts/faces.ts'
import { fontHref } from './fonts/files.ts'
import { islandsHref } from './islands.ts'
import type { SiteView } from './model.ts'
import { inlineStylesheet, stylesheetHref } from './stylesheet.ts'
import { brandStyle } from './themes/brandStyle.ts'

export const SiteDocument = ({
  site,
  children,
  stylesRoot,
}: {
  site: SiteView
  children: ReactNode
  /** Where the stylesheet is served for the preview, which exchanges it. Others carry it in the page. */
  stylesRoot?: string
}) => {
  const root = stylesRoot ?? site.root
  const look = { theme: site.theme, pairing: site.pairing }
  return (
    <html lang={site.locale} dir={site.direction} data-theme={site.theme}>
      <head>
        {preloadKeys(site.pairing).map((key) => (
          <link
            key={key}
            rel="preload"
            as="font"
            type="font/woff2"
            href={fontHref({ root, key })}
            crossOrigin="anonymous"
          />
        ))}
        {stylesRoot === undefined ? (
          <style dangerouslySetInnerHTML={{ __html: inlineStylesheet({ root, ...look }) }} />
        ) : (
          <link rel="stylesheet" href={stylesheetHref({ root, ...look })} precedence="site" />
        )}
        <style dangerouslySetInnerHTML={{ __html: brandStyle(site.brand) }} />
      </head>
      <body>
        {children}
        <script src={islandsHref(root)} defer data-site="" />
      </body>
    </html>
  )
}

/** A mark for the browser's tab: the first letter on the tenant's colour. */
export const iconFor = (site: Pick<SiteView, 'name' | 'brand'>): string => {
  const letter = [...site.name][0]?.toUpperCase() ?? ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${site.brand.primary.light}"/><text x="16" y="23" font-family="Georgia,serif" font-size="21" text-anchor="middle" fill="${site.brand.onPrimary.light}">${letter.replace(/[<&>]/g, '')}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
