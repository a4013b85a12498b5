/** The site itself: name, look, languages and navigation, from the tenant and its settings. */
import { brandFor } from '../color.ts'
import { populated, type SettingsDoc, type TenantDoc } from '../documents.ts'
import { pairings, themes, type PairingName, type SiteView, type ThemeName } from '../model.ts'
import { languageOf } from '../strings/index.ts'
import { pageHref, safeHref, type PresentContext } from './context.ts'
import { presentImage } from './media.ts'
import { shorten } from './seo.ts'

/** The pairing that shows a theme as it was meant, where the tenant chose none. */
const pairingOf: Record<ThemeName, PairingName> = {
  broadsheet: 'editorial',
  gallery: 'modern',
  ledger: 'technical',
}

export const presentSite = ({
  tenant,
  settings,
  hasPeople,
  canonicalRoot,
  context,
}: {
  tenant: TenantDoc
  settings: SettingsDoc | null
  hasPeople: boolean
  canonicalRoot: string
  context: PresentContext
}): SiteView => {
  const theme = oneOf(themes, settings?.theme) ?? 'broadsheet'
  const language = languageOf(context.locale)
  const text = (value: string | null | undefined) => value?.trim() || null
  const introduction = text(settings?.introduction)
  return {
    name: text(settings?.wordmark) ?? text(tenant.name) ?? text(tenant.slug) ?? '',
    hasWordmark: text(settings?.wordmark) !== null || !populated(settings?.logo),
    tagline: text(settings?.tagline),
    introduction,
    theme,
    pairing: oneOf(pairings, settings?.typePairing) ?? pairingOf[theme],
    brand: brandFor({
      theme,
      primary: settings?.colors?.primary,
      accent: settings?.colors?.accent,
    }),
    logo: presentImage(settings?.logo, context),
    locale: context.locale,
    direction: language.direction,
    defaultLocale: tenant.defaultLocale ?? 'en',
    locales: localesOf(tenant),
    base: context.base,
    root: context.root,
    canonicalRoot,
    isIndexed: tenant.visibility !== 'hidden',
    navigation: navigationOf({ settings, context }),
    contact: {
      email: text(settings?.contact?.email),
      phone: text(settings?.contact?.phone),
      address: text(settings?.contact?.address),
      heading: text(settings?.contact?.heading),
      text: text(settings?.contact?.text),
    },
    social: (settings?.social ?? []).flatMap((item) => {
      const href = safeHref(item.url)
      return href && item.label ? [{ label: item.label, href }] : []
    }),
    footer: text(settings?.footer),
    description: shorten(
      text(settings?.seo?.description) ?? introduction ?? text(settings?.tagline),
    ),
    image: presentImage(settings?.seo?.image, context)?.og ?? null,
    hasPeople,
    strings: context.strings,
  }
}

/** Every language of the tenant, its default first. */
export const localesOf = (tenant: TenantDoc): string[] => {
  const main = tenant.defaultLocale ?? 'en'
  return [main, ...(tenant.locales ?? []).filter((code) => code !== main)]
}

/** The settings' own navigation; "About" is added when it has a page and the editor did not place it. */
const navigationOf = ({
  settings,
  context,
}: {
  settings: SettingsDoc | null
  context: PresentContext
}) => {
  const own = (settings?.navigation ?? []).flatMap((item) => {
    const page = populated(item.page)
    const href =
      item.kind === 'page' ? page?.slug && pageHref(context, page.slug) : ownHref(item.url, context)
    const label = item.label?.trim() || (item.kind === 'page' ? page?.title : null)
    return href && label ? [{ label, href }] : []
  })
  const aboutHref = populated(settings?.about) ? `${context.base}/about` : null
  const about = populated(settings?.about)
  const isPlaced = own.some(
    (item) =>
      item.href === aboutHref || (about?.slug && item.href === pageHref(context, about.slug)),
  )
  return aboutHref && !isPlaced ? [...own, { label: context.strings.about, href: aboutHref }] : own
}

/** '/work' in the navigation means the work of this site, in this language. */
const ownHref = (url: string | null | undefined, context: PresentContext): string | null => {
  const href = safeHref(url)
  return href?.startsWith('/') && !href.startsWith(`${context.root}/`)
    ? `${context.base}${href}`
    : href
}

const oneOf = <T extends string>(
  values: readonly T[],
  value: string | null | undefined,
): T | null => values.find((candidate) => candidate === value) ?? null
