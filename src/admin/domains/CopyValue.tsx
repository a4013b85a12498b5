'use client'
// A value to be pasted elsewhere, and the button that copies it.
import { useRef, useState } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'

export const CopyValue = ({ label, value }: { label: string; value: string }) => {
  const { t } = useVitrine()
  const shown = useRef<HTMLElement>(null)
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
    <span className="vitrine-proof__value">
      <code ref={shown}>{value}</code>
      <button
        aria-label={t('domains:copyLabel', { label })}
        className="vitrine-proof__copy"
        onBlur={() => setState('idle')}
        onClick={() => void copy()}
        type="button"
      >
        <span aria-live="polite">
          {state === 'copied'
            ? t('domains:copied')
            : state === 'selected'
              ? t('domains:selected')
              : t('domains:copy')}
        </span>
      </button>
    </span>
  )
}
