// Outpatients wait 18 minutes instead of 71, in the same room with the same staff.
import {
  beforeAfter,
  by,
  callToAction,
  gallery,
  guest,
  metric,
  p,
  t,
  testimonial,
  timeline,
} from '../../body.ts'
import type { Study } from '../../types.ts'

export const waiting: Study = {
  slug: 'waiting',
  title: t('Waiting'),
  headline: t('Outpatients wait 18 minutes instead of 71, in the same room with the same staff'),
  formerHeadline: 'Shorter waits for outpatients',
  summary: t('The hospital wanted a bigger waiting room. It needed a different order of doors.'),
  cover: 'waiting',
  client: 'aire-hospital',
  outcomes: [
    {
      label: t('median wait in outpatients'),
      value: -75,
      unit: '%',
      before: 71,
      after: 18,
      timeframe: t('minutes, 2025 compared with 2024'),
      source: t('Check-in records, n = 48,112'),
    },
    {
      label: t('staff leaving on time'),
      value: 82,
      unit: '%',
      before: 34,
      after: 82,
      timeframe: t('October 2025'),
      source: t('Rota system'),
    },
    {
      label: t('complaints per month'),
      value: 6,
      before: 58,
      after: 6,
      timeframe: t('second half of 2025'),
      source: t('Patient liaison'),
    },
  ],
  services: ['service-design', 'rooms-and-rotas'],
  industries: ['health'],
  technologies: ['r', 'html'],
  year: 2025,
  timeframe: t('March 2024 – October 2025'),
  credits: [
    by('ruth-adeyemi', 'Direction'),
    by('colm-fitzroy', 'Service design'),
    by('lucia-amaral', 'Room'),
    by('bram-dekker', 'Analysis'),
    guest('Denise Harker and her ward', 'Everything else'),
  ],
  testimonials: ['ward-sister'],
  featured: true,
  published: '2025-12-11',
  chapters: [
    {
      kind: 'challenge',
      title: t('For what are they waiting?'),
      body: [
        p(
          'Colm sat in the room for nine days with a badge that said “I am waiting too”. He found six queues in one: for blood, for notes, for a room, for a doctor, for transport and for permission to ask.',
        ),
        metric({
          label: t('median wait'),
          value: 71,
          unit: 'min',
          timeframe: t('2024'),
          source: t('Check-in records'),
        }),
      ],
    },
    { kind: 'constraint', body: [p('No wall may move before 2031, and nobody could be hired.')] },
    {
      kind: 'approach',
      title: t('One queue, in the right order'),
      body: [
        p(
          'Blood first, at the door, standing up. Notes the evening before. The number on the wall now means one thing: the door opens.',
        ),
        beforeAfter(
          'room-before',
          'room-after',
          [t('2024'), t('2025')],
          t('The same room. The glass went, the window had been behind a cupboard.'),
        ),
        gallery(
          'justified',
          ['ward', t('The day’s plan')],
          ['foyer', t('One sign instead of fourteen')],
          ['blueprint-dark', t('Six queues, drawn')],
        ),
        timeline(
          [t('Day 1'), t('A badge'), t('I am waiting too.')],
          [t('Week 11'), t('Blood at the door'), t('Twenty-six minutes gone.')],
          [t('Month 14'), t('Eighteen minutes'), t('And it stays.')],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        testimonial('ward-sister'),
        p(
          'The bigger waiting room has been taken out of the plan. It would have cost 3.2 million pounds.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p('Transport still runs by its own clock. It is the next queue.'),
        callToAction(
          t('The letter that comes before'),
          t('How we rewrote forty letters about drains.'),
          t('Read it'),
          { study: 'forty-letters' },
        ),
      ],
    },
  ],
}
