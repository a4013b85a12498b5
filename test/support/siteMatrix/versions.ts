// What stands as `v` in the addresses of the assets that a tenant's pages load.
import { fontHref } from '../../../src/site/fonts/files.ts'
import { islandsHref } from '../../../src/site/islands.ts'
import type { ThemeName } from '../../../src/site/model.ts'
import { stylesheetHref } from '../../../src/site/stylesheet.ts'
import type { Versions } from './addresses.ts'

export const versionsOf = (theme: ThemeName): Versions => {
  const type = 'editorial'
  return {
    theme,
    type,
    font: versionIn(fontHref({ root: '', key: 'newsreader' })),
    script: versionIn(islandsHref('')),
    styles: versionIn(stylesheetHref({ root: '', theme, pairing: type })),
  }
}

const versionIn = (href: string): string =>
  new URL(href, 'http://localhost').searchParams.get('v') ?? ''
