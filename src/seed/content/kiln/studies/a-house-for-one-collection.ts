// Three hundred vessels stand in daylight, and not one has faded.
import { by, gallery, p, t, timeline, ul } from '../../body.ts'
import type { Study } from '../../types.ts'

export const aHouseForOneCollection: Study = {
  slug: 'a-house-for-one-collection',
  title: t('A house for one collection', 'Ein Haus für eine Sammlung'),
  headline: t(
    'Three hundred vessels stand in daylight, and not one has faded',
    'Dreihundert Gefäße stehen im Tageslicht, und keines ist verblasst',
  ),
  summary: t(
    'A private collector wanted sun on lustreware. We built a courtyard that lets in time, but not ultraviolet.',
    'Eine Privatsammlung wollte Sonne auf Lüsterware. Wir bauten einen Hof, der die Zeit hereinlässt, nicht aber das Ultraviolett.',
  ),
  cover: 'court-plum',
  client: 'private-collector',
  anonymousLabel: t('A private collection', 'Eine Privatsammlung'),
  outcomes: [
    {
      label: t('ultraviolet at the vessel', 'Ultraviolett am Gefäß'),
      value: -99,
      unit: '%',
      before: 420,
      after: 4,
      timeframe: t('µW per lumen, summer solstice', 'µW je Lumen, Sommersonnenwende'),
      source: t('Conservator’s protocol', 'Protokoll der Restauratorin'),
    },
  ],
  services: ['architecture'],
  industries: ['culture'],
  technologies: ['terracotta'],
  year: 2023,
  timeframe: t('2021 – 2023', '2021 – 2023'),
  credits: [
    by('jun-castellan', 'Architecture', 'Architektur'),
    by('edda-marquardt', 'Ceramic screens', 'Keramikfilter'),
  ],
  published: '2024-03-18',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'Museums show lustre at fifty lux, where it is brown. It was made for candles and windows.',
          'Museen zeigen Lüster bei fünfzig Lux, da ist er braun. Gemacht war er für Kerzen und Fenster.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'We may name neither place nor owner. The pictures show a model courtyard of ours.',
          'Ort und Eigentümer dürfen wir nicht nennen. Die Bilder zeigen einen Modellhof von uns.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        p(
          'Light enters by reflection only: off a plum stair, then off a chalk wall. Each bounce removes ultraviolet and leaves colour. Two bounces are enough.',
          'Licht kommt nur gespiegelt herein: erst über eine pflaumenfarbene Treppe, dann über eine Kalkwand. Jede Spiegelung nimmt Ultraviolett und lässt Farbe. Zwei genügen.',
        ),
        gallery(
          'grid',
          ['room-plinths', t('Model room', 'Modellraum')],
          ['moon-jar', t('Test piece', 'Probestück')],
        ),
        ul(
          [
            'No glass between eye and glaze',
            'A bench where the sun is at four',
            'A door that only opens at dusk',
          ],
          [
            'Kein Glas zwischen Auge und Glasur',
            'Eine Bank, wo um vier die Sonne ist',
            'Eine Tür, die erst in der Dämmerung öffnet',
          ],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        p(
          'Four microwatts per lumen at noon in June. The conservator measured twice and then sat down on the bench.',
          'Vier Mikrowatt je Lumen, mittags im Juni. Die Restauratorin maß zweimal und setzte sich dann auf die Bank.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'Secrecy costs: the best room we have built cannot be visited, not even by us.',
          'Verschwiegenheit kostet: Unseren besten Raum darf niemand besuchen, auch wir nicht.',
        ),
        timeline(
          [
            t('2021'),
            t('A model of cardboard', 'Ein Modell aus Pappe'),
            t('With a lamp on a string for the sun.', 'Mit einer Lampe an der Schnur als Sonne.'),
          ],
          [
            t('2023'),
            t('Opening, for eleven people', 'Eröffnung vor elf Leuten'),
            t('No photographs.', 'Keine Fotos.'),
          ],
        ),
      ],
    },
  ],
}
