// Paths with and without a language before them. A redirect from `/old` leads from there in every
// language of the site, one from `/de/old` in that language only.

type Languages = { locales: readonly string[]; defaultLocale: string }

/** A path below the site's root without its language, and that language. */
export type Place = { locale: string; path: string }

/** Nobody is led further than that. */
export const MOST_HOPS = 10

export const keyOf = ({ locale, path }: Place): string => `${locale} ${path}`

/** Where a path leads for a reader of `locale`: one that names a language leads to that one. */
export const placeOf = ({
  locale,
  path,
  tenant,
}: Place & { tenant: Pick<Languages, 'locales'> }): Place => {
  const [, first = '', ...rest] = path.split('/')
  return tenant.locales.includes(first)
    ? { locale: first, path: `/${rest.join('/')}` }
    : { locale, path }
}

/** The paths from which a redirect may lead away from a place; the first that exists counts. */
export const sourcesOf = ({ locale, path }: Place): [own: string, all: string] => [
  path === '/' ? `/${locale}` : `/${locale}${path}`,
  path,
]

/** The path of a place below the site's root: the main language is not named. */
export const pathIn = ({
  locale,
  path,
  tenant: { defaultLocale },
}: Place & { tenant: Pick<Languages, 'defaultLocale'> }): string =>
  locale === defaultLocale ? path : path === '/' ? `/${locale}` : `/${locale}${path}`
