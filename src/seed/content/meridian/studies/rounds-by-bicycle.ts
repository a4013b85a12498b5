// Home carers spend 52 minutes more a day with people and less with routes.
import { by, p, picture, t, ul } from '../../body.ts'
import type { Study } from '../../types.ts'

export const roundsByBicycle: Study = {
  slug: 'rounds-by-bicycle',
  title: t('Rounds by bicycle'),
  headline: t('Home carers spend 52 minutes more a day with people and less with routes'),
  summary: t('Rounds were planned by postcode. People live by streets, stairs and habits.'),
  cover: 'phones',
  client: 'stichting-zorgpad',
  outcomes: [
    {
      label: t('time with people per shift'),
      value: 52,
      unit: 'min',
      before: 251,
      after: 303,
      timeframe: t('2025 compared with 2023'),
      source: t('Care records'),
    },
  ],
  services: ['service-design', 'rooms-and-rotas'],
  industries: ['health'],
  technologies: ['r'],
  year: 2025,
  timeframe: t('2024 – 2025'),
  credits: [by('colm-fitzroy', 'Service design'), by('bram-dekker', 'Analysis')],
  testimonials: ['carer'],
  published: '2025-08-19',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p('The plan knew distances. It did not know that Mrs K. needs ten minutes to the door.'),
      ],
    },
    {
      kind: 'approach',
      body: [
        p(
          'Carers drew their rounds from memory. The drawings became the plan; the computer checks the hours.',
        ),
        ul([
          'Stairs count as streets',
          'Nobody has two keys in one pocket',
          'The last visit is near home',
        ]),
        picture('people'),
      ],
    },
    { kind: 'outcome', body: [p('Fifty-two minutes a shift, found between front doors.')] },
  ],
}
