'use client'
// A labelled input with a hint below it, which gives way to what is wrong.
import { useId, type ReactNode } from 'react'

type Props = {
  autoComplete?: string
  /** Choices instead of free text. */
  children?: ReactNode
  defaultValue?: string
  hint?: string
  isFocused?: boolean
  label: string
  name: string
  problem?: string | undefined
  type?: 'email' | 'password' | 'text'
}

export const Field = ({
  autoComplete = 'off',
  children,
  defaultValue,
  hint,
  isFocused = false,
  label,
  name,
  problem,
  type = 'text',
}: Props) => {
  const id = useId()
  const text = problem ?? hint
  const shared = {
    'aria-describedby': text ? `${id}-hint` : undefined,
    'aria-invalid': problem !== undefined,
    defaultValue,
    id,
    name,
  }
  return (
    <div className="vitrine-account__field">
      <label htmlFor={id}>{label}</label>
      {children ? (
        <select {...shared}>{children}</select>
      ) : (
        <input
          {...shared}
          autoComplete={autoComplete}
          // The person has just asked for this form.
          autoFocus={isFocused}
          required
          type={type}
        />
      )}
      {text ? (
        <p
          className="vitrine-account__hint"
          data-problem={problem !== undefined}
          id={`${id}-hint`}
          role={problem === undefined ? undefined : 'alert'}
        >
          {text}
        </p>
      ) : null}
    </div>
  )
}
