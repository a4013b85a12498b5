'use client'
// Beside a URL that is none: what is missing. Until then it is not saved, and the rest of the document is. CSS hides
// it while somebody types in the field.
import { useField } from '@payloadcms/ui'
import { URL_KINDS, type UrlKind } from '../../../collections/shared/urls.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const UrlHint = ({ path, takes }: { path: string; takes: UrlKind }) => {
  const { t } = useVitrine()
  const { showError, value } = useField<string>({ path })
  const { hint, is } = URL_KINDS[takes]
  // Payload shows its own sentence once it has refused to publish.
  return value && !is(value) && !showError ? (
    <p className="vitrine-url-hint" role="status">
      {t('fields:urlNotSaved', { hint })}
    </p>
  ) : null
}
