'use client'
// A button that asks before it does something that cannot be taken back at once.
import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui'
import { useId, type ReactNode } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import type { Answer } from './request.ts'

type Props = {
  children?: ReactNode
  label: string
  /** Which of several alike, for screen readers. */
  of?: string
  text: string
  title: string
  /** What is done; a refusal is told, and the page stays. */
  onConfirm: () => Promise<Answer<unknown>>
  onDone: () => void
}

export const Confirm = ({ children, label, of, onConfirm, onDone, text, title }: Props) => {
  const { t } = useVitrine()
  const { openModal } = useModal()
  const slug = `vitrine-confirm-${useId()}`
  const confirm = async () => {
    const { refused } = await onConfirm()
    if (refused) {
      toast.error(refused.sentence ?? t('common:failed'))
    } else {
      onDone()
    }
  }
  return (
    <>
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => openModal(slug)}
        size="small"
        type="button"
      >
        {label}
        {of ? <span className="sr-only"> {of}</span> : null}
      </Button>
      <ConfirmationModal
        body={
          <div className="vitrine-confirm">
            <p>{text}</p>
            {children}
          </div>
        }
        confirmLabel={label}
        heading={title}
        modalSlug={slug}
        onConfirm={confirm}
      />
    </>
  )
}
