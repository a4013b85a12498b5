// Harbor itself: its words, terms, documents and site.
import { t } from '../body.ts'
import type { TenantContent } from '../types.ts'
import { organisations, testimonials } from './clients.ts'
import { pages } from './pages.ts'
import { people } from './people.ts'

export const house: Omit<TenantContent, 'studies'> = {
  slug: 'harbor',
  name: 'Harbor Terminals',
  kind: 'client',
  agency: 'northlight',
  locales: ['en', 'de'],
  settings: {
    theme: 'broadsheet',
    typePairing: 'editorial',
    colors: { primary: '#122a3a', accent: '#c23a20' },
    tagline: t(
      'The digital workshop of the port of Ostrand',
      'Die Digitalwerkstatt des Hafens Ostrand',
    ),
    introduction: t(
      'Eleven people on quay 4 build the tools with which 2,300 others move containers, pilots, trains and papers. We write down what we tried, what it changed and what we got wrong.',
      'Elf Menschen am Kai 4 bauen die Werkzeuge, mit denen 2 300 andere Container, Lotsen, Züge und Papiere bewegen. Wir schreiben auf, was wir versucht haben, was es bewirkt hat und wo wir falschlagen.',
    ),
    footer: t(
      'Harbor Terminals, Quay 4, Ostrand. Built between two tides.',
      'Harbor Terminals, Kai 4, Ostrand. Gebaut zwischen zwei Tiden.',
    ),
    description: t(
      'Case studies from the digital workshop of Harbor Terminals: gate, berth, yard, pilotage and cold chain.',
      'Fallstudien aus der Digitalwerkstatt von Harbor Terminals: Tor, Liegeplatz, Lager, Lotsung, Kühlkette.',
    ),
    image: 'quay-dawn',
    contact: {
      email: 'workshop@harbor.test',
      phone: '+49 40 5550 140',
      address: t('Quay 4, Shed 12\n21129 Ostrand', 'Kai 4, Schuppen 12\n21129 Ostrand'),
      heading: t('Come and see it run', 'Sehen Sie es laufen'),
      text: t(
        'We show our tools where they work: on the quay, Thursdays from two o’clock. Write a line about what you would like to see.',
        'Wir zeigen unsere Werkzeuge dort, wo sie arbeiten: am Kai, donnerstags ab zwei. Schreiben Sie kurz, was Sie sehen möchten.',
      ),
    },
    social: [
      { label: 'Code', url: 'https://code.harbor.test' },
      { label: 'Newsletter', url: 'https://letters.harbor.test' },
    ],
  },
  people,
  organisations,
  services: {
    'operations-design': {
      name: t('Operations design', 'Betriebsgestaltung'),
      description: t(
        'Observing a shift, then changing what the shift works with.',
        'Erst die Schicht beobachten, dann ihr Werkzeug ändern.',
      ),
    },
    'planning-tools': {
      name: t('Planning tools', 'Planungswerkzeuge'),
      description: t(
        'Boards, models and plans that survive the first phone call.',
        'Bretter, Modelle und Pläne, die den ersten Anruf überstehen.',
      ),
    },
    'real-time-data': {
      name: t('Real-time data', 'Echtzeitdaten'),
      description: t(
        'Positions, weights and temperatures, seconds after they change.',
        'Positionen, Gewichte und Temperaturen, Sekunden nach der Änderung.',
      ),
    },
    'mobile-apps': {
      name: t('Mobile tools', 'Mobile Werkzeuge'),
      description: t(
        'For drivers, pilots and lashers, online or not.',
        'Für Fahrer, Lotsen und Lascher, mit und ohne Netz.',
      ),
    },
  },
  industries: {
    'container-terminal': {
      name: t('Container terminal', 'Containerterminal'),
      description: t('From ship to yard and back.', 'Vom Schiff ins Lager und zurück.'),
    },
    'road-and-rail': {
      name: t('Road and rail', 'Straße und Schiene'),
      description: t('The landside.', 'Die Landseite.'),
    },
    navigation: {
      name: t('Navigation', 'Nautik'),
      description: t('Fairway, pilots and berths.', 'Fahrwasser, Lotsen und Liegeplätze.'),
    },
    'cold-chain': {
      name: t('Cold chain', 'Kühlkette'),
      description: t('Whatever must not get warm.', 'Was nicht warm werden darf.'),
    },
  },
  technologies: {
    postgresql: { name: 'PostgreSQL', url: 'https://www.postgresql.org' },
    typescript: { name: 'TypeScript', url: 'https://www.typescriptlang.org' },
    mqtt: { name: 'MQTT', url: 'https://mqtt.org' },
    ais: { name: 'AIS', url: 'https://www.itu.int' },
    edifact: { name: 'EDIFACT', url: 'https://unece.org' },
    websockets: { name: 'WebSockets', url: 'https://websockets.spec.whatwg.org' },
  },
  testimonials,
  documents: {
    'gate-report': {
      kind: 'pdf',
      title: t('Gate study: method and figures', 'Torstudie: Methode und Zahlen'),
      description: t(
        'Four pages: how we measured, what we left out.',
        'Wie wir gemessen und was wir weggelassen haben.',
      ),
      lines: [
        'Gate study: method and figures',
        'Measured at gates 1 to 3, Ostrand, March to November 2025.',
        'Turn time: from the number plate at the outer barrier',
        'to the number plate at the exit. Median of all full days.',
        'Left out: closures for wind above 9 Beaufort, and 24 December.',
        'Before: 42 minutes (n = 18,204). After: 26 minutes (n = 21,377).',
      ],
    },
    'gate-captions': {
      kind: 'vtt',
      title: t('Captions: one minute at gate 2', 'Untertitel: eine Minute an Tor 2'),
      description: t('English captions for the film.', 'Englische Untertitel zum Film.'),
      lines: [
        'The first truck arrives at twenty to seven.',
        'The barrier reads the plate and opens lane four.',
        'Nobody leaves the cab.',
      ],
    },
    'berth-rules': {
      kind: 'pdf',
      title: t('The seven berth rules', 'Die sieben Liegeplatzregeln'),
      description: t(
        'The rules that all planners signed.',
        'Die Regeln, die alle Planer unterschrieben haben.',
      ),
      lines: [
        'The seven berth rules',
        '1. A ship has one plan, and it is on the board.',
        '2. Whoever moves a bar says why, in one line.',
        '3. Tide beats priority; priority beats habit.',
        '4. A berth is free when its cranes are.',
        '5. Nobody plans in private after 16:00.',
        '6. The pilot order follows the board, not the phone.',
        '7. At shift change, the board is read aloud.',
      ],
    },
  },
  pages,
  leads: [
    {
      name: 'Pia Rosenlund',
      email: 'pia.rosenlund@inlandport.test',
      company: 'Inland Port Veda',
      message:
        'We have two gates and the same queue. Could we join your Thursday round in January? There would be four of us, two of them drivers.',
      status: 'new',
      study: 'forty-two-minutes',
      page: '/work/forty-two-minutes',
    },
    {
      name: 'Oleg Marchenko',
      email: 'o.marchenko@baltfeeder.test',
      company: 'Balt Feeder',
      message:
        'Is the berth board’s data available to lines by an interface? We would plan our bunkering with it.',
      status: 'in-progress',
      study: 'one-plan-nine-berths',
      page: '/contact',
      notes: 'Sent the field list on 12 November; call on the 26th.',
    },
    {
      name: 'Greta Holm',
      email: 'greta@holm-journal.test',
      company: 'Holm Port Journal',
      message: 'I would like to print the fog study with two of the charts. Whom do I credit?',
      status: 'done',
      page: '/contact',
      notes: 'Agreed, with link.',
    },
  ],
  redirects: [
    { from: '/projects/gate', to: '/work/forty-two-minutes' },
    { from: '/team', to: '/people' },
  ],
}
