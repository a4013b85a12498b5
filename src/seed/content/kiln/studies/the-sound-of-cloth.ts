// A mill’s showroom went from 2.8 to 0.9 seconds of echo with its own waste yarn.
import { by, compare, guest, p, picture, quote, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const theSoundOfCloth: Study = {
  slug: 'the-sound-of-cloth',
  title: t('The sound of cloth', 'Der Klang des Stoffs'),
  headline: t(
    'A mill’s showroom went from 2.8 to 0.9 seconds of echo with its own waste yarn',
    'Der Schauraum einer Weberei hallt 0,9 statt 2,8 Sekunden, dank eigener Garnreste',
  ),
  summary: t(
    'A mill could not hear its customers. Its offcuts became the wall that fixed it, and then a product.',
    'Eine Weberei verstand ihre Kunden nicht. Aus ihren Resten wurde die Wand, die half, und dann ein Produkt.',
  ),
  cover: 'cloth',
  client: 'lindner-weavers',
  outcomes: [
    {
      label: t('reverberation time', 'Nachhallzeit'),
      value: 0.9,
      unit: 's',
      before: 2.8,
      after: 0.9,
      timeframe: t('mean from 250 to 2,000 Hz', 'Mittel von 250 bis 2 000 Hz'),
      source: t('Measured to ISO 3382-2', 'Messung nach ISO 3382-2'),
    },
    {
      label: t('waste yarn turned into panels', 'Garnreste zu Paneelen verarbeitet'),
      value: 1.7,
      unit: 't',
      timeframe: t('2025'),
      source: t('Mill’s books', 'Bücher der Weberei'),
    },
  ],
  services: ['architecture', 'spatial-identity'],
  industries: ['craft'],
  year: 2025,
  timeframe: t('January – August 2025', 'Januar – August 2025'),
  credits: [
    by('noor-esfahani', 'Textile', 'Textil'),
    by('jun-castellan', 'Room', 'Raum'),
    guest('Vera Lindner', 'Weaving', 'Weberei'),
  ],
  published: '2025-09-30',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'Concrete, glass and forty metres of looms: beautiful, and impossible to talk in.',
          'Beton, Glas und vierzig Meter Webstühle: schön, und zum Reden unmöglich.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'No foam, no plastic, and nothing bought that the mill could weave.',
          'Kein Schaum, kein Kunststoff und nichts Gekauftes, was die Weberei selbst weben kann.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        p(
          'Noor wove waste yarn into double cloth and hung it in folds, deep at the bottom where voices are. The folds were drawn by measuring the room with a starting pistol, to the delight of everyone.',
          'Noor webte Garnreste zu Doppelgewebe und hängte es in Falten, tief in Stimmhöhe. Die Falten ergaben sich aus Messungen mit der Startpistole, zur Freude aller.',
        ),
        picture('cloth-dark', t('Double cloth, rust on slate', 'Doppelgewebe, Rost auf Schiefer')),
        compare(
          [t('Foam panel', 'Schaumpaneel'), t('Waste cloth', 'Restgewebe')],
          [t('Absorption at 500 Hz', 'Absorption bei 500 Hz'), '0.85', '0.81'],
          [t('Price per m²', 'Preis je m²'), '€ 74', '€ 61'],
          [
            t('After ten years', 'Nach zehn Jahren'),
            t('landfill', 'Deponie'),
            t('yarn again', 'wieder Garn'),
          ],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        p(
          'The echo fell below a second; the mill sold panels to three schools before the showroom opened.',
          'Der Hall sank unter eine Sekunde; noch vor der Eröffnung verkaufte die Weberei Paneele an drei Schulen.',
        ),
        quote(
          t(
            'We had been paying to have our walls carried away.',
            'Wir hatten dafür bezahlt, dass man unsere Wände abtransportiert.',
          ),
          'Vera Lindner',
          t('Mill owner', 'Inhaberin'),
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'The panels gather dust where hands cannot reach. Version two has a hem with a handle.',
          'Wo keine Hand hinkommt, sammelt sich Staub. Die zweite Fassung hat einen Saum mit Griff.',
        ),
      ],
    },
  ],
}
