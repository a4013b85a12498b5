'use client'
// A colour: the browser's own picker beside the value as text, and how it reads on the chosen
// theme's grounds. Too weak a colour is corrected on the site; here one sees by how much.
import { FieldDescription, FieldError, FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { grounds, readableOn } from '../../site/color.ts'
import { useVitrine } from '../translations/useVitrine.ts'

const HEX = /^#[0-9a-f]{6}$/i

export const ColourField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { t } = useVitrine()
  const { disabled, setValue, showError, value } = useField<string>({ path })
  const theme = useFormFields(([fields]) => fields.theme?.value)
  const ground =
    grounds[
      typeof theme === 'string' && theme in grounds ? (theme as keyof typeof grounds) : 'broadsheet'
    ]
  const id = `field-${path.replace(/\./g, '__')}`
  const isOff = readOnly || disabled
  const isColour = HEX.test(value ?? '')
  const label = typeof field.label === 'string' ? field.label : field.name
  return (
    <div
      className="field-type text vitrine-colour"
      style={{ flex: '1 1 0', width: field.admin?.width }}
    >
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <div className="vitrine-colour__row">
          <input
            aria-label={t('fields:pick', { label })}
            className="vitrine-colour__picker"
            disabled={isOff}
            onChange={(event) => setValue(event.target.value)}
            type="color"
            value={isColour ? value : '#000000'}
          />
          <input
            autoComplete="off"
            className="vitrine-colour__text"
            disabled={isOff}
            id={id}
            maxLength={7}
            onChange={(event) => setValue(normalise(event.target.value))}
            spellCheck={false}
            type="text"
            value={value ?? ''}
          />
        </div>
        {isColour ? (
          <div className="vitrine-colour__grounds">
            <OnGround colour={value} ground={ground.light} label={t('fields:onLight')} t={t} />
            <OnGround colour={value} ground={ground.dark} label={t('fields:onDark')} t={t} />
          </div>
        ) : null}
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

type OnGroundProps = {
  colour: string
  ground: string
  label: string
  t: ReturnType<typeof useVitrine>['t']
}

const OnGround = ({ colour, ground, label, t }: OnGroundProps) => {
  const used = readableOn({ color: colour, ground })
  const isCorrected = used.toLowerCase() !== colour.toLowerCase()
  return (
    <p className="vitrine-colour__ground">
      <span
        aria-hidden
        className="vitrine-colour__sample"
        style={{ background: ground, color: used }}
      >
        Aa
      </span>
      <span>
        {label}: {isCorrected ? t('fields:corrected', { colour: used }) : t('fields:readable')}
      </span>
    </p>
  )
}

/** Six digits without the sign get it; whatever else stays as it is typed. */
const normalise = (text: string): string =>
  /^[0-9a-f]{6}$/i.test(text.trim()) ? `#${text.trim()}` : text.trim()
