'use client'
// An open form waits out an outage: it says so, and goes on by itself once the server answers.
import { useEffect, useState, type ReactNode } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import { keepTrying } from './keepTrying.ts'

export const ConnectionNotice = ({ children }: { children: ReactNode }) => {
  const [isAway, setIsAway] = useState(false)
  const { t } = useVitrine()
  useEffect(() => {
    const ask = window.fetch.bind(window)
    window.fetch = keepTrying({ ask, isForForm, onChange: setIsAway })
    return () => {
      window.fetch = ask
    }
  }, [])
  return (
    <>
      {children}
      <div className="vitrine-connection" role="status">
        {isAway ? <p>{t('connection:away')}</p> : null}
      </div>
    </>
  )
}

/** Autosave, and what a form asks the server about itself. A button that somebody pressed is answered at once. */
const isForForm = (input: Parameters<typeof fetch>[0], init: RequestInit | undefined): boolean => {
  const url = new URL(input instanceof Request ? input.url : input, window.location.href)
  const isOurs = url.origin === window.location.origin
  const isCall = init?.method === 'POST' && new Headers(init.headers).has('next-action')
  return isOurs && (isCall || url.searchParams.get('autosave') === 'true')
}
