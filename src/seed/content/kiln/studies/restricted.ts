// What is not for everyone, or not yet: by link, by password, private, under embargo, in draft.
import { beforeAfter, by, p, picture, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const restricted: Study[] = [
  {
    slug: 'series-nine',
    title: t('Series nine, preview', 'Serie neun, Vorschau'),
    headline: t(
      'Twelve forms for the spring fair, 40 percent lighter',
      'Zwölf Formen für die Frühjahrsmesse, 40 Prozent leichter',
    ),
    summary: t('For buyers who have the link.', 'Für Einkäufer mit Link.'),
    cover: 'table-day',
    client: 'teahouse-orlo',
    visibility: 'unlisted',
    outcomes: [
      {
        label: t('weight per plate', 'Gewicht je Teller'),
        value: -40,
        unit: '%',
        before: 690,
        after: 414,
        timeframe: t('grams', 'Gramm'),
        source: t('Own scales', 'eigene Waage'),
      },
    ],
    services: ['tableware'],
    industries: ['hospitality'],
    technologies: ['stoneware'],
    year: 2026,
    timeframe: t('Spring 2027', 'Frühjahr 2027'),
    credits: [by('edda-marquardt', 'Form', 'Form')],
    published: '2026-10-02',
    chapters: [
      {
        kind: 'approach',
        body: [
          p(
            'A plate can be thin where it is not held. We moved the weight to the rim.',
            'Ein Teller darf dünn sein, wo man ihn nicht hält. Das Gewicht wanderte an den Rand.',
          ),
          beforeAfter(
            'bisque',
            'glazed',
            [t('Raw', 'Roh'), t('Fired', 'Gebrannt')],
            t('Forms one to five.', 'Formen eins bis fünf.'),
          ),
        ],
      },
    ],
  },
  {
    slug: 'bath-phase-two',
    title: t('Saalebad, phase two', 'Saalebad, zweiter Abschnitt'),
    headline: t(
      'The women’s hall: plans for the donors’ circle',
      'Die Frauenhalle: Pläne für den Förderkreis',
    ),
    summary: t(
      'Plans and costs, for those who pay for them.',
      'Pläne und Kosten für die, die sie bezahlen.',
    ),
    cover: 'tiles-arcs',
    client: 'saalebad',
    visibility: 'password',
    outcomes: [
      {
        label: t('raised of the budget', 'des Budgets gesammelt'),
        value: 62,
        unit: '%',
        timeframe: t('November 2026', 'November 2026'),
        source: t('Donors’ circle', 'Förderkreis'),
      },
    ],
    services: ['ceramic-surfaces', 'architecture'],
    industries: ['culture'],
    year: 2026,
    timeframe: t('2026 – 2028', '2026 – 2028'),
    credits: [by('clara-voigtlaender', 'Project management', 'Projektleitung')],
    published: '2026-11-02',
    chapters: [
      {
        kind: 'challenge',
        body: [
          p(
            'The smaller hall has the better light and the worse roof.',
            'Die kleinere Halle hat das bessere Licht und das schlechtere Dach.',
          ),
          picture('tiles-leaves'),
        ],
      },
    ],
  },
  {
    slug: 'kiln-four',
    title: t('Buying a fourth kiln', 'Ein vierter Ofen'),
    headline: t('Internal: gas, electric or not at all', 'Intern: Gas, Strom oder gar nicht'),
    summary: t('The figures for our own decision.', 'Die Zahlen für unsere Entscheidung.'),
    cover: 'table-night',
    client: 'saalebad',
    visibility: 'private',
    outcomes: [
      {
        label: t('firings turned away', 'abgelehnte Brände'),
        value: 31,
        timeframe: t('2026'),
        source: t('Order book', 'Auftragsbuch'),
      },
    ],
    services: ['ceramic-surfaces'],
    industries: ['craft'],
    year: 2026,
    timeframe: t('Autumn 2026', 'Herbst 2026'),
    credits: [by('piet-lorentz', 'Author', 'Verfasser')],
    published: '2026-11-09',
    chapters: [
      {
        kind: 'constraint',
        body: [
          p(
            'The hall’s mains carry 160 amperes. Two kilns and a kettle, Piet says.',
            'Der Hausanschluss trägt 160 Ampere. Zwei Öfen und ein Wasserkocher, sagt Piet.',
          ),
        ],
      },
    ],
  },
  {
    slug: 'chapel',
    title: t('A chapel of unfired clay', 'Eine Kapelle aus ungebranntem Lehm'),
    headline: t(
      'Draft: a room that may be washed away',
      'Entwurf: ein Raum, den der Regen mitnehmen darf',
    ),
    summary: t('Waiting for photographs.', 'Wartet auf Fotografien.'),
    client: 'glaucha-housing',
    isDraft: true,
    outcomes: [
      {
        label: t('clay from the site', 'Lehm vom Ort'),
        value: 100,
        unit: '%',
        timeframe: t('2026'),
        source: t('Delivery notes, of which there are none', 'Lieferscheine, die es nicht gibt'),
      },
    ],
    services: ['architecture'],
    industries: ['culture'],
    year: 2026,
    timeframe: t('Summer 2026', 'Sommer 2026'),
    credits: [by('jun-castellan', 'Architecture', 'Architektur')],
    chapters: [
      {
        kind: 'challenge',
        body: [p('The brief said: for one summer.', 'Im Auftrag stand: für einen Sommer.')],
      },
    ],
  },
]
