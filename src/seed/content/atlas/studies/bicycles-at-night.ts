// Bicycle theft at stations fell 64 percent after the racks moved 80 metres.
import { by, gallery, metric, p, saying, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const bicyclesAtNight: Study = {
  slug: 'bicycles-at-night',
  title: t('Where the bicycles are at night', 'Wo die Räder nachts sind'),
  headline: t(
    'Bicycle theft at stations fell 64 percent after the racks moved 80 metres',
    'Fahrraddiebstahl an Bahnhöfen sank um 64 Prozent, nachdem die Ständer 80 Meter wanderten',
  ),
  summary: t(
    'A hexagon map of where bicycles spend the night, and a very short list of what to do about it.',
    'Eine Wabenkarte der Räder bei Nacht und eine sehr kurze Liste, was zu tun ist.',
  ),
  cover: 'city-night',
  client: 'city-of-nordfeld',
  outcomes: [
    {
      label: t('thefts at six stations', 'Diebstähle an sechs Bahnhöfen'),
      value: -64,
      unit: '%',
      before: 412,
      after: 148,
      timeframe: t('2025 compared with 2023', '2025 gegenüber 2023'),
      source: t('Police statistics', 'Polizeistatistik'),
    },
    {
      label: t('bicycles parked overnight', 'nachts abgestellte Räder'),
      value: 28,
      unit: '%',
      before: 1900,
      after: 2430,
      timeframe: t('October 2025', 'Oktober 2025'),
      source: t('Night counts', 'Nachtzählung'),
    },
  ],
  services: ['access-analysis', 'cartography'],
  industries: ['municipalities'],
  technologies: ['postgis', 'python'],
  year: 2025,
  timeframe: t('2024 – 2025', '2024 – 2025'),
  credits: [
    by('rafael-moreno', 'Statistics', 'Statistik'),
    by('wanda-reiss', 'Cartography', 'Kartografie'),
  ],
  featured: true,
  published: '2025-12-02',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'Racks stood where there was space. Thieves like space.',
          'Ständer standen, wo Platz war. Diebe mögen Platz.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'No cameras: the council had decided that in 2019 and stood by it.',
          'Keine Kameras: So hatte es der Rat 2019 beschlossen, und dabei blieb er.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        p(
          'We counted at two in the morning, on forty nights, what stood where and who could see it. Racks within sight of a lit window lost one bicycle in 900; the others one in 70.',
          'Vierzig Nächte lang zählten wir um zwei Uhr, was wo steht und wer es sehen kann. In Sichtweite eines erleuchteten Fensters verschwand eines von 900 Rädern, sonst eines von 70.',
        ),
        gallery(
          'grid',
          ['night-route', t('The counting round', 'Die Zählrunde')],
          ['count-laptop', t('By morning', 'Am Morgen')],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        metric({
          label: t('thefts per year', 'Diebstähle im Jahr'),
          value: 148,
          before: 412,
          after: 148,
          source: t('Police', 'Polizei'),
        }),
        p(
          'Six racks moved, by eighty metres on average, towards bakeries.',
          'Sechs Anlagen wanderten, im Mittel um achtzig Meter, zu den Bäckereien.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [saying('The best lock is a baker.', 'Das beste Schloss ist ein Bäcker.')],
    },
  ],
}
