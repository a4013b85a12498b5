// A parcel carrier delivers a third of an inner city by bicycle, at the same cost.
import { beforeAfter, by, p, quote, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const parcelsWithoutVans: Study = {
  slug: 'parcels-without-vans',
  title: t('Parcels without vans', 'Pakete ohne Transporter'),
  headline: t(
    'A parcel carrier delivers a third of an inner city by bicycle, at the same cost',
    'Ein Paketdienst beliefert ein Drittel einer Innenstadt per Rad, zu gleichen Kosten',
  ),
  summary: t(
    'Under NDA: how many hubs, and where, so that cargo bicycles beat vans on a wet Monday.',
    'Unter Verschwiegenheit: wie viele Depots wo, damit Lastenräder den Transporter auch am nassen Montag schlagen.',
  ),
  cover: 'map-tablet',
  client: 'parcel-giant',
  anonymousLabel: t('A national parcel carrier', 'Ein nationaler Paketdienst'),
  outcomes: [
    {
      label: t('parcels delivered by bicycle', 'per Rad zugestellte Pakete'),
      value: 34,
      unit: '%',
      before: 2,
      after: 34,
      timeframe: t('pilot area, 2026', 'Pilotgebiet, 2026'),
      source: t('Carrier’s scan data', 'Scandaten des Dienstes'),
    },
  ],
  services: ['network-planning', 'data-platforms'],
  industries: ['logistics'],
  technologies: ['python', 'postgis'],
  year: 2026,
  timeframe: t('2025 – 2026', '2025 – 2026'),
  credits: [by('idris-kamara', 'Planning', 'Planung'), by('svea-holmgren', 'Data', 'Daten')],
  published: '2026-07-14',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'A van in the inner city spends 71 percent of its shift standing. A bicycle does not stand; it merely gets wet.',
          'Ein Transporter steht in der Innenstadt 71 Prozent seiner Schicht. Ein Rad steht nicht; es wird nur nass.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'We show neither the city nor the carrier. The map here is of a town that we made up.',
          'Wir zeigen weder Stadt noch Dienst. Die Karte hier zeigt eine erfundene Stadt.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        p(
          'Five hubs, found by asking where a wet Monday still works; a dry Friday works anywhere.',
          'Fünf Depots, gefunden mit der Frage, wo ein nasser Montag noch klappt; ein trockener Freitag klappt überall.',
        ),
        beforeAfter(
          'form-before',
          'form-after',
          [t('Tour list', 'Tourenliste'), t('Tour map', 'Tourenkarte')],
          t(
            'The dispatcher’s screen, with invented addresses.',
            'Der Bildschirm der Disposition, mit erfundenen Adressen.',
          ),
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        p(
          'Thirty-four percent by bicycle, at 1.02 times the cost of the van. The two percent are the coffee.',
          'Vierunddreißig Prozent per Rad, zum 1,02-Fachen der Kosten. Die zwei Prozent sind der Kaffee.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        quote(
          t('Rain is a parameter, not an argument.', 'Regen ist ein Parameter, kein Argument.'),
          'Svea Holmgren',
          t('Geodata engineer', 'Geodateningenieurin'),
        ),
      ],
    },
  ],
}
