'use client'
// A value to be pasted elsewhere, and the button that copies it.
import { useRef, useState } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'

/** @param label What is copied, for screen readers: “Copy Value”. */
export const CopyValue = ({ label, value }: { label: string; value: string }) => {
  const { t } = useVitrine()
  const shown = useRef<HTMLElement>(null)
  // It stays: a button that changes back moves what is below it just when that is clicked.
  const [state, setState] = useState<'idle' | 'copied' | 'selected'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setState('copied')
    } catch {
      // Browsers keep the clipboard from pages without https; selected it is one key away.
      window.getSelection()?.selectAllChildren(shown.current!)
      setState('selected')
    }
  }
  return (
    <span className="vitrine-copy">
      <code ref={shown}>{value}</code>
      <button className="vitrine-copy__button" onClick={() => void copy()} type="button">
        {state === 'copied' ? t('common:copied') : t('common:copy')}
        <span className="sr-only"> {label}</span>
      </button>
      <span className="vitrine-copy__note" role="status">
        {state === 'selected' ? t('common:selected') : null}
        {state === 'copied' ? <span className="sr-only">{t('common:copied')}</span> : null}
      </span>
    </span>
  )
}
