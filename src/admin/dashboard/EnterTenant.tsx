'use client'
// Selects a tenant, as the selector on the left does, and shows its dashboard.
import { useTenantSelection } from '@payloadcms/plugin-multi-tenant/client'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'

export const EnterTenant = ({
  children,
  id,
  label,
}: {
  children: ReactNode
  id: string
  label: string
}) => {
  const { setTenant } = useTenantSelection()
  const router = useRouter()
  return (
    <button
      aria-label={label}
      className="vitrine-enter"
      onClick={() => {
        setTenant({ id, refresh: true })
        router.push('/admin')
      }}
      type="button"
    >
      {children}
    </button>
  )
}
