'use client'
// Says who is in a document, unless it is the reader himself.
import { useAuth } from '@payloadcms/ui'
import { useVitrine } from '../translations/useVitrine.ts'

export const Presence = ({ name, userId }: { name: string; userId: string }) => {
  const { t } = useVitrine()
  const { user } = useAuth()
  return user?.id === userId ? null : (
    <span className="vitrine-presence">
      <span aria-hidden className="vitrine-presence__dot" />
      {t('lists:editing', { name })}
    </span>
  )
}
