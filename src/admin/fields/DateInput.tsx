'use client'
// A date, typed or chosen in Payload's calendar. The calendar makes a date of anything that is typed, `12` included;
// so what is typed is read here, and stays as it is, with a hint below, until it is a whole date.
import {
  DatePicker,
  FieldDescription,
  FieldError,
  FieldLabel,
  useField,
  useTranslation,
  withCondition,
} from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { DateFieldClientProps } from 'payload'
import { useState, type ComponentType, type SyntheticEvent } from 'react'
import { readDate } from '../../../collections/shared/values/dates.ts'
import { DateHint, isWholeDate } from './hints.tsx'
import { useFieldId } from './useFieldId.ts'

type Props = DateFieldClientProps & { path: string }

const DAY_FORMAT = 'd MMM yyyy'

const Input = ({ field, path: given, readOnly }: Props) => {
  const { i18n } = useTranslation()
  const { disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: given,
  })
  const id = useFieldId(path)
  const [typed, setTyped] = useState<string>()
  const isOff = Boolean(readOnly || disabled)
  const { pickerAppearance } = (field.admin?.date ?? {}) as { pickerAppearance?: string }
  const hasTime = pickerAppearance === 'dayAndTime'
  const isWhole = isWholeDate(value)
  const onType = (text: string): void => {
    setTyped(text)
    setValue(
      text.trim() === '' ? null : (readDate(text, { hasTime, language: i18n.language }) ?? text),
    )
  }
  const onRaw = (event: SyntheticEvent | undefined): void => {
    // A day that is chosen with the mouse or a key comes by here too.
    if (event?.type === 'change' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      onType(event.target.value)
    }
  }
  const shown = typed ?? (isWhole ? undefined : (value ?? undefined))
  return (
    <div
      className={`field-type date-time-field${showError ? ' date-time-field--has-error' : ''}${isOff ? ' read-only' : ''}`}
      style={mergeFieldStyles(field)}
    >
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap" id={`field-${path.replaceAll('.', '__')}-calendar`}>
        <FieldError path={path} showError={showError} />
        <DatePicker
          displayFormat={hasTime ? `${DAY_FORMAT}, HH:mm` : DAY_FORMAT}
          onChange={(date) => {
            setTyped(undefined)
            setValue(date?.toISOString() ?? null)
          }}
          overrides={{
            autoComplete: 'off',
            id,
            onBlur: () => setTyped(undefined),
            onChangeRaw: onRaw,
            ...(shown === undefined ? {} : { value: shown }),
          }}
          pickerAppearance={hasTime ? 'dayAndTime' : 'dayOnly'}
          readOnly={isOff}
          timeFormat="HH:mm"
          {...(isWhole && value ? { value: value } : {})}
        />
        <DateHint hasTime={hasTime} path={path} />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

export const DateInput = withCondition(Input as ComponentType<Record<string, unknown>>)
