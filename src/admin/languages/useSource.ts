'use client'
// The open document as it is in its tenant's main language: one request for all fields on the page.
import { useConfig, useDocumentInfo, useFormFields, useLocale } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'
import { tenantIdOf } from '../../../access/principal.ts'
import type { LocaleCode } from '../../../collections/locales.ts'

type Source = { document: unknown; main: LocaleCode }

/** `null` while the form is in the main language, or nothing is known. */
export const useSource = (): Source | null => {
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  const { code } = useLocale()
  const tenant = useFormFields(([fields]) => tenantIdOf(fields.tenant?.value))
  const api = config.routes.api
  const key =
    tenant && collectionSlug && id ? [api, collectionSlug, String(id), tenant, code].join(' ') : ''
  const [found, setFound] = useState<{ key: string; source: Source | null }>()
  useEffect(() => {
    if (key === '') {
      return
    }
    let isGone = false
    const { asked, leave } = join(key)
    void asked.then((source) => {
      if (!isGone) {
        setFound({ key, source })
      }
    })
    return () => {
      isGone = true
      leave()
    }
  }, [key])
  return found?.key === key ? found.source : null
}

type Shared = { asked: Promise<Source | null>; askers: number }

const shared = new Map<string, Shared>()

/** Kept while a field on the page asks for it: another tab of the form, or the next view, reads it anew. */
const join = (key: string): { asked: Shared['asked']; leave: () => void } => {
  const one = shared.get(key) ?? { asked: read(key), askers: 0 }
  shared.set(key, one)
  one.askers += 1
  return {
    asked: one.asked,
    leave: () => {
      one.askers -= 1
      if (one.askers === 0) {
        shared.delete(key)
      }
    },
  }
}

const read = async (key: string): Promise<Source | null> => {
  const [apiRoute = '', collection = '', id = '', tenant = '', locale] = key.split(' ')
  const ask = (path: `/${string}`): Promise<Record<string, unknown> | null> =>
    get(formatAdminURL({ apiRoute, path }))
  const main = (await ask(`/tenants/${tenant}?depth=0&select[defaultLocale]=true`))?.defaultLocale
  if (typeof main !== 'string' || main === locale) {
    return null
  }
  const document = await ask(
    `/${collection}/${id}?depth=0&draft=true&trash=true&fallback-locale=none&locale=${main}`,
  )
  return document ? { document, main: main as LocaleCode } : null
}

/** The form works without it: a failure shows nothing. */
const get = async (url: string): Promise<Record<string, unknown> | null> => {
  try {
    const response = await fetch(url, { credentials: 'include' })
    return response.ok ? ((await response.json()) as Record<string, unknown>) : null
  } catch {
    return null
  }
}
