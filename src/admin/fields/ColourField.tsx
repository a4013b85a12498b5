'use client'
// A colour: the browser's own picker beside the value as text.
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

export const ColourField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { setValue, showError, value } = useField<string>({ path })
  const id = `field-${path.replace(/\./g, '__')}`
  return (
    <div className="field-type text" style={{ flex: '1 1 0', width: field.admin?.width }}>
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap colour-field">
        <FieldError path={path} showError={showError} />
        <input
          aria-label={`Pick: ${typeof field.label === 'string' ? field.label : field.name}`}
          disabled={readOnly}
          onChange={(event) => setValue(event.target.value)}
          type="color"
          value={/^#[0-9a-f]{6}$/i.test(value ?? '') ? value : '#000000'}
        />
        <input
          disabled={readOnly}
          id={id}
          onChange={(event) => setValue(event.target.value)}
          spellCheck={false}
          type="text"
          value={value ?? ''}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
