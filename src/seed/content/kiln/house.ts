// Kiln itself: its words, terms, documents and site.
import { t } from '../body.ts'
import type { TenantContent } from '../types.ts'
import { organisations, testimonials } from './clients.ts'
import { pages } from './pages.ts'
import { people } from './people.ts'

export const house: Omit<TenantContent, 'studies'> = {
  slug: 'kiln',
  name: 'Kiln',
  kind: 'client',
  agency: 'northlight',
  locales: ['en', 'de'],
  settings: {
    theme: 'gallery',
    typePairing: 'modern',
    colors: { primary: '#1d1a18', accent: '#d2673d' },
    tagline: t('Clay, rooms and the signs between them', 'Ton, Räume und die Zeichen dazwischen'),
    introduction: t(
      'Kiln is a workshop of potters, architects and graphic designers under one roof in Halle. We make the tile, the wall it goes on and the book about both.',
      'Kiln ist eine Werkstatt aus Keramikern, Architektinnen und Grafikern unter einem Dach in Halle. Wir machen die Fliese, die Wand dazu und das Buch über beides.',
    ),
    footer: t(
      'Kiln, Glasurhof 3, Halle. Fired at 1,240 degrees.',
      'Kiln, Glasurhof 3, Halle. Gebrannt bei 1 240 Grad.',
    ),
    description: t(
      'Ceramics, architecture and spatial identity: work by Kiln.',
      'Keramik, Architektur und Raumidentität: Arbeiten von Kiln.',
    ),
    image: 'table-night',
    contact: {
      email: 'hello@kiln.test',
      phone: '+49 345 5550 77',
      address: t('Glasurhof 3\n06108 Halle', 'Glasurhof 3\n06108 Halle'),
      heading: t(
        'Bring a wall, a wish or a shard',
        'Bringen Sie eine Wand, einen Wunsch oder eine Scherbe',
      ),
      text: t(
        'Tell us what stands there now and what should. We answer within the time of one glaze firing: two days.',
        'Erzählen Sie, was dort steht und was dort stehen soll. Wir antworten in der Zeit eines Glasurbrands: zwei Tage.',
      ),
    },
    social: [
      { label: 'Workshop diary', url: 'https://diary.kiln.test' },
      { label: 'Glaze archive', url: 'https://glazes.kiln.test' },
    ],
  },
  people,
  organisations,
  services: {
    'ceramic-surfaces': {
      name: t('Ceramic surfaces', 'Keramische Oberflächen'),
      description: t(
        'Tiles, fins and bricks, from sample to pallet.',
        'Fliesen, Lamellen und Ziegel, vom Muster bis zur Palette.',
      ),
    },
    architecture: {
      name: t('Architecture', 'Architektur'),
      description: t('Small buildings and large repairs.', 'Kleine Häuser und große Reparaturen.'),
    },
    'spatial-identity': {
      name: t('Spatial identity', 'Raumidentität'),
      description: t(
        'Signs, posters, colour and the way to the cloakroom.',
        'Zeichen, Plakate, Farbe und der Weg zur Garderobe.',
      ),
    },
    tableware: {
      name: t('Tableware', 'Geschirr'),
      description: t('Series from 12 to 1,200 pieces.', 'Serien von 12 bis 1 200 Stück.'),
    },
  },
  industries: {
    culture: {
      name: t('Culture', 'Kultur'),
      description: t('Museums, baths, libraries.', 'Museen, Bäder, Bibliotheken.'),
    },
    housing: {
      name: t('Housing', 'Wohnen'),
      description: t(
        'Cooperatives and their long façades.',
        'Genossenschaften und ihre langen Fassaden.',
      ),
    },
    hospitality: {
      name: t('Hospitality', 'Gastlichkeit'),
      description: t('Tables that are laid every day.', 'Tische, die täglich gedeckt werden.'),
    },
    craft: {
      name: t('Craft', 'Handwerk'),
      description: t('Mills, workshops, makers.', 'Webereien, Werkstätten, Macher.'),
    },
  },
  technologies: {
    stoneware: { name: 'Stoneware', url: 'https://glazes.kiln.test/stoneware' },
    terracotta: { name: 'Terracotta', url: 'https://glazes.kiln.test/terracotta' },
    risography: { name: 'Risography', url: 'https://diary.kiln.test/riso' },
    svg: { name: 'SVG', url: 'https://www.w3.org/TR/SVG2/' },
  },
  testimonials,
  documents: {
    'glaze-card': {
      kind: 'pdf',
      title: t('Glaze card: Saale green', 'Glasurkarte: Saalegrün'),
      description: t('The recipe, free to use.', 'Das Rezept, frei zu verwenden.'),
      lines: [
        'Glaze card: Saale green',
        'Potash feldspar 38, quartz 24, whiting 17,',
        'kaolin 12, talc 6, iron oxide 2.2, cobalt carbonate 0.3.',
        'Fire to 1,240 degrees in 11 hours, hold 20 minutes.',
        'Cool slowly to 1,050. Thin coat, twice.',
      ],
    },
    'film-captions': {
      kind: 'vtt',
      title: t('Captions: opening the kiln', 'Untertitel: Der Ofen wird geöffnet'),
      description: t('For the film of the firing.', 'Zum Film über den Brand.'),
      lines: [
        'Day three. The kiln is at ninety degrees.',
        'Piet listens before he opens.',
        'Four hundred tiles, and none has cracked.',
      ],
    },
  },
  pages,
  leads: [
    {
      name: 'Henrike Ahlgrimm',
      email: 'h.ahlgrimm@stadtbuecherei.test',
      company: 'City Library Nebra',
      message:
        'Our reading room echoes. Could clay or cloth help? The room is 18 by 9 metres and listed.',
      status: 'new',
      study: 'the-sound-of-cloth',
      page: '/work/the-sound-of-cloth',
    },
    {
      name: 'Bruno Ricci',
      email: 'bruno@trattoria-ricci.test',
      company: 'Trattoria Ricci',
      message: 'Sixty plates, one blue. When, and what would they cost?',
      status: 'in-progress',
      page: '/contact',
      notes: 'Edda sends samples in week 49.',
    },
    {
      name: 'Sabine Kohl',
      email: 's.kohl@denkmalrat.test',
      company: 'Monument Council',
      message: 'May we show the bath’s tiles at our annual meeting?',
      status: 'done',
      study: 'saalebad',
      page: '/work/saalebad',
    },
  ],
  redirects: [
    { from: '/portfolio', to: '/work' },
    { from: '/tiles', to: '/work/saalebad' },
  ],
}
