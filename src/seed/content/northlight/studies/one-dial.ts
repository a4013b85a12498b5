// Homes use 31 percent less heat with a control that has no menu.
import { by, compare, gallery, p, picture, t, testimonial } from '../../body.ts'
import type { Study } from '../../types.ts'

export const oneDial: Study = {
  slug: 'one-dial',
  title: t('One dial', 'Ein Rad'),
  headline: t(
    'Homes use 31 percent less heat with a control that has no menu',
    'Wohnungen verbrauchen 31 Prozent weniger Wärme mit einem Regler ohne Menü',
  ),
  summary: t(
    'The old control had 46 functions, of which people used one. The new one has that one, and learns the rest by being turned.',
    'Der alte Regler hatte 46 Funktionen, benutzt wurde eine. Der neue hat diese eine und lernt den Rest beim Drehen.',
  ),
  cover: 'dial',
  client: 'varme-nord',
  outcomes: [
    {
      label: t('heat per home', 'Wärme je Wohnung'),
      value: -31,
      unit: '%',
      before: 11.2,
      after: 7.7,
      timeframe: t('MWh a year, 4,000 homes', 'MWh im Jahr, 4 000 Wohnungen'),
      source: t('Heat meters', 'Wärmezähler'),
    },
    {
      label: t('service calls', 'Serviceanrufe'),
      value: -88,
      unit: '%',
      before: 2400,
      after: 290,
      timeframe: t('January 2026', 'Januar 2026'),
      source: t('Service line', 'Servicetelefon'),
    },
  ],
  services: ['product-design', 'design-research'],
  industries: ['energy'],
  technologies: ['coap'],
  year: 2025,
  timeframe: t('2024 – 2025'),
  credits: [
    by('emeka-obi', 'Industrial design'),
    by('tilde-sorensen', 'Research'),
    by('benno-krah', 'Prototypes'),
  ],
  testimonials: ['heat-director'],
  featured: true,
  published: '2026-03-10',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'Tilde photographed 210 thermostats. On 140 of them was a sticker that said do not touch.',
          'Tilde fotografierte 210 Thermostate. Auf 140 klebte ein Zettel: nicht anfassen.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'Two wires, thirteen euros, and it must work when the network is down and the owner is ninety.',
          'Zwei Drähte, dreizehn Euro, und es muss ohne Netz gehen, auch mit neunzig.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        p(
          'A dial that one turns when one is cold. The control remembers when and asks nothing. Its light fades in eight seconds so that bedrooms stay dark.',
          'Ein Rad, das man dreht, wenn man friert. Der Regler merkt sich, wann, und fragt nichts. Sein Licht verlischt in acht Sekunden, damit Schlafzimmer dunkel bleiben.',
        ),
        gallery('grid', ['dial-dark', t('At night')], ['lamp', t('A study in light')]),
        compare(
          [t('Before'), t('Now')],
          [t('Functions'), '46', '1'],
          [t('Pages of manual'), '88', '1'],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [testimonial('heat-director'), picture('energy-laptop', t('The page behind the dial'))],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'Landlords wanted a lock. We refused for a year and were right, but should have explained it in week one.',
          'Vermieter wollten eine Sperre. Ein Jahr lang sagten wir Nein, zu Recht, hätten es aber in Woche eins erklären sollen.',
        ),
      ],
    },
  ],
}
