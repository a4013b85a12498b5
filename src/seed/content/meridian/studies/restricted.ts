// What is not for everyone, or not yet: by link, by password, private, under embargo, in draft.
import { by, p, picture, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const restricted: Study[] = [
  {
    slug: 'clinic-colours',
    title: t('Colours for a clinic'),
    headline: t('A palette that survives disinfectant, for comment'),
    summary: t('Shared by link with four clinics.'),
    cover: 'clinic',
    client: 'aire-hospital',
    visibility: 'unlisted',
    outcomes: [
      {
        label: t('washes without fading'),
        value: 2000,
        timeframe: t('laboratory'),
        source: t('Test report'),
      },
    ],
    services: ['rooms-and-rotas'],
    industries: ['health'],
    year: 2026,
    timeframe: t('2026'),
    credits: [by('lucia-amaral', 'Rooms')],
    published: '2026-09-17',
    chapters: [
      {
        kind: 'approach',
        body: [
          p(
            'Coral for where one goes, plum for where one stays, nothing on doors one should not open.',
          ),
          picture('foyer'),
        ],
      },
    ],
  },
  {
    slug: 'emergency-rota',
    title: t('The emergency rota'),
    headline: t('How nights were divided, with names removed'),
    summary: t('For partner hospitals, behind a password.'),
    cover: 'waiting',
    client: 'aire-hospital',
    visibility: 'password',
    outcomes: [
      {
        label: t('nights in a row, at most'),
        value: 3,
        before: 7,
        after: 3,
        timeframe: t('2026'),
        source: t('Rota system'),
      },
    ],
    services: ['rooms-and-rotas'],
    industries: ['health'],
    year: 2026,
    timeframe: t('2026'),
    credits: [by('ruth-adeyemi', 'Rota')],
    published: '2026-10-26',
    chapters: [
      {
        kind: 'approach',
        body: [p('Ask first who likes nights. There are always two.'), picture('ward')],
      },
    ],
  },
  {
    slug: 'bids-lost',
    title: t('Bids that we lost'),
    headline: t('Internal: eleven reasons, three of them ours'),
    summary: t('For partners only.'),
    cover: 'blueprint',
    client: 'calder-council',
    visibility: 'private',
    outcomes: [
      { label: t('bids lost on price'), value: 5, timeframe: t('2025'), source: t('Own records') },
    ],
    services: ['service-design'],
    industries: ['local-government'],
    year: 2025,
    timeframe: t('2025'),
    credits: [by('ruth-adeyemi', 'Author')],
    published: '2026-02-12',
    chapters: [{ kind: 'reflection', body: [p('We write long bids about short letters.')] }],
  },
  {
    slug: 'libraries-at-night',
    title: t('Libraries at night'),
    headline: t('Draft: who comes when nobody is at the desk'),
    summary: t('Counting until Christmas.'),
    client: 'calder-council',
    isDraft: true,
    outcomes: [
      {
        label: t('night visitors counted'),
        value: 214,
        timeframe: t('November 2026'),
        source: t('Door counter'),
      },
    ],
    services: ['service-design'],
    industries: ['local-government'],
    year: 2026,
    timeframe: t('2026 –'),
    credits: [by('colm-fitzroy', 'Counting')],
    chapters: [
      { kind: 'challenge', body: [p('The door opens with a card. The question is for whom.')] },
    ],
  },
]
