// Harbor's pictures: screen-printed quays, charts, and its tools in their devices.
import { nauticalChart } from '../../pictures/scenes/maps/nauticalChart.ts'
import type { MapColours } from '../../pictures/scenes/maps/sheet.ts'
import { fromAbove } from '../../pictures/scenes/harbour/fromAbove.ts'
import { quay } from '../../pictures/scenes/harbour/quay.ts'
import { swell } from '../../pictures/scenes/harbour/swell.ts'
import { yard } from '../../pictures/scenes/harbour/yard.ts'
import { bareScreen, mockup } from '../../pictures/scenes/mockups.ts'
import { t } from '../body.ts'
import type { Picture } from '../types.ts'

const map: MapColours = {
  paper: '#f1e8d6',
  ink: '#122a3a',
  water: '#a9c8cf',
  green: '#a7b893',
  route: '#d8472b',
  second: '#1f5b6e',
}
const brand = { accent: '#d8472b', second: '#1f5b6e', ink: '#122a3a', map }
const sand = ['#e9dcc4', '#c9b48f']
const sea = ['#2f6f7d', '#143644']
const berths = {
  kind: 'plan',
  words: ['Berth 1', 'Berth 2', 'Berth 3', 'Berth 4', 'Berth 5', 'Berth 6', 'Berth 7'],
} as const

export const pictures: Record<string, Picture> = {
  'quay-dawn': {
    size: 'cover',
    draw: (c) => quay(c, { hour: 'dawn', cranes: 4 }),
    alt: t(
      'Four gantry cranes over a loaded container ship at dawn, mirrored in still water',
      'Vier Containerbrücken über einem beladenen Schiff im Morgenlicht, gespiegelt im stillen Wasser',
    ),
    focal: [50, 55],
  },
  'quay-day': {
    size: 'wide',
    draw: (c) => quay(c, { hour: 'day', cranes: 4 }),
    alt: t(
      'The same basin by day, four cranes at work',
      'Das Hafenbecken am Tag, vier Brücken im Einsatz',
    ),
  },
  'quay-dusk': {
    size: 'cover',
    draw: (c) => quay(c, { hour: 'dusk', cranes: 3 }),
    alt: t(
      'Cranes and ship as silhouettes against an orange evening sky',
      'Kräne und Schiff als Schattenriss vor orangefarbenem Abendhimmel',
    ),
    focal: [50, 58],
  },
  'quay-night': {
    size: 'cover',
    draw: (c) => quay(c, { hour: 'night', cranes: 4 }),
    alt: t(
      'Night shift: lamps on the crane booms and a full moon over the basin',
      'Nachtschicht: Lampen an den Auslegern, Vollmond über dem Becken',
    ),
    focal: [40, 50],
  },
  'quay-fog': {
    size: 'wide',
    seed: 'harbor-fog-pair',
    draw: (c) => quay(c, { hour: 'fog', cranes: 4 }),
    alt: t(
      'The terminal in thick fog, cranes barely visible',
      'Der Terminal in dichtem Nebel, die Kräne kaum zu sehen',
    ),
  },
  'quay-clear': {
    size: 'wide',
    seed: 'harbor-fog-pair',
    draw: (c) => quay(c, { hour: 'day', cranes: 4 }),
    alt: t(
      'The same terminal two hours later in clear air',
      'Derselbe Terminal zwei Stunden später bei klarer Sicht',
    ),
  },
  'yard-day': {
    size: 'cover',
    draw: (c) => yard(c, { hour: 'day' }),
    alt: t(
      'Container stacks seen from above at an angle, in red, petrol, sand and white',
      'Containerstapel schräg von oben in Rot, Petrol, Sand und Weiß',
    ),
    focal: [55, 45],
  },
  'yard-night': {
    size: 'cover',
    draw: (c) => yard(c, { hour: 'night' }),
    alt: t(
      'The container yard at night, lit by single lamps',
      'Das Containerlager bei Nacht im Licht einzelner Lampen',
    ),
  },
  'yard-dusk': {
    size: 'wide',
    draw: (c) => yard(c, { hour: 'dusk' }),
    alt: t('The yard in the last light', 'Das Lager im letzten Licht'),
  },
  'lighthouse-fog': {
    size: 'cover',
    draw: (c) => swell(c, { hour: 'fog' }),
    alt: t(
      'A lighthouse sends its beam through fog over a grey swell',
      'Ein Leuchtturm schickt seinen Strahl durch den Nebel über grauer Dünung',
    ),
    focal: [65, 35],
  },
  'pilot-day': {
    size: 'wide',
    draw: (c) => swell(c, { hour: 'day' }),
    alt: t(
      'A pilot boat on its way out past the lighthouse',
      'Ein Lotsenboot läuft am Leuchtturm vorbei aus',
    ),
  },
  'pilot-dusk': {
    size: 'wide',
    draw: (c) => swell(c, { hour: 'dusk' }),
    alt: t(
      'A pilot boat coming home under a low sun',
      'Ein Lotsenboot kehrt unter tiefer Sonne zurück',
    ),
  },
  'ship-above': {
    size: 'cover',
    draw: (c) => fromAbove(c, { hour: 'day' }),
    alt: t(
      'A container ship from straight above, its wake fanning out',
      'Ein Containerschiff senkrecht von oben mit auffächerndem Kielwasser',
    ),
    focal: [60, 45],
  },
  'ship-night': {
    size: 'cover',
    draw: (c) => fromAbove(c, { hour: 'night' }),
    alt: t('A ship from above on dark water', 'Ein Schiff von oben auf dunklem Wasser'),
  },
  chart: {
    size: 'cover',
    draw: (c) => nauticalChart(c, { colours: map }),
    alt: t(
      'A depth chart of the approach with fairway, buoys and a red route',
      'Tiefenkarte der Zufahrt mit Fahrwasser, Tonnen und roter Route',
    ),
  },
  'chart-inner': {
    size: 'wide',
    draw: (c) => nauticalChart(c, { colours: { ...map, paper: '#e5dcc8', water: '#8fb6bf' } }),
    alt: t('Chart of the inner basins with soundings', 'Karte der inneren Becken mit Lotungen'),
  },
  'gate-phones': {
    size: 'cover',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'phones',
        ground: sand,
        screens: [
          { kind: 'pass', words: ['Gate pass', 'Lane 4', '06:40'] },
          { kind: 'summary', words: ['Your slot', '06:40', 'Papers', 'Weight', 'Lane 4'] },
          { kind: 'form', words: ['Load', 'Full in', 'Empty in', 'Pick up'] },
        ],
      }),
    alt: t(
      'Three phones: a gate pass with a code, the driver’s day, and a question with three answers',
      'Drei Telefone: ein Torpass mit Code, der Tag des Fahrers, eine Frage mit drei Antworten',
    ),
  },
  'gate-phone': {
    size: 'tall',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'phone',
        ground: ['#d8472b', '#a8311b'],
        screens: [{ kind: 'pass', words: ['Gate pass', 'Lane 2', '09:15'] }],
      }),
    alt: t(
      'A phone with the gate pass on a red ground',
      'Ein Telefon mit dem Torpass auf rotem Grund',
    ),
  },
  'gate-map': {
    size: 'wide',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'tablet',
        ground: sea,
        screens: [{ kind: 'map', words: ['To gate 2', '18 min'] }],
      }),
    alt: t(
      'A tablet with the route to the gate and the time left',
      'Ein Tablet mit der Route zum Tor und der Restzeit',
    ),
  },
  'berth-monitor': {
    size: 'cover',
    draw: (c) =>
      mockup(c, { ...brand, device: 'monitor', ground: ['#cfd9d6', '#9fb3b3'], screens: [berths] }),
    alt: t(
      'A planning board with seven berths and their ships over twelve hours',
      'Ein Planungsbrett mit sieben Liegeplätzen und ihren Schiffen über zwölf Stunden',
    ),
  },
  'board-before': {
    size: 'wide',
    draw: (c) => bareScreen(c, { ...brand, screen: { kind: 'legacy' } }),
    alt: t(
      'The old planning table: grey, dense, a dialog in the way',
      'Die alte Plantabelle: grau, dicht, ein Dialogfenster davor',
    ),
  },
  'board-after': {
    size: 'wide',
    draw: (c) => bareScreen(c, { ...brand, screen: berths }),
    alt: t(
      'The new board: one row per berth, one bar per ship',
      'Das neue Brett: eine Zeile je Liegeplatz, ein Balken je Schiff',
    ),
  },
  'yard-laptop': {
    size: 'wide',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'laptop',
        ground: sea,
        screens: [
          {
            kind: 'dashboard',
            words: ['Yard today', 'Moves', '1 284', 'Dwell', '2.6 days', 'Reshuffles', '7%'],
          },
        ],
      }),
    alt: t(
      'A laptop with the yard’s figures for the day',
      'Ein Laptop mit den Tageszahlen des Lagers',
    ),
  },
  'reefer-laptop': {
    size: 'wide',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'browser',
        ground: ['#1f5b6e', '#0f3442'],
        screens: [
          {
            kind: 'dashboard',
            words: ['Reefers', 'Plugged in', '9 104', 'Alarms', '3', 'In range', '99.2%'],
          },
        ],
      }),
    alt: t(
      'A browser window with nine thousand refrigerated containers in three figures',
      'Ein Browserfenster: neuntausend Kühlcontainer in drei Zahlen',
    ),
  },
  'cabin-tablet': {
    size: 'wide',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'tablet',
        ground: ['#122a3a', '#0a1823'],
        screens: [{ kind: 'plan', words: ['Bay 12', 'Bay 14', 'Bay 16', 'Bay 18', 'Bay 20'] }],
      }),
    alt: t(
      'The crane cabin’s tablet: five bays, what comes next',
      'Das Tablet in der Krankabine: fünf Bays und was als Nächstes kommt',
    ),
  },
}
