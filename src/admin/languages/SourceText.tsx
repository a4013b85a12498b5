'use client'
// Below a text that is not translated yet: its description, and what it says in the tenant's main language. It is no
// value, and is never stored.
import { FieldDescription, useFormFields } from '@payloadcms/ui'
import type { ClientField, StaticDescription } from 'payload'
import { LOCALES } from '../../../collections/locales.ts'
import { isEmptyText } from '../../../collections/shared/isEmptyText.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { pathInSource, valueAt, wordsOf } from './sourceWords.ts'
import { useSource } from './useSource.ts'

type Props = { field: ClientField; path: string }

export const SourceText = ({ field, path }: Props) => {
  const description =
    field.admin && 'description' in field.admin
      ? (field.admin.description as StaticDescription | undefined)
      : undefined
  const isEmpty = useFormFields(([fields]) => isNothing(fields[path]?.value))
  return (
    <>
      {description ? <FieldDescription description={description} path={path} /> : null}
      {isEmpty ? <Source path={path} /> : null}
    </>
  )
}

const Source = ({ path }: { path: string }) => {
  const { t } = useVitrine()
  const source = useSource()
  // A string, so that it changes only when rows do.
  const place = useFormFields(([fields]) =>
    JSON.stringify(pathInSource({ idAt: (at) => fields[at]?.value, path })),
  )
  const words = source
    ? wordsOf(valueAt({ document: source.document, place: JSON.parse(place) as string[] }))
    : ''
  if (!source || words === '') {
    return null
  }
  // As the switcher of languages calls it.
  const main = LOCALES.find(({ code }) => code === source.main)
  const isRightToLeft = main !== undefined && 'rtl' in main
  return (
    <p className="vitrine-source">
      <span className="vitrine-source__language">
        {t('fields:sourceIn', { language: main?.label ?? source.main })}
      </span>{' '}
      <span dir={isRightToLeft ? 'rtl' : 'ltr'} lang={source.main}>
        {words}
      </span>
    </p>
  )
}

const isNothing = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() === '' : isEmptyText(value)
