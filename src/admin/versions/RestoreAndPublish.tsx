'use client'
// Brings an earlier version back and publishes it. Payload's own button beside it brings it back as a draft.
import { toast, useAuth } from '@payloadcms/ui'
import { useParams, useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { tenantIdOf } from '../../../access/principal.ts'
import { Confirm } from '../forms/Confirm.tsx'
import { request } from '../forms/request.ts'
import { mayPublish } from '../publish/mayPublish.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const RestoreAndPublish = () => {
  const { t } = useVitrine()
  const { user } = useAuth()
  const router = useRouter()
  // collections/<collection>/<id>/versions/<version>; what lies in the trash has one more.
  const [kind, collection = '', id = '', , version = ''] = useParams<{ segments: string[] }>()
    .segments
  const path = `/api/${collection}/versions/${version}`
  const tenant = useTenantOf(`${path}?depth=0`)
  const isShown =
    kind === 'collections' && id !== 'trash' && tenant && mayPublish({ collection, tenant, user })
  return isShown ? (
    <Confirm
      label={t('versions:restoreAndPublish')}
      onConfirm={() => request({ path: `${path}?publish=true&depth=0` })}
      onDone={() => {
        toast.success(t('versions:restored'))
        router.push(`/admin/collections/${collection}/${id}`)
      }}
      text={t('versions:restoreAndPublishText')}
      title={t('versions:restoreAndPublishTitle')}
    />
  ) : null
}

/** Of the document whose version it is. */
const useTenantOf = (path: string): string | null => {
  const [tenant, setTenant] = useState<string | null>(null)
  useEffect(() => {
    void request<{ version?: { tenant?: unknown } }>({ method: 'GET', path }).then(({ data }) =>
      setTenant(tenantIdOf(data?.version?.tenant)),
    )
  }, [path])
  return tenant
}
