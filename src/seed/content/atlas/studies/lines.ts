// Passengers find their connection in 21 seconds instead of 74.
import { by, h3, metric, p, picture, t, testimonial, ul } from '../../body.ts'
import type { Study } from '../../types.ts'

export const lines: Study = {
  slug: 'lines',
  title: t('Eleven operators, one diagram', 'Elf Betriebe, ein Liniennetz'),
  headline: t(
    'Passengers find their connection in 21 seconds instead of 74',
    'Fahrgäste finden ihren Anschluss in 21 statt 74 Sekunden',
  ),
  summary: t(
    'Eleven network maps on one wall, each with its own north. We drew one, and tested it on people who hate maps.',
    'Elf Netzpläne an einer Wand, jeder mit eigenem Norden. Wir zeichneten einen und prüften ihn an Menschen, die Karten hassen.',
  ),
  cover: 'lines',
  client: 'vb-linie',
  outcomes: [
    {
      label: t('time to find a connection', 'Zeit bis zum gefundenen Anschluss'),
      value: -72,
      unit: '%',
      before: 74,
      after: 21,
      timeframe: t('seconds, 240 test persons', 'Sekunden, 240 Testpersonen'),
      source: t('Station test, June 2024', 'Test am Bahnhof, Juni 2024'),
    },
    {
      label: t('wrong boardings reported', 'gemeldete Irrfahrten'),
      value: -47,
      unit: '%',
      before: 310,
      after: 164,
      timeframe: t('per month', 'je Monat'),
      source: t('Service line', 'Servicetelefon'),
    },
  ],
  services: ['cartography', 'network-planning'],
  industries: ['public-transport'],
  technologies: ['gtfs', 'python'],
  year: 2024,
  timeframe: t('2023 – 2024', '2023 – 2024'),
  credits: [
    by('wanda-reiss', 'Cartography', 'Kartografie'),
    by('mai-tran', 'Tests', 'Tests'),
    by('idris-kamara', 'Operators', 'Betriebe'),
  ],
  testimonials: ['line-planner'],
  published: '2024-09-19',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'Each operator had its own colours. Red was an express, a night bus or a brewery’s sponsorship, depending on the stop.',
          'Jeder Betrieb hatte eigene Farben. Rot hieß Express, Nachtbus oder Brauereiwerbung, je nach Haltestelle.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'Printed at A3 in black and white it must still work: most copies are made on the driver’s printer.',
          'In Schwarzweiß auf A3 muss es auch gehen: Die meisten Kopien macht der Drucker im Betriebshof.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        h3('Five lines, not forty', 'Fünf Linien, nicht vierzig'),
        p(
          'People remember five things. The diagram has five trunk lines; everything else hangs from them as a branch, thin and nameless until one comes near.',
          'Menschen merken sich fünf Dinge. Das Netz hat fünf Stammlinien; alles andere hängt als Zweig daran, dünn und namenlos, bis man nahe kommt.',
        ),
        picture('lines-dark', t('The night edition', 'Die Nachtausgabe')),
        ul(
          ['Bends only at stops', 'One north', 'Names never over lines'],
          ['Knicke nur an Haltestellen', 'Ein Norden', 'Namen nie auf Linien'],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        testimonial('line-planner'),
        metric({
          label: t('seconds to a connection', 'Sekunden bis zum Anschluss'),
          value: 21,
          unit: 's',
          before: 74,
          after: 21,
        }),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'The operators agreed on the colours in the end because Wanda brought yarn and let them lay the network on the floor.',
          'Auf die Farben einigten sich die Betriebe, weil Wanda Wolle mitbrachte und sie das Netz auf den Boden legen ließ.',
        ),
      ],
    },
  ],
}
