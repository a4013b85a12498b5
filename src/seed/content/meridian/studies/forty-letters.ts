// A council gets 71 percent fewer calls about its own letters.
import { beforeAfter, by, downloads, p, quote, t, testimonial } from '../../body.ts'
import type { Study } from '../../types.ts'

export const fortyLetters: Study = {
  slug: 'forty-letters',
  title: t('Forty letters about drains'),
  headline: t('A council gets 71 percent fewer calls about its own letters'),
  summary: t(
    'Correct, complete and unread. We took forty letters apart and put back a fifth of the words.',
  ),
  cover: 'letter-after',
  client: 'calder-council',
  outcomes: [
    {
      label: t('calls caused by letters'),
      value: -71,
      unit: '%',
      before: 6200,
      after: 1800,
      timeframe: t('per month, 2026'),
      source: t('Contact centre'),
    },
    {
      label: t('bills paid in time'),
      value: 93,
      unit: '%',
      before: 81,
      after: 93,
      timeframe: t('spring 2026'),
      source: t('Revenues'),
    },
  ],
  services: ['content-design'],
  industries: ['local-government'],
  technologies: ['html', 'aria-practices'],
  year: 2026,
  timeframe: t('2025 – 2026'),
  credits: [by('sana-qureshi', 'Content design'), by('bram-dekker', 'Analysis')],
  testimonials: ['council-clerk'],
  featured: true,
  published: '2026-06-30',
  chapters: [
    { kind: 'challenge', body: [p('The average letter had 611 words and one that mattered.')] },
    {
      kind: 'constraint',
      body: [p('Lawyers signed every sentence, so lawyers had to write with us.')],
    },
    {
      kind: 'approach',
      body: [
        beforeAfter(
          'letter-before',
          'letter-after',
          [t('611 words'), t('118 words')],
          t('The same decision, the same law.'),
        ),
        p(
          'One message, one date, one number that somebody answers. What the law demands stands on the back, in full.',
        ),
        downloads(['letter-kit', t('The letter kit (PDF)')]),
      ],
    },
    {
      kind: 'outcome',
      body: [
        testimonial('council-clerk'),
        p(
          'Calls fell by 4,400 a month; two clerks moved to visiting people who do not open letters at all.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        quote(t('Plain is not short. Plain is finished.'), 'Sana Qureshi', t('Content designer')),
      ],
    },
  ],
}
