// What is not for everyone, or not yet: by link, by password, private, under embargo, in draft.
import { by, p, picture, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const restricted: Study[] = [
  {
    slug: 'county-poster',
    title: t('The county, as a poster', 'Der Landkreis als Plakat'),
    headline: t('Print proof for 38 village halls', 'Andruck für 38 Dorfgemeinschaftshäuser'),
    summary: t(
      'For checking names before printing; by link only.',
      'Zum Prüfen der Namen vor dem Druck; nur per Link.',
    ),
    cover: 'relief-mint',
    client: 'county-wehrda',
    visibility: 'unlisted',
    outcomes: [
      {
        label: t('place names checked', 'geprüfte Ortsnamen'),
        value: 1204,
        timeframe: t('November 2026', 'November 2026'),
        source: t('Village chronicles', 'Dorfchroniken'),
      },
    ],
    services: ['cartography'],
    industries: ['municipalities'],
    year: 2026,
    timeframe: t('Autumn 2026', 'Herbst 2026'),
    credits: [by('wanda-reiss', 'Cartography', 'Kartografie')],
    published: '2026-11-12',
    chapters: [
      {
        kind: 'approach',
        body: [
          p(
            'Please read your own village first, then your neighbour’s. The neighbour finds more.',
            'Bitte erst das eigene Dorf lesen, dann das des Nachbarn. Der Nachbar findet mehr.',
          ),
          picture('contours-plain'),
        ],
      },
    ],
  },
  {
    slug: 'night-bus-scenarios',
    title: t('Four night buses, three scenarios', 'Vier Nachtbusse, drei Szenarien'),
    headline: t(
      'What each cut would do, village by village',
      'Was jede Streichung bewirkt, Dorf für Dorf',
    ),
    summary: t(
      'For members of the council’s committee; with a password until the session.',
      'Für den Ausschuss; bis zur Sitzung mit Passwort.',
    ),
    cover: 'city-rings',
    client: 'county-wehrda',
    visibility: 'password',
    outcomes: [
      {
        label: t('residents affected in the mildest scenario', 'Betroffene im mildesten Szenario'),
        value: 640,
        timeframe: t('timetable 2027', 'Fahrplan 2027'),
        source: t('Own analysis', 'eigene Analyse'),
      },
    ],
    services: ['network-planning'],
    industries: ['public-transport'],
    technologies: ['gtfs'],
    year: 2026,
    timeframe: t('October 2026', 'Oktober 2026'),
    credits: [by('idris-kamara', 'Planning', 'Planung')],
    published: '2026-10-30',
    chapters: [
      {
        kind: 'challenge',
        body: [
          p(
            'Every cut saves the same money. They do not cost the same people.',
            'Jede Streichung spart gleich viel Geld. Sie kostet nicht dieselben Menschen.',
          ),
          picture('city-stops'),
        ],
      },
    ],
  },
  {
    slug: 'pricing-2027',
    title: t('Rates for 2027', 'Sätze für 2027'),
    headline: t('Internal: what a map costs us', 'Intern: was uns eine Karte kostet'),
    summary: t('Hours by phase over eleven projects.', 'Stunden je Phase aus elf Projekten.'),
    cover: 'lines',
    client: 'city-of-nordfeld',
    visibility: 'private',
    outcomes: [
      {
        label: t('hours spent checking names', 'Stunden für das Prüfen von Namen'),
        value: 19,
        unit: '%',
        timeframe: t('2026'),
        source: t('Time sheets', 'Stundenzettel'),
      },
    ],
    services: ['cartography'],
    industries: ['municipalities'],
    year: 2026,
    timeframe: t('2026'),
    credits: [by('wanda-reiss', 'Author', 'Verfasserin')],
    published: '2026-11-18',
    chapters: [
      {
        kind: 'reflection',
        body: [
          p(
            'We always forget the proof-readers. They are a fifth of every map.',
            'Die Korrekturlesenden vergessen wir immer. Sie sind ein Fünftel jeder Karte.',
          ),
        ],
      },
    ],
  },
  {
    slug: 'flood-marks',
    title: t('Flood marks', 'Hochwassermarken'),
    headline: t(
      'Draft: a river drawn by those who remember it',
      'Entwurf: ein Fluss, gezeichnet von denen, die sich erinnern',
    ),
    summary: t('Interviews done, map to come.', 'Interviews fertig, Karte folgt.'),
    client: 'city-of-nordfeld',
    isDraft: true,
    outcomes: [
      {
        label: t('marks found on house walls', 'gefundene Marken an Hauswänden'),
        value: 87,
        timeframe: t('2026'),
        source: t('Own survey', 'eigene Erhebung'),
      },
    ],
    services: ['cartography'],
    industries: ['municipalities'],
    year: 2026,
    timeframe: t('2026'),
    credits: [by('rafael-moreno', 'Interviews', 'Interviews')],
    chapters: [
      {
        kind: 'challenge',
        body: [
          p(
            'The gauge was installed in 1961. The three worst floods are older.',
            'Der Pegel steht seit 1961. Die drei schlimmsten Fluten sind älter.',
          ),
        ],
      },
    ],
  },
]
