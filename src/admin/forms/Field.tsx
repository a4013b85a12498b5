'use client'
// A labelled input. The hint below it gives way to what is wrong; a password can be shown.
import { useId, useState, type ReactNode } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'

type Props = {
  autoComplete?: string
  /** Choices instead of free text. */
  children?: ReactNode
  defaultValue?: string
  hint?: string
  isFocused?: boolean
  label: string
  maxLength?: number
  name: string
  onChange?: (value: string) => void
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
  maxLength,
  name,
  onChange,
  problem,
  type = 'text',
}: Props) => {
  const { t } = useVitrine()
  const id = useId()
  const [isShown, setIsShown] = useState(false)
  const text = problem ?? hint
  const isPassword = type === 'password'
  const shared = {
    'aria-describedby': text ? `${id}-hint` : undefined,
    'aria-invalid': problem !== undefined,
    defaultValue,
    id,
    name,
    onChange: (event: { target: { value: string } }) => onChange?.(event.target.value),
  }
  return (
    <div className="vitrine-field">
      <label htmlFor={id}>{label}</label>
      {children ? (
        <select {...shared} required>
          {children}
        </select>
      ) : (
        <div className="vitrine-field__box" data-password={isPassword}>
          <input
            {...shared}
            autoComplete={autoComplete}
            // The person has just asked for this form.
            autoFocus={isFocused}
            maxLength={maxLength}
            required
            type={isPassword && isShown ? 'text' : type}
          />
          {isPassword ? (
            <button
              className="vitrine-field__show"
              onClick={() => setIsShown(!isShown)}
              type="button"
            >
              {t(isShown ? 'common:hide' : 'common:show')}
              <span className="sr-only"> {label}</span>
            </button>
          ) : null}
        </div>
      )}
      {text ? (
        <p className="vitrine-field__hint" data-problem={problem !== undefined} id={`${id}-hint`}>
          {text}
        </p>
      ) : null}
    </div>
  )
}
