// Atlas itself: its words, terms, documents and site.
import { t } from '../body.ts'
import type { TenantContent } from '../types.ts'
import { organisations, testimonials } from './clients.ts'
import { pages } from './pages.ts'
import { people } from './people.ts'

export const house: Omit<TenantContent, 'studies'> = {
  slug: 'atlas',
  name: 'Atlas Bureau',
  kind: 'client',
  agency: 'meridian',
  locales: ['en', 'de'],
  settings: {
    theme: 'ledger',
    typePairing: 'technical',
    colors: { primary: '#14365f', accent: '#c8421c' },
    tagline: t('Maps that change a timetable', 'Karten, die Fahrpläne ändern'),
    introduction: t(
      'Atlas counts, measures and draws how people get about, for towns and regions that want to decide on evidence. Every map here led to a decision; the decision is named.',
      'Atlas zählt, misst und zeichnet, wie Menschen sich bewegen, für Städte und Regionen, die auf Grundlage von Belegen entscheiden wollen. Jede Karte hier führte zu einer Entscheidung; sie wird genannt.',
    ),
    footer: t(
      'Atlas Bureau, Messtischweg 9, Kassel. All figures with source.',
      'Atlas Bureau, Messtischweg 9, Kassel. Alle Zahlen mit Quelle.',
    ),
    description: t(
      'Mobility, access and terrain: figures, maps and the decisions they led to.',
      'Mobilität, Erreichbarkeit, Gelände: Zahlen, Karten und die Entscheidungen daraus.',
    ),
    image: 'city-rings',
    contact: {
      email: 'bureau@atlas.test',
      phone: '+49 561 5550 19',
      address: t('Messtischweg 9\n34117 Kassel', 'Messtischweg 9\n34117 Kassel'),
      heading: t('Which decision is waiting?', 'Welche Entscheidung steht an?'),
      text: t(
        'Tell us the decision, the date and what you already know. We say within a week whether a map would help.',
        'Nennen Sie Entscheidung, Datum und was Sie schon wissen. Binnen einer Woche sagen wir, ob eine Karte hilft.',
      ),
    },
    social: [
      { label: 'Data catalogue', url: 'https://data.atlas.test' },
      { label: 'Source code', url: 'https://code.atlas.test' },
    ],
  },
  people,
  organisations,
  services: {
    'access-analysis': {
      name: t('Access analysis', 'Erreichbarkeitsanalyse'),
      description: t(
        'Who reaches what, in how many minutes, and who does not.',
        'Wer was in wie vielen Minuten erreicht und wer nicht.',
      ),
    },
    'network-planning': {
      name: t('Network planning', 'Netzplanung'),
      description: t('Lines, stops and timetables.', 'Linien, Haltestellen, Fahrpläne.'),
    },
    cartography: {
      name: t('Cartography', 'Kartografie'),
      description: t('Printed, on screens and on walls.', 'Gedruckt, am Bildschirm, an der Wand.'),
    },
    'data-platforms': {
      name: t('Data platforms', 'Datenplattformen'),
      description: t('Geoportals that answer.', 'Geoportale, die antworten.'),
    },
  },
  industries: {
    'public-transport': {
      name: t('Public transport', 'Nahverkehr'),
      description: t('Bus, tram, call-a-ride.', 'Bus, Tram, Rufbus.'),
    },
    municipalities: {
      name: t('Municipalities', 'Kommunen'),
      description: t('Towns and counties.', 'Städte und Landkreise.'),
    },
    outdoors: {
      name: t('Outdoors', 'Natur und Wege'),
      description: t('Paths, huts, terrain.', 'Wege, Hütten, Gelände.'),
    },
    logistics: {
      name: t('Logistics', 'Logistik'),
      description: t('Parcels and the last mile.', 'Pakete und die letzte Meile.'),
    },
  },
  technologies: {
    postgis: { name: 'PostGIS', url: 'https://postgis.net' },
    gtfs: { name: 'GTFS', url: 'https://gtfs.org' },
    geojson: { name: 'GeoJSON', url: 'https://geojson.org' },
    openstreetmap: { name: 'OpenStreetMap', url: 'https://www.openstreetmap.org' },
    python: { name: 'Python', url: 'https://www.python.org' },
  },
  testimonials,
  documents: {
    'access-method': {
      kind: 'pdf',
      title: t('Access analysis: method', 'Erreichbarkeitsanalyse: Methode'),
      description: t('Parameters and their sources.', 'Parameter und Quellen.'),
      lines: [
        'Access analysis: method',
        'Walking 4.2 km/h, 3.1 km/h for people over 75.',
        'Waiting time: half the headway, at most 15 minutes.',
        'A place counts as reached when it is open on arrival.',
        'Sources: timetable 2025-12, register of residents, own counts.',
      ],
    },
    'walk-captions': {
      kind: 'vtt',
      title: t('Captions: a walk with Dario', 'Untertitel: ein Weg mit Dario'),
      description: t('For the film of the first test.', 'Zum Film über den ersten Test.'),
      lines: [
        'Dario starts at the station, exit B.',
        'Three centimetres: that is a wall.',
        'The new route is longer, and he is faster.',
      ],
    },
  },
  pages,
  leads: [
    {
      name: 'Marek Dvořák',
      email: 'dvorak@kraj-lipa.test',
      company: 'Region Lípa',
      message:
        'We have to cut one of four night buses and would like to know what that does before we do it. The council meets on 2 March.',
      status: 'new',
      study: 'the-last-bus',
      page: '/work/the-last-bus',
    },
    {
      name: 'Lena Osterkamp',
      email: 'osterkamp@uni-nordfeld.test',
      company: 'University of Nordfeld',
      message: 'May my students use the kerb data for a seminar? Thirty people, one term.',
      status: 'done',
      page: '/data',
      notes: 'Yes; it is open anyway. Sent the schema.',
    },
    {
      name: 'Ivo Brandl',
      email: 'brandl@seilbahn-test.test',
      company: 'Brandl Cableways',
      message: 'Who draws your panoramas? We need one of a valley with five lifts.',
      status: 'in-progress',
      page: '/contact',
    },
  ],
  redirects: [
    { from: '/maps', to: '/work' },
    { from: '/opendata', to: '/data' },
  ],
}
