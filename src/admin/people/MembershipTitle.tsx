'use client'
// A membership is called by its member's name: Payload has only the member's ID for it. lists.css hides that until then.
import { useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { tenantIdOf } from '../../../access/principal.ts'
import { request } from '../forms/request.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const MembershipTitle = () => {
  const { t } = useVitrine()
  const { savedDocumentData } = useDocumentInfo()
  const { setDocumentTitle, title } = useDocumentTitle()
  const name = useNameOf(tenantIdOf(savedDocumentData?.user))
  const wanted = name === undefined ? undefined : (name ?? t('people:member'))
  useEffect(() => {
    if (wanted !== undefined && title !== wanted) {
      setDocumentTitle(wanted)
    }
  }, [setDocumentTitle, title, wanted])
  return wanted !== undefined && title === wanted ? null : <span data-vitrine-title="id" hidden />
}

/** @returns `undefined` until it is known, `null` if it may not be. */
const useNameOf = (user: string | null): string | null | undefined => {
  const [name, setName] = useState<string | null>()
  useEffect(() => {
    if (user !== null) {
      void request<{ name?: string }>({
        method: 'GET',
        path: `/api/users/${user}?depth=0&select[name]=true`,
      }).then(({ data }) => setName(data?.name ?? null))
    }
  }, [user])
  return name
}
