'use client'
// A choice among a few looks: cards that show each one, radio buttons underneath.
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import type { StaticDescription, StaticLabel } from 'payload'

export type Card = { value: string; title: string; text: string; picture: ReactNode }

type CardsProps = {
  cards: Card[]
  description?: StaticDescription
  label?: StaticLabel | undefined
  path: string
  readOnly?: boolean
  required?: boolean
}

export const Cards = ({
  cards,
  description,
  label,
  path,
  readOnly = false,
  required = false,
}: CardsProps) => {
  const { disabled, setValue, showError, value } = useField<string>({ path })
  const name = `field-${path.replace(/\./g, '__')}`
  return (
    <div className="field-type vitrine-cards" id={name}>
      <FieldLabel as="span" label={label} path={path} required={required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <div
          aria-label={typeof label === 'string' ? label : undefined}
          className="vitrine-cards__list"
          role="radiogroup"
        >
          {cards.map((card) => (
            <label className="vitrine-cards__card" key={card.value}>
              <input
                checked={value === card.value}
                className="sr-only"
                disabled={readOnly || disabled}
                name={name}
                onChange={() => setValue(card.value)}
                type="radio"
                value={card.value}
              />
              <span aria-hidden className="vitrine-cards__picture">
                {card.picture}
              </span>
              <span className="vitrine-cards__title">{card.title}</span>
              <span className="vitrine-cards__text">{card.text}</span>
            </label>
          ))}
        </div>
      </div>
      {description ? <FieldDescription description={description} path={path} /> : null}
    </div>
  )
}
