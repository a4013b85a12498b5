// Tenants rate their block 4.4 instead of 2.1, for three percent of the renovation’s cost.
import { beforeAfter, by, gallery, metric, p, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const facadeForLess: Study = {
  slug: 'facade-for-less',
  title: t('The cheapest part of the renovation', 'Der billigste Teil der Sanierung'),
  headline: t(
    'Tenants rate their block 4.4 instead of 2.1, for three percent of the renovation’s cost',
    'Mieter bewerten ihren Block mit 4,4 statt 2,1, für drei Prozent der Sanierungskosten',
  ),
  summary: t(
    'Insulation had made a long block greyer still. Pigmented render, ceramic sills and one blue for all blinds gave it back a face.',
    'Die Dämmung hatte einen langen Block noch grauer gemacht. Pigmentputz, Keramikbänke und ein Blau für alle Markisen gaben ihm ein Gesicht zurück.',
  ),
  cover: 'arcade',
  client: 'glaucha-housing',
  outcomes: [
    {
      label: t('tenants’ rating of their house', 'Bewertung des Hauses durch Mieter'),
      value: 4.4,
      unit: '/ 5',
      before: 2.1,
      after: 4.4,
      timeframe: t('2025 compared with 2022', '2025 gegenüber 2022'),
      source: t('Tenant survey, n = 318', 'Mieterbefragung, n = 318'),
    },
    {
      label: t('share of the renovation budget', 'Anteil am Sanierungsbudget'),
      value: 3,
      unit: '%',
      timeframe: t('final account', 'Schlussrechnung'),
      source: t('Cooperative', 'Genossenschaft'),
    },
    {
      label: t('flats empty', 'leere Wohnungen'),
      value: 2,
      before: 27,
      after: 2,
      timeframe: t('spring 2025', 'Frühjahr 2025'),
      source: t('Cooperative', 'Genossenschaft'),
    },
  ],
  services: ['architecture', 'ceramic-surfaces'],
  industries: ['housing'],
  technologies: ['terracotta'],
  year: 2024,
  timeframe: t('2022 – 2024', '2022 – 2024'),
  credits: [
    by('jun-castellan', 'Architecture', 'Architektur'),
    by('amara-nwosu', 'Colour', 'Farbe'),
    by('clara-voigtlaender', 'Project management', 'Projektleitung'),
  ],
  testimonials: ['housing-board'],
  featured: true,
  published: '2025-04-28',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'Sixteen centimetres of insulation save heat and swallow every shadow. Windows that once sat in deep reveals now lie flush like stickers.',
          'Sechzehn Zentimeter Dämmung sparen Wärme und schlucken jeden Schatten. Fenster, die einst tief in der Laibung saßen, liegen nun bündig wie Aufkleber.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'Three percent of the budget, no scaffolding of our own, and 318 households with an opinion about red.',
          'Drei Prozent des Budgets, kein eigenes Gerüst und 318 Haushalte mit einer Meinung zu Rot.',
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('Shadow is a material', 'Schatten ist ein Material'),
      body: [
        p(
          'We put depth back where the hand and the eye meet it: a ceramic sill that stands out by nine centimetres, a reveal painted two tones darker on the left, and blinds in one blue. The render is pigmented through, so that scratches stay red.',
          'Tiefe gaben wir dort zurück, wo Hand und Auge ihr begegnen: eine Keramikbank, die neun Zentimeter vorsteht, links eine zwei Töne dunklere Laibung und Markisen in einem einzigen Blau. Der Putz ist durchgefärbt, Kratzer bleiben rot.',
        ),
        beforeAfter(
          'house-before',
          'house-after',
          [t('2022'), t('2024')],
          t(
            'The street side. Same windows, same insulation.',
            'Die Straßenseite. Dieselben Fenster, dieselbe Dämmung.',
          ),
        ),
        gallery(
          'grid',
          ['fins', t('Stairwell fins', 'Lamellen am Treppenhaus')],
          ['court-day', t('The yard got the leftovers', 'Der Hof bekam die Reste')],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        metric({
          label: t('tenants’ rating', 'Bewertung durch Mieter'),
          value: 4.4,
          unit: '/ 5',
          before: 2.1,
          after: 4.4,
          source: t('Survey', 'Befragung'),
        }),
        p(
          'Twenty-seven flats stood empty; now there are two. Nobody moved in because of a colour, says the board, but nobody turned round at the gate any more.',
          'Siebenundzwanzig Wohnungen standen leer, heute sind es zwei. Niemand zog wegen einer Farbe ein, sagt der Vorstand, aber es kehrt auch niemand mehr am Tor um.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'We should have shown shadows at full size earlier. On paper, everyone discussed the red.',
          'Wir hätten die Schatten früher in voller Größe zeigen sollen. Auf Papier sprachen alle nur über das Rot.',
        ),
      ],
    },
  ],
}
