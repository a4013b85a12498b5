'use client'
// The greeting by the clock of whoever reads it; the server does not know his time zone.
import { useSyncExternalStore } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'

const never = () => () => undefined

export const GreetingLine = ({ name }: { name: string }) => {
  const { t } = useVitrine()
  // Until the browser has taken over, the time of day that is right most often.
  const hour = useSyncExternalStore(
    never,
    () => new Date().getHours(),
    () => 12,
  )
  const key = hour < 5 || hour >= 18 ? 'evening' : hour < 12 ? 'morning' : 'afternoon'
  return <>{t(`dashboard:${key}`, { name })}</>
}
