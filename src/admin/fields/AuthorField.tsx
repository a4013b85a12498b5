'use client'
// Who changed a document last, by name. Somebody of the agency has no name for a client's people.
import { FieldLabel, useField } from '@payloadcms/ui'
import type { RelationshipFieldClientComponent } from 'payload'
import { Initials } from '../dashboard/Initials.tsx'
import { idOf, useDocuments } from '../blocks/useDocuments.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const AuthorField: RelationshipFieldClientComponent = ({ field, path }) => {
  const { t } = useVitrine()
  const { value } = useField<unknown>({ path })
  const id = idOf(value)
  const { documents, state } = useDocuments<{ id: string; name: string }>({
    collection: 'users',
    ids: [id],
  })
  if (id === null) {
    return null
  }
  const name = documents.get(id)?.name ?? null
  return (
    <div className="field-type vitrine-author">
      <FieldLabel as="span" label={field.label} path={path} />
      <p className="vitrine-author__name">
        <Initials name={name} /> {name ?? (state === 'loading' ? '' : t('common:somebody'))}
      </p>
    </div>
  )
}
