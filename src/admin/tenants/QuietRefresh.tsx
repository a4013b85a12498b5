'use client'
// The multi-tenant plugin draws the page anew when it is opened without a tenant, and after each save of one; a form
// loses what was typed in it by then. Around the plugin's provider, a refresh waits for another tenant to be chosen;
// everything below has Next's own again.
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { createContext, use, useMemo, type ContextType, type ReactNode } from 'react'
import { chosenIn, onlyAfterAnotherTenant } from './onlyAfterAnotherTenant.ts'

type Router = ContextType<typeof AppRouterContext>

const Usual = createContext<Router>(null)

/** Around the provider. */
export const QuietRefresh = ({ children }: { children: ReactNode }) => {
  const router = use(AppRouterContext)
  const quiet = useMemo(
    () =>
      router && {
        ...router,
        refresh: onlyAfterAnotherTenant({ readChosen: chosen, refresh: () => router.refresh() }),
      },
    [router],
  )
  return (
    <Usual value={router}>
      <AppRouterContext value={quiet}>{children}</AppRouterContext>
    </Usual>
  )
}

/** Inside of it. */
export const UsualRefresh = ({ children }: { children: ReactNode }) => (
  <AppRouterContext value={use(Usual)}>{children}</AppRouterContext>
)

/** On the server nobody chooses. */
const chosen = (): string => (typeof document === 'undefined' ? '' : chosenIn(document.cookie))
