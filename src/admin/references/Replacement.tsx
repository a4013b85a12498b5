'use client'
// Chooses the document that takes the place of another of its kind.
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { firstText } from '../../../collections/shared/firstText.ts'
import { Field } from '../forms/Field.tsx'
import { request } from '../forms/request.ts'
import { useVitrine } from '../translations/useVitrine.ts'

/** More than anybody chooses from by eye. */
const MOST = 100

type Doc = { id: string; tenant?: unknown; [field: string]: unknown }

type Props = {
  collection: string
  onChoose: (id: string) => void
  /** Ids of what is about to be deleted. */
  without: string[]
}

export const Replacement = ({ collection, onChoose, without }: Props) => {
  const { t } = useVitrine()
  const { getEntityConfig } = useConfig()
  const title = getEntityConfig({ collectionSlug: collection })?.admin.useAsTitle ?? 'id'
  const [docs, setDocs] = useState<Doc[] | null>(null)
  const [first = ''] = without
  useEffect(() => {
    void findOthers({ collection, of: first, title }).then(setDocs)
  }, [collection, first, title])
  const others = (docs ?? []).filter(({ id }) => !without.includes(id))
  return (
    <Field
      label={t('stillReferenced:replacement')}
      name="replacement"
      onChange={onChoose}
      {...(docs !== null && others.length === 0 ? { problem: t('stillReferenced:none') } : {})}
    >
      <option value="">{docs === null ? t('common:loading') : t('stillReferenced:choose')}</option>
      {others.map((doc) => (
        <option key={doc.id} value={doc.id}>
          {firstText(doc[title]) ?? t('common:untitled')}
        </option>
      ))}
    </Field>
  )
}

/** In the same tenant. */
const findOthers = async ({
  collection,
  of,
  title,
}: {
  collection: string
  of: string
  title: string
}): Promise<Doc[]> => {
  const one = await request<Doc>({
    method: 'GET',
    path: `/api/${collection}/${of}?draft=true&depth=0&trash=true&select[tenant]=true`,
  })
  const query = new URLSearchParams({
    depth: '0',
    draft: 'true',
    limit: String(MOST),
    sort: title,
    [`select[${title}]`]: 'true',
    'where[tenant][equals]': String(one.data?.tenant),
  })
  const { data } = await request<{ docs: Doc[] }>({
    method: 'GET',
    path: `/api/${collection}?${query.toString()}`,
  })
  return data?.docs ?? []
}
