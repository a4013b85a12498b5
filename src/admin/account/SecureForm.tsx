'use client'
// A form for what only the holder of an account may do: the server may ask for the current password
// again, and only then is it asked for here. It stands inside Payload's own form, so it is no <form>.
import { Button } from '@payloadcms/ui'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Field } from '../forms/Field.tsx'
import { Problem } from '../forms/Problem.tsx'
import type { Answer, Refused } from '../forms/request.ts'
import { useFocusOnProblem } from '../forms/useFocusOnProblem.ts'
import { useVitrine } from '../translations/useVitrine.ts'

type Values = Record<string, string>

type Props<T> = {
  /** The fields, with what is wrong with each. */
  children: (problems: Record<string, string>) => ReactNode
  label: string
  onCancel: () => void
  onDone: (data: T) => void
  onSubmit: (values: Values) => Promise<Answer<T>>
}

const ASKS_FOR_PASSWORD = ['reauthentication_required', 'wrong_password']

export const SecureForm = <T,>({ children, label, onCancel, onDone, onSubmit }: Props<T>) => {
  const { t } = useVitrine()
  const box = useRef<HTMLDivElement>(null)
  const [isWorking, setIsWorking] = useState(false)
  const [isPasswordWanted, setIsPasswordWanted] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  useFocusOnProblem(box, refused)

  const submit = async (): Promise<void> => {
    if (isWorking) {
      return
    }
    setIsWorking(true)
    const answer = await onSubmit(valuesIn(box.current))
    setIsWorking(false)
    if (!answer.refused) {
      onDone(answer.data)
      return
    }
    setRefused(answer.refused)
    setIsPasswordWanted((wanted) => wanted || ASKS_FOR_PASSWORD.includes(answer.refused.code ?? ''))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      void submit()
    }
    if (event.key === 'Escape') {
      onCancel()
    }
  }
  const isAboutPassword = ASKS_FOR_PASSWORD.includes(refused?.code ?? '')
  const isAboutAll = refused && !isAboutPassword && Object.keys(refused.fields).length === 0
  return (
    <div
      aria-label={label}
      className="vitrine-account__form"
      onKeyDown={onKeyDown}
      ref={box}
      role="group"
    >
      {isAboutAll ? <Problem refused={refused} /> : null}
      {children(refused?.fields ?? {})}
      {isPasswordWanted ? (
        <Field
          autoComplete="current-password"
          hint={t('account:currentPasswordText')}
          isFocused
          label={t('account:currentPassword')}
          name="currentPassword"
          problem={refused?.code === 'wrong_password' ? (refused.sentence ?? undefined) : undefined}
          type="password"
        />
      ) : null}
      <div className="vitrine-account__buttons">
        <Button
          aria-busy={isWorking}
          margin={false}
          onClick={() => void submit()}
          size="medium"
          type="button"
        >
          {isWorking ? t('common:working') : label}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={onCancel}
          size="medium"
          type="button"
        >
          {t('account:cancel')}
        </Button>
      </div>
    </div>
  )
}

const valuesIn = (box: HTMLElement | null): Values =>
  Object.fromEntries(
    [...(box?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]') ?? [])].map(
      ({ name, value }) => [name, value],
    ),
  )
