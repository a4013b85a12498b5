'use client'
// Selects a tenant, as the selector on the left does, and goes where that was needed.
import { useTenantSelection } from '@payloadcms/plugin-multi-tenant/client'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'

export const EnterTenant = ({
  children,
  id,
  label,
  to = '/admin',
}: {
  children: ReactNode
  id: string
  label: string
  /** Where to go then. @default the dashboard */
  to?: string
}) => {
  const { setTenant } = useTenantSelection()
  const router = useRouter()
  return (
    <button
      aria-label={label}
      className="vitrine-enter"
      onClick={() => {
        setTenant({ id, refresh: true })
        router.push(to)
      }}
      type="button"
    >
      {children}
    </button>
  )
}
