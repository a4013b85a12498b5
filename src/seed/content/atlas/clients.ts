// Atlas’s clients, and what they say.
import { t } from '../body.ts'
import type { Organisation, Testimonial } from '../types.ts'

export const organisations: Record<string, Organisation> = {
  'county-wehrda': {
    name: 'County of Wehrda',
    url: 'https://wehrda.test',
    description: t(
      'Rural county, 38 villages, nine bus lines.',
      'Landkreis, 38 Dörfer, neun Buslinien.',
    ),
  },
  'city-of-nordfeld': {
    name: 'City of Nordfeld',
    url: 'https://nordfeld.test',
    description: t(
      'Town of 180,000 on a river that divides it.',
      'Stadt mit 180 000 Menschen an einem Fluss, der sie teilt.',
    ),
  },
  'vb-linie': {
    name: 'Linie Transport Association',
    acronym: 'LTA',
    url: 'https://linie.test',
    description: t('Eleven operators, one ticket.', 'Elf Betriebe, ein Fahrschein.'),
  },
  'alpine-club-sola': {
    name: 'Sola Alpine Club',
    url: 'https://sola-alpine.test',
    description: t('Huts, paths and 40,000 members.', 'Hütten, Wege und 40 000 Mitglieder.'),
  },
  'wheel-and-ramp': {
    name: 'Wheel and Ramp',
    url: 'https://wheelandramp.test',
    description: t('Association for step-free towns.', 'Verein für stufenlose Städte.'),
  },
  'parcel-giant': {
    name: 'Bolte Parcel Network',
    description: t('Parcel carrier; not to be named.', 'Paketdienst; nicht zu nennen.'),
    isConfidential: true,
  },
}

export const testimonials: Record<string, Testimonial> = {
  'county-head': {
    quote: t(
      'We cancelled a road and bought two buses. The map made that a ten-minute meeting.',
      'Wir haben eine Straße gestrichen und zwei Busse gekauft. Mit der Karte dauerte das zehn Minuten.',
    ),
    attribution: 'Ottilie Grams',
    position: t('Head of the county', 'Landrätin'),
    organisation: 'county-wehrda',
    portrait: true,
  },
  'wheel-chair': {
    quote: t(
      'It is the first route planner that has never lied to me about a kerb.',
      'Der erste Routenplaner, der mich noch nie über einen Bordstein belogen hat.',
    ),
    attribution: 'Dario Feld',
    position: t('Chair', 'Vorsitzender'),
    organisation: 'wheel-and-ramp',
    portrait: true,
  },
  'line-planner': {
    quote: t(
      'Passengers now draw our network from memory. Correctly.',
      'Fahrgäste zeichnen unser Netz jetzt aus dem Kopf. Richtig.',
    ),
    attribution: 'Anke Sievers',
    position: t('Passenger information', 'Fahrgastinformation'),
    organisation: 'vb-linie',
  },
}
