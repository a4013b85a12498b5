'use client'
// Beside a value that is half typed: what is missing. Until then it is not saved, and the rest of the document is. CSS
// hides it while somebody types in the field.
import { useFormFields, useFormSubmitted } from '@payloadcms/ui'
import { isSlug, SLUG_HINT } from '../../../collections/shared/fields/slug.ts'
import { URL_KINDS, type UrlKind } from '../../../collections/shared/urls.ts'
import { isMoment } from '../../../collections/shared/values/dates.ts'
import { isWithin, nameOf, type Bounds } from '../../../collections/shared/values/numbers.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { useTypedUrl } from './useTypedUrl.ts'

type At = { path: string }

export const UrlHint = ({ path, takes }: At & { takes: UrlKind }) => {
  const { t } = useVitrine()
  const { hint, is } = URL_KINDS[takes]
  const isHalf = useIsHalf({ path, isFit: (value) => typeof value !== 'string' || is(value) })
  const within = useTypedUrl({ path, takes })
  return (
    <>
      <span hidden ref={within} />
      {isHalf ? <Hint>{t('fields:urlNotSaved', { hint })}</Hint> : null}
    </>
  )
}

export const SlugHint = ({ path }: At) => {
  const { t } = useVitrine()
  const isHalf = useIsHalf({ path, isFit: (value) => typeof value !== 'string' || isSlug(value) })
  return isHalf ? <Hint>{t('fields:urlNotSaved', { hint: SLUG_HINT })}</Hint> : null
}

export const NumberHint = ({ bounds, path }: At & { bounds: Bounds }) => {
  const { t } = useVitrine()
  const isHalf = useIsHalf({
    path,
    isFit: (value) => typeof value === 'number' && isWithin(value, bounds),
  })
  return isHalf ? (
    <Hint>{t('fields:numberNotSaved', { hint: `Enter ${nameOf(bounds)}.` })}</Hint>
  ) : null
}

export const DateHint = ({ hasTime, path }: At & { hasTime: boolean }) => {
  const { t } = useVitrine()
  const isHalf = useIsHalf({ path, isFit: isWholeDate })
  return isHalf ? (
    <Hint>
      {t('fields:dateNotSaved', { example: hasTime ? '24 Dec 2026, 09:30' : '24 Dec 2026' })}
    </Hint>
  ) : null
}

/** Whether a form has a date, and not what somebody is typing: that becomes one with its time and its zone. */
export const isWholeDate = (value: unknown): boolean => typeof value !== 'string' || isMoment(value)

const useIsHalf = ({ isFit, path }: At & { isFit: (value: unknown) => boolean }): boolean => {
  // A second `useField` would take back what the first finds to be right.
  const value = useFormFields(([fields]) => fields[path]?.value)
  const isRefused = useFormFields(([fields]) => fields[path]?.valid === false)
  const isSubmitted = useFormSubmitted()
  // Payload shows its own sentence once it has refused to publish.
  return Boolean(value) && !isFit(value) && !(isSubmitted && isRefused)
}

const Hint = ({ children }: { children: string }) => (
  <p className="vitrine-url-hint" role="status">
    {children}
  </p>
)
