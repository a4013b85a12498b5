'use client'
// Beside a URL that is none: what is missing. Until then it is not saved, and the rest of the document is. CSS hides
// it while somebody types in the field.
import { useFormFields, useFormSubmitted } from '@payloadcms/ui'
import { URL_KINDS, type UrlKind } from '../../../collections/shared/urls.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const UrlHint = ({ path, takes }: { path: string; takes: UrlKind }) => {
  const { t } = useVitrine()
  // A second `useField` would take back what the first finds to be right.
  const value = useFormFields(([fields]) => fields[path]?.value)
  const isRefused = useFormFields(([fields]) => fields[path]?.valid === false)
  const isSubmitted = useFormSubmitted()
  const { hint, is } = URL_KINDS[takes]
  // Payload shows its own sentence once it has refused to publish.
  return typeof value === 'string' && value && !is(value) && !(isSubmitted && isRefused) ? (
    <p className="vitrine-url-hint" role="status">
      {t('fields:urlNotSaved', { hint })}
    </p>
  ) : null
}
