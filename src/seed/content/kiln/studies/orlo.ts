// A teahouse breaks 9 bowls a month instead of 60, because each one fits the hand.
import { by, gallery, metric, p, t, testimonial } from '../../body.ts'
import type { Study } from '../../types.ts'

export const orlo: Study = {
  slug: 'orlo',
  title: t('Orlo', 'Orlo'),
  headline: t(
    'A teahouse breaks 9 bowls a month instead of 60, because each one fits the hand',
    'Ein Teehaus zerbricht 9 statt 60 Schalen im Monat, weil jede in die Hand passt',
  ),
  summary: t(
    'Forty teas, four bowls. We measured two hundred hands before we centred the first piece of clay.',
    'Vierzig Tees, vier Schalen. Bevor der erste Ton zentriert war, hatten wir zweihundert Hände vermessen.',
  ),
  cover: 'celadon-row',
  client: 'teahouse-orlo',
  outcomes: [
    {
      label: t('bowls broken per month', 'zerbrochene Schalen je Monat'),
      value: -85,
      unit: '%',
      before: 60,
      after: 9,
      timeframe: t('2024 compared with 2022', '2024 gegenüber 2022'),
      source: t('Reorders', 'Nachbestellungen'),
    },
    {
      label: t('guests who order a second tea', 'Gäste, die einen zweiten Tee bestellen'),
      value: 58,
      unit: '%',
      before: 37,
      after: 58,
      timeframe: t('autumn 2024', 'Herbst 2024'),
      source: t('Till', 'Kasse'),
    },
  ],
  services: ['tableware'],
  industries: ['hospitality'],
  technologies: ['stoneware'],
  year: 2024,
  timeframe: t('March – September 2024', 'März – September 2024'),
  credits: [
    by('edda-marquardt', 'Form and glaze', 'Form und Glasur'),
    by('piet-lorentz', 'Firing', 'Brand'),
  ],
  testimonials: ['tea-host'],
  published: '2024-11-05',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'Bowls slipped. Guests held them by the rim because the wall was too hot, and a rim is a bad handle.',
          'Schalen rutschten. Gäste hielten sie am Rand, weil die Wand zu heiß war, und ein Rand ist ein schlechter Griff.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'A dishwasher, eleven tables, and a host who wanted to hear the bowl being put down.',
          'Eine Spülmaschine, elf Tische und ein Gastgeber, der hören wollte, wie die Schale abgesetzt wird.',
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('Two hundred hands', 'Zweihundert Hände'),
      body: [
        p(
          'We cast the grip of two hundred guests in wax and took four sizes from it. The wall is double at the belly and thin at the lip; the foot is left raw, which gives the sound.',
          'Wir nahmen den Griff von zweihundert Gästen in Wachs ab und leiteten vier Größen daraus her. Die Wand ist am Bauch doppelt und an der Lippe dünn; der Fuß bleibt roh, das macht den Klang.',
        ),
        gallery(
          'justified',
          ['bottle-tall', t('The water bottle came last', 'Die Wasserflasche kam zuletzt')],
          ['glazed', t('Second series', 'Zweite Serie')],
          ['table-day', t('Service, laid for five', 'Gedeck für fünf')],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        testimonial('tea-host'),
        metric({
          label: t('bowls broken per month', 'zerbrochene Schalen je Monat'),
          value: 9,
          before: 60,
          after: 9,
        }),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'The largest bowl is hardly used. Large hands, it turns out, like small bowls.',
          'Die größte Schale wird kaum benutzt. Große Hände, so zeigt sich, mögen kleine Schalen.',
        ),
      ],
    },
  ],
}
