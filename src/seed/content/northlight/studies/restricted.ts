// What is not for everyone, or not yet: by link, by password, private, under embargo, in draft.
import { by, p, picture, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const restricted: Study[] = [
  {
    slug: 'winter-ferry',
    title: t('Winter ferry, concept'),
    headline: t('A ferry that heats the quay while it waits'),
    summary: t('A concept for Fjordbåt, shared by link.'),
    cover: 'morning',
    client: 'fjordbaat',
    visibility: 'unlisted',
    outcomes: [
      {
        label: t('waste heat used'),
        value: 40,
        unit: '%',
        timeframe: t('calculated'),
        source: t('Own model'),
      },
    ],
    services: ['product-design'],
    industries: ['travel-and-ferries', 'energy'],
    year: 2026,
    timeframe: t('2026'),
    credits: [by('jonte-lindahl', 'Concept')],
    published: '2026-09-29',
    chapters: [
      {
        kind: 'approach',
        body: [
          p('Eleven minutes at the quay, 900 kilowatts of nothing. We propose a warm bench.'),
          picture('rain'),
        ],
      },
    ],
  },
  {
    slug: 'harbor-since-2019',
    title: t('Harbor, seven years'),
    headline: t('What a long engagement is worth, for those considering one'),
    summary: t('References and figures for prospects, behind a password.'),
    cover: 'aurora',
    client: 'harbor-terminals',
    visibility: 'password',
    outcomes: [
      {
        label: t('tools in daily use'),
        value: 11,
        timeframe: t('since 2019'),
        source: t('Client'),
      },
    ],
    services: ['service-design'],
    industries: ['travel-and-ferries'],
    year: 2026,
    timeframe: t('2019 – 2026'),
    credits: [by('astrid-falkenberg', 'Direction')],
    published: '2026-05-18',
    chapters: [
      {
        kind: 'story',
        body: [p('The first invoice was for a tide table. The last one was for a gate.')],
      },
    ],
  },
  {
    slug: 'studio-retrospective',
    title: t('What we got wrong in 2025'),
    headline: t('Internal: four projects that we would do otherwise'),
    summary: t('For ourselves.'),
    cover: 'sensors',
    client: 'stille-audio',
    visibility: 'private',
    outcomes: [
      {
        label: t('weeks spent on things nobody asked for'),
        value: 9,
        timeframe: t('2025'),
        source: t('Time sheets'),
      },
    ],
    services: ['design-research'],
    industries: ['consumer-electronics'],
    year: 2025,
    timeframe: t('2025'),
    credits: [by('astrid-falkenberg', 'Author')],
    published: '2026-01-30',
    chapters: [{ kind: 'reflection', body: [p('Nine weeks. Most of them were enjoyable.')] }],
  },
  {
    slug: 'school-kitchens',
    title: t('Forty school kitchens'),
    headline: t('Draft: a form that forty cooks print out'),
    summary: t('In the looking weeks.'),
    client: 'fjordbaat',
    isDraft: true,
    outcomes: [
      {
        label: t('kitchens visited'),
        value: 12,
        timeframe: t('November 2026'),
        source: t('Diary'),
      },
    ],
    services: ['design-research'],
    industries: ['travel-and-ferries'],
    year: 2026,
    timeframe: t('2026 –'),
    credits: [by('tilde-sorensen', 'Research')],
    chapters: [
      { kind: 'challenge', body: [p('The form is printed because flour and screens do not mix.')] },
    ],
  },
]
