// A speaker with one button outsells its predecessor three to one.
import { by, p, picture, quote, t, ul } from '../../body.ts'
import type { Study } from '../../types.ts'

export const stille: Study = {
  slug: 'stille',
  title: t('Stille'),
  headline: t(
    'A speaker with one button outsells its predecessor three to one',
    'Ein Lautsprecher mit einer Taste verkauft sich dreimal so gut wie sein Vorgänger',
  ),
  summary: t(
    'Twelve buttons, eleven regrets. What was left had to feel like a good door.',
    'Zwölf Tasten, elf bereut. Was blieb, sollte sich anfühlen wie eine gute Tür.',
  ),
  cover: 'sensors',
  client: 'stille-audio',
  outcomes: [
    {
      label: t('units sold in the first year', 'verkaufte Stück im ersten Jahr'),
      value: 3,
      unit: '×',
      before: 14000,
      after: 42500,
      timeframe: t('2024 compared with 2022', '2024 gegenüber 2022'),
      source: t('Manufacturer', 'Hersteller'),
    },
  ],
  services: ['product-design'],
  industries: ['consumer-electronics'],
  year: 2024,
  timeframe: t('2023 – 2024'),
  credits: [by('emeka-obi', 'Industrial design'), by('benno-krah', 'Prototypes')],
  testimonials: ['audio-founder'],
  published: '2024-10-22',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'Reviews praised the sound and pitied the owner.',
          'Die Kritiken lobten den Klang und bedauerten den Besitzer.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        p(
          'We made forty buttons in wood and asked people to press them with their eyes shut.',
          'Wir machten vierzig Tasten aus Holz und ließen sie mit geschlossenen Augen drücken.',
        ),
        picture('speaker', t('Number 31')),
        ul(
          ['No screen', 'No voice', 'No app on the first day'],
          ['Kein Bildschirm', 'Keine Stimme', 'Keine App am ersten Tag'],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        p(
          'Three times the sales; returns fell to one percent.',
          'Dreifacher Absatz, ein Prozent Rückgaben.',
        ),
        quote(
          t(
            'A button is a promise that something ends.',
            'Eine Taste verspricht, dass etwas aufhört.',
          ),
          'Emeka Obi',
          t('Industrial design'),
        ),
      ],
    },
  ],
}
