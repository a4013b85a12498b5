// Parents apply for a benefit in 14 minutes, at night, once.
import { by, p, picture, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const aBenefitInOneEvening: Study = {
  slug: 'a-benefit-in-one-evening',
  title: t('A benefit in one evening'),
  headline: t('Parents apply for a benefit in 14 minutes, at night, once'),
  summary: t(
    'A ministry that we may not name had a form of 38 pages. It now asks eleven questions.',
  ),
  cover: 'blueprint',
  client: 'a-ministry',
  anonymousLabel: t('A national ministry'),
  outcomes: [
    {
      label: t('applications complete at first try'),
      value: 88,
      unit: '%',
      before: 31,
      after: 88,
      timeframe: t('first half of 2026'),
      source: t('Client'),
    },
  ],
  services: ['content-design', 'service-design'],
  industries: ['central-government'],
  technologies: ['html', 'aria-practices'],
  year: 2026,
  timeframe: t('2025 – 2026'),
  credits: [by('sana-qureshi', 'Content design'), by('ruth-adeyemi', 'Direction')],
  published: '2026-10-05',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p('Most applications are begun between nine and eleven at night, with a child on one arm.'),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'The law stayed as it was. So did the name of the ministry, which you will not find here.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        p('Twenty-seven of thirty-eight pages asked for what the state already knew.'),
        picture('blueprint-dark'),
      ],
    },
    { kind: 'outcome', body: [p('Eleven questions, one thumb, fourteen minutes.')] },
  ],
}
