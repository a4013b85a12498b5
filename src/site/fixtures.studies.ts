// Studies for tests: one with everything in it, one that tells nobody's name, and a handful for lists.
import type { StudyDoc } from './documents.ts'
import {
  terms,
  media,
  organisation,
  secretOrganisation,
  person,
  testimonial,
  text,
  paragraph,
  heading,
  block,
  state,
} from './fixtures.ts'

const long =
  'Ships used to announce themselves by phone, and each of the five parties on the quay kept a list of its own. A delay of twenty minutes at the pilot station became three hours at the crane, because nobody could see it coming and everybody had planned for the worst.'
const more =
  'We spent eleven nights on the bridge, in the tower and in the canteen, and wrote down every question that one person asked another. Most of them were the same question: when?'

export const study: StudyDoc = {
  id: 's1',
  title: 'A harbour that tells ships when to come',
  slug: 'arrival-clock',
  client: organisation,
  headline:
    'Ships now wait at anchor for ten hours instead of thirty-one, and burn a third less fuel doing it.',
  outcomes: [
    {
      label: 'Waiting time at anchor',
      value: -67,
      unit: '%',
      before: 31,
      after: 10.2,
      timeframe: 'first season',
      source: 'Port call records, 2024–2025',
    },
    {
      label: 'Port calls on time',
      value: 92,
      unit: '%',
      before: 58,
      after: 92,
      timeframe: 'first season',
    },
    {
      label: 'Phone calls per port call',
      value: null,
      unit: null,
      before: 43,
      after: 6,
      timeframe: 'after six months',
    },
    { label: 'Fuel saved by visiting ships', value: 4100, unit: 't', timeframe: 'per year' },
  ],
  summary:
    'Gothenburg handles eleven thousand port calls a year. We gave the pilots, tugs, linesmen and terminals one shared clock, and moved the waiting from the anchorage to the open sea, where a ship that slows down saves fuel.',
  cover: media('harbour', {
    caption: 'The tower at 04:40, when most decisions are made.',
    credit: 'Photo: Elin Berg',
  }),
  services: [terms.service, terms.research],
  industries: [terms.ports],
  technologies: [terms.next, terms.postgres],
  year: 2025,
  timeframe: 'March – November 2025',
  credits: [
    { person, role: 'Design lead' },
    ...[
      'Jonas Ek',
      'Amira Haddad',
      'Tove Lindqvist',
      'Piotr Zieliński',
      'Maria do Carmo',
      'Lars-Erik Donaudampfschifffahrt',
      'Noor de Vries',
      'Sam Okafor',
      'Yuki Tanaka',
      'Chloé Martin',
      'Ben Adler',
    ].map((name, index) => ({
      name,
      role: ['Research', 'Engineering', 'Visual design', 'Data'][index % 4],
    })),
  ],
  testimonials: [testimonial],
  chapters: [
    {
      id: 'c1',
      kind: 'challenge',
      title: 'Everybody waited for somebody else',
      body: state(
        paragraph(long),
        paragraph(
          'The harbour office called it ',
          text('the phone tree', 2),
          '. It had ',
          text('forty-three', 1),
          ' branches.',
        ),
        block('quote', {
          text: 'I have four screens and none of them knows when the ship comes.',
          attribution: 'Tower operator',
          position: 'night shift',
        }),
        paragraph(more),
      ),
    },
    {
      id: 'c2',
      kind: 'constraint',
      title: null,
      body: state(
        paragraph(
          'Nobody would replace a system for this. Whatever we made had to ',
          {
            type: 'link',
            version: 1,
            fields: { linkType: 'custom', url: 'https://example.com' },
            children: [text('read from nine systems')],
          },
          ' and write to none.',
        ),
        {
          type: 'list',
          listType: 'bullet',
          tag: 'ul',
          version: 1,
          children: [
            'No new log-in for pilots',
            'Usable with gloves',
            'Right when the network is not',
          ].map((item) => ({ type: 'listitem', version: 1, children: [text(item)] })),
        },
        block('compare', {
          leftLabel: 'Phone tree',
          rightLabel: 'Arrival clock',
          rows: [
            { aspect: 'Who knows first', left: 'Whoever picks up', right: 'Everybody at once' },
            {
              aspect: 'A delay of 20 minutes',
              left: 'Found after 3 hours',
              right: 'Seen in 40 seconds',
            },
          ],
        }),
      ),
    },
    {
      id: 'c3',
      kind: 'approach',
      title: 'One clock, five readings of it',
      body: state(
        paragraph(more),
        heading('h2', 'Testing in the dark'),
        paragraph(long),
        block('gallery', {
          layout: 'justified',
          images: [
            { image: media('crane', { width: 1600, height: 2000 }), caption: 'Crane cabin' },
            { image: media('quay') },
            { image: media('tower'), caption: 'The tower' },
          ],
        }),
        paragraph(more),
        block('beforeAfter', {
          before: media('before'),
          after: media('after'),
          beforeLabel: '2024',
          afterLabel: '2025',
          caption: 'The anchorage on the first Monday of October.',
        }),
        block('timeline', {
          items: [
            {
              date: 'March',
              title: 'Eleven nights',
              text: 'Listening on the bridge, in the tower, in the canteen.',
            },
            {
              date: 'June',
              title: 'A paper clock',
              text: 'Printed every hour and pinned to five walls.',
            },
            { date: 'September', title: 'Live' },
          ],
        }),
      ),
    },
    {
      id: 'c4',
      kind: 'outcome',
      title: 'Slower ships arrive sooner',
      body: state(
        paragraph(long),
        block('metric', {
          items: [
            {
              label: 'Waiting time at anchor',
              value: 10.2,
              unit: 'h',
              before: 31,
              after: 10.2,
              timeframe: 'median, first season',
            },
            { label: 'Calls on time', value: 92, unit: '%', before: 58, after: 92 },
          ],
        }),
        block('code', {
          language: 'ts',
          filename: 'eta.ts',
          code: 'export const eta = (call: PortCall) =>\n  median(call.readings.map((reading) => reading.arrival)) // five sources, one answer\n',
        }),
        block('callToAction', {
          heading: 'The clock is open source.',
          text: 'Other harbours may use it.',
          label: 'See the repository',
          kind: 'url',
          url: 'https://example.com/repo',
        }),
      ),
    },
    {
      id: 'c5',
      kind: 'reflection',
      title: null,
      body: state(
        paragraph('We would start with the linesmen next time. They knew everything first.'),
      ),
    },
  ],
  featured: true,
  visibility: 'public',
  publishedAt: '2026-02-03T09:00:00.000Z',
  updatedAt: '2026-03-01T09:00:00.000Z',
  _status: 'published',
}

export const secretStudy: StudyDoc = {
  ...study,
  id: 's2',
  slug: 'trial-rooms',
  title: 'Trial rooms',
  client: secretOrganisation,
  anonymous: true,
  anonymousLabel: 'A European pharmaceutical company',
  headline: 'Drop-outs fell by half.',
  cover: null,
  year: 2024,
  featured: false,
  services: [terms.research],
  industries: [terms.health],
}

export const studies: StudyDoc[] = [
  study,
  secretStudy,
  {
    ...study,
    id: 's3',
    slug: 'kajkarta',
    title: 'Kajkarta',
    headline: 'A map of every bollard, kept true by the people who tie to them.',
    cover: media('quay'),
    year: 2025,
    services: [terms.web],
    outcomes: [{ label: 'Bollards mapped', value: 2314, unit: null }],
  },
  {
    ...study,
    id: 's4',
    slug: 'faehre',
    title: 'Hochgeschwindigkeitsfährverbindungsauskunft für Pendlerinnen',
    headline: 'Commuters find their ferry in four seconds.',
    cover: media('ferry'),
    year: 2024,
    services: [terms.web, terms.research],
    outcomes: [{ label: 'Time to answer', before: 51, after: 4, unit: 's' }],
  },
  {
    ...study,
    id: 's5',
    slug: 'identity',
    title: 'Signals',
    headline: null,
    summary: 'A flag alphabet for a museum of the sea.',
    cover: media('flags'),
    year: 2023,
    services: [terms.brand],
    industries: [terms.public],
    outcomes: [],
  },
  {
    ...study,
    id: 's6',
    slug: 'locked',
    title: 'The quiet terminal',
    visibility: 'password',
    cover: media('terminal'),
    year: 2023,
  },
  {
    ...study,
    id: 's7',
    slug: 'wharf',
    title: 'Wharf hours',
    headline: 'Night deliveries without night noise.',
    cover: null,
    year: 2022,
    services: [terms.service],
  },
  {
    ...study,
    id: 's8',
    slug: 'pilots',
    title: 'A handbook for pilots who hate handbooks',
    headline: 'Read on average eleven times a week.',
    cover: media('pilot'),
    year: 2021,
    services: [terms.brand, terms.research],
  },
]
