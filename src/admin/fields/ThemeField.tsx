'use client'
// The three themes, each drawn as what it does with a page.
import type { RadioFieldClientComponent } from 'payload'
import { useVitrine } from '../translations/useVitrine.ts'
import { Cards } from './Cards.tsx'
import { themePictures } from './themePictures.tsx'

const THEMES = ['broadsheet', 'gallery', 'ledger'] as const

export const ThemeField: RadioFieldClientComponent = ({ field, path, readOnly }) => {
  const { t } = useVitrine()
  return (
    <Cards
      cards={THEMES.map((theme) => ({
        value: theme,
        title: t(`fields:${theme}`),
        text: t(`fields:${theme}Text`),
        picture: themePictures[theme],
      }))}
      label={field.label}
      path={path}
      {...(readOnly === undefined ? {} : { readOnly })}
      {...(field.required === undefined ? {} : { required: field.required })}
    />
  )
}
