// A URL of the admin that names a language which the tenant does not have: of another tenant's tab, or an old one.
import { redirect } from 'next/navigation'
import { settleLanguage } from './settleLanguage.ts'

/** Redirects to the same view in the language that was chosen last, or just now. */
export const requireLanguage = async ({
  searchParams: { locale, ...others },
  segments = [],
}: {
  searchParams: Record<string, string | string[]>
  segments: string[] | undefined
}): Promise<void> => {
  const settled = await settleLanguage()
  if (!settled) {
    return
  }
  const { isNew, languages } = settled
  const isOffered = languages.offered.some((one) => one === locale)
  if (!isNew && (locale === undefined || isOffered)) {
    return
  }
  const kept = isOffered && locale !== undefined ? { ...others, locale } : others
  const query = new URLSearchParams(
    Object.entries(kept).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  )
  const path = ['/admin', ...segments.map(encodeURIComponent)].join('/')
  redirect(query.size > 0 ? `${path}?${query.toString()}` : path)
}
