'use client'
// A number as text. What is read goes into the form as a number, everything else stays there as it was typed, with a
// hint below; it is not saved, see collections/shared/values/halfDone.ts.
import { FieldDescription, FieldError, FieldLabel, useField, withCondition } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { NumberFieldClientProps } from 'payload'
import { useState, type ComponentType } from 'react'
import { readNumber, type Bounds } from '../../../collections/shared/values/numbers.ts'
import { NumberHint } from './hints.tsx'
import { useFieldId } from './useFieldId.ts'

type Props = NumberFieldClientProps & { bounds: Bounds; path: string }

const Input = ({ bounds, field, path: given, readOnly }: Props) => {
  const { disabled, path, setValue, showError, value } = useField<number | string | null>({
    potentiallyStalePath: given,
  })
  const id = useFieldId(path)
  // While somebody types: `1,50` is not rewritten to `1.5` under the cursor.
  const [typed, setTyped] = useState<string>()
  const onType = (text: string): void => {
    setTyped(text)
    setValue(text.trim() === '' ? null : (readNumber(text) ?? text))
  }
  return (
    <div
      className={`field-type number${showError ? ' error' : ''}${readOnly || disabled ? ' read-only' : ''}`}
      style={mergeFieldStyles(field)}
    >
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          autoComplete="off"
          disabled={readOnly || disabled}
          id={id}
          inputMode="decimal"
          name={path}
          onBlur={() => setTyped(undefined)}
          onChange={(event) => onType(event.target.value)}
          type="text"
          value={typed ?? value ?? ''}
        />
        <NumberHint bounds={bounds} path={path} />
        <FieldDescription description={field.admin?.description} path={path} />
      </div>
    </div>
  )
}

export const NumberInput = withCondition(Input as ComponentType<Record<string, unknown>>)
