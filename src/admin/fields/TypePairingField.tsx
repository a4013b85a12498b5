'use client'
// The pairings of type, each set in its own faces.
import type { SelectFieldClientComponent } from 'payload'
import { useVitrine } from '../translations/useVitrine.ts'
import { Cards } from './Cards.tsx'

const PAIRINGS = ['editorial', 'modern', 'classic', 'technical'] as const

export const TypePairingField: SelectFieldClientComponent = ({ field, path, readOnly }) => {
  const { t } = useVitrine()
  return (
    <Cards
      cards={PAIRINGS.map((pairing) => ({
        value: pairing,
        title: t(`fields:${pairing}`),
        text: t(`fields:${pairing}Text`),
        picture: (
          <span className="vitrine-sample" data-pairing={pairing}>
            <span className="vitrine-sample__head">{t('fields:sample')}</span>
            <span className="vitrine-sample__body">{t('fields:sampleBody')}</span>
          </span>
        ),
      }))}
      label={field.label}
      path={path}
      {...(readOnly === undefined ? {} : { readOnly })}
      {...(field.required === undefined ? {} : { required: field.required })}
    />
  )
}
