'use client'
// Tells the editor of an anonymised study which of its testimonials name the client, and so don't
// appear in public.
import { useFormFields } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { idOf, useDocuments } from '../blocks/useDocuments.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { quotedIn } from './quotedIn.ts'

export const AnonymityWarning = () => {
  const { t } = useVitrine()
  const client = useFormFields(([fields]) => idOf(fields.client?.value))
  // One string, so that typing elsewhere in the form does not render this again.
  const ids = useFormFields(([fields]) => testimonialsOf(fields).join(','))
  const { documents } = useDocuments<{ id: string; organisation?: unknown }>({
    collection: 'testimonials',
    ids: ids.split(','),
  })
  const count = [...documents.values()].filter(
    ({ id, organisation }) => client !== null && idOf(organisation) === client && ids.includes(id),
  ).length
  return count > 0 ? (
    <p className="vitrine-anonymity" role="status">
      {t('anonymity:testimonials', { count })}
    </p>
  ) : null
}

/** Those of the study itself, and those that its chapters quote. */
const testimonialsOf = (fields: FormState): string[] => {
  const own = fields.testimonials?.value
  const bodies = Object.entries(fields).filter(([path]) => /^chapters\.\d+\.body$/.test(path))
  return [
    ...new Set([
      ...(Array.isArray(own) ? own : []).flatMap((value) => idOf(value) ?? []),
      ...bodies.flatMap(([, { value }]) => quotedIn(value)),
    ]),
  ]
}
