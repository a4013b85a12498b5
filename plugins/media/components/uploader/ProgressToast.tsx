'use client'
// A transfer that a form waits for, where it can be seen and stopped.
import { useSyncExternalStore } from 'react'
import { formatBytes } from '../shared/format.ts'
import { useWords } from '../words/useWords.ts'
import type { ProgressStore } from './progressStore.ts'
import '../shared/shared.css'
import './upload.css'

type ProgressToastProps = { name: string; onCancel: () => void; progress: ProgressStore }

export const ProgressToast = ({ name, onCancel, progress }: ProgressToastProps) => {
  const { language, say } = useWords()
  const { phase, sent, total } = useSyncExternalStore(
    progress.subscribe,
    progress.get,
    progress.get,
  )
  const percent = total > 0 ? Math.round((sent / total) * 100) : 0
  const text =
    phase === 'sending'
      ? say('upload:sending', {
          sent: formatBytes(sent, language),
          total: formatBytes(total, language),
        })
      : say(`upload:${phase}`)
  return (
    <div className="media-toast">
      <p className="media-toast__title">{say('upload:toast', { name })}</p>
      <div
        aria-label={say('upload:progress', { name })}
        aria-valuemax={100}
        aria-valuemin={0}
        aria-valuetext={text}
        className="media-bar"
        data-moving={phase !== 'sending' || undefined}
        role="progressbar"
        {...(phase === 'sending' ? { 'aria-valuenow': percent } : {})}
      >
        <span style={{ inlineSize: `${percent}%` }} />
      </div>
      <p className="media-toast__row">
        <span>{text}</span>
        <button className="media-button" onClick={onCancel} type="button">
          {say('upload:toastCancel')}
        </button>
      </p>
    </div>
  )
}
