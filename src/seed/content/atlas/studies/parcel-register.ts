// A town answers “may I build here?” in 40 seconds instead of 19 days.
import { beforeAfter, by, p, t, timeline } from '../../body.ts'
import type { Study } from '../../types.ts'

export const parcelRegister: Study = {
  slug: 'parcel-register',
  title: t('Bebauungsplanauskunft', 'Bebauungsplanauskunft'),
  headline: t(
    'A town answers “may I build here?” in 40 seconds instead of 19 days',
    'Eine Stadt beantwortet „Darf ich hier bauen?“ in 40 Sekunden statt 19 Tagen',
  ),
  summary: t(
    'A geoportal with one field and one answer, for a question with a very long German name.',
    'Ein Geoportal mit einem Feld und einer Antwort, für eine Frage mit einem sehr langen Namen.',
  ),
  cover: 'city-route',
  client: 'city-of-nordfeld',
  outcomes: [
    {
      label: t(
        'written enquiries to the planning office',
        'schriftliche Anfragen an das Planungsamt',
      ),
      value: -88,
      unit: '%',
      before: 2600,
      after: 310,
      timeframe: t('2024 compared with 2022', '2024 gegenüber 2022'),
      source: t('Planning office', 'Stadtplanungsamt'),
    },
  ],
  services: ['data-platforms'],
  industries: ['municipalities'],
  technologies: ['postgis', 'geojson'],
  year: 2024,
  timeframe: t('2023 – 2024', '2023 – 2024'),
  credits: [
    by('mai-tran', 'Interface design', 'Interface-Design'),
    by('svea-holmgren', 'Data', 'Daten'),
  ],
  published: '2024-06-24',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'The answer existed: as a scan, in a drawer, in a legend of 1974.',
          'Die Antwort gab es: als Scan, in einer Schublade, in einer Legende von 1974.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'Only the stamped sheet is legally binding. We could explain it, not replace it.',
          'Verbindlich ist nur das gestempelte Blatt. Erklären durften wir es, ersetzen nicht.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        beforeAfter(
          'form-before',
          'form-after',
          [t('2022'), t('2024')],
          t('Eleven columns became one answer.', 'Aus elf Spalten wurde eine Antwort.'),
        ),
        p(
          'Type an address, see the sheet, read one sentence: what may be built, how high, and which paragraph says so.',
          'Adresse tippen, Blatt sehen, einen Satz lesen: was gebaut werden darf, wie hoch und welcher Paragraf es sagt.',
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        p(
          'Three hundred written enquiries a year remain. They are the interesting ones.',
          'Dreihundert schriftliche Anfragen im Jahr bleiben. Es sind die spannenden.',
        ),
        timeline(
          [
            t('2023'),
            t('312 sheets scanned', '312 Blätter gescannt'),
            t('Three were upside down since 1981.', 'Drei hingen seit 1981 kopfüber.'),
          ],
          [
            t('2024'),
            t('On line', 'Online'),
            t('First enquiry: a henhouse.', 'Erste Anfrage: ein Hühnerstall.'),
          ],
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'Forty seconds is the median; the slowest tenth still fails at spelling street names. A list of misspellings is on its way.',
          'Vierzig Sekunden ist der Median; das langsamste Zehntel scheitert an Straßennamen. Eine Liste der Schreibfehler ist unterwegs.',
        ),
      ],
    },
  ],
}
