// Atlas's pictures: relief, street plans, line diagrams, counts; and its tools in their devices.
import { contourMap } from '../../pictures/scenes/maps/contourMap.ts'
import { lineDiagram } from '../../pictures/scenes/maps/lineDiagram.ts'
import type { MapColours } from '../../pictures/scenes/maps/sheet.ts'
import { streetMap } from '../../pictures/scenes/maps/streetMap.ts'
import { bareScreen, mockup } from '../../pictures/scenes/mockups.ts'
import { t } from '../body.ts'
import type { Picture } from '../types.ts'

const map: MapColours = {
  paper: '#f3f1ea',
  ink: '#14202b',
  water: '#b9d3dd',
  green: '#a9c6a0',
  route: '#e4572e',
  second: '#1f5fa8',
}
const mint: MapColours = {
  ...map,
  paper: '#eef2ec',
  water: '#a7cfd4',
  green: '#9cc3a0',
  route: '#0f8a6c',
  second: '#e0a030',
}
const brand = { accent: '#1f5fa8', second: '#e4572e', ink: '#14202b', map }
const pale = ['#e6ebee', '#c3ced6']
const blue = ['#1f5fa8', '#123a6b']

export const pictures: Record<string, Picture> = {
  relief: {
    size: 'cover',
    draw: (c) => contourMap(c, { colours: map }),
    alt: t(
      'Tinted relief with contour lines, lakes and an orange route',
      'Getöntes Relief mit Höhenlinien, Seen und orangefarbener Route',
    ),
  },
  'relief-mint': {
    size: 'cover',
    draw: (c) => contourMap(c, { colours: mint, scale: 380 }),
    alt: t('A relief in greens with a marked path', 'Ein Relief in Grüntönen mit markiertem Weg'),
  },
  'contours-plain': {
    size: 'wide',
    draw: (c) => contourMap(c, { colours: map, tint: false, route: false, scale: 420 }),
    alt: t('Contour lines only, ink on paper', 'Nur Höhenlinien, Tinte auf Papier'),
  },
  'city-route': {
    size: 'cover',
    draw: (c) => streetMap(c, { colours: map, overlay: 'route' }),
    alt: t(
      'A street plan with a river and one orange route between two pins',
      'Ein Stadtplan mit Fluss und einer orangefarbenen Route zwischen zwei Nadeln',
    ),
  },
  'city-night': {
    size: 'cover',
    draw: (c) => streetMap(c, { colours: map, overlay: 'hexagons', dark: true }),
    alt: t(
      'A dark street plan under a honeycomb of counts, blue to orange',
      'Ein dunkler Stadtplan unter einem Wabennetz aus Zählungen, blau bis orange',
    ),
  },
  'city-rings': {
    size: 'cover',
    seed: 'atlas-rings',
    draw: (c) => streetMap(c, { colours: map, overlay: 'isochrone' }),
    alt: t(
      'Travel-time rings spreading from a stop over a street plan',
      'Reisezeitringe um eine Haltestelle auf einem Stadtplan',
    ),
  },
  'city-bare': {
    size: 'wide',
    seed: 'atlas-rings',
    draw: (c) => streetMap(c, { colours: map, overlay: 'none' }),
    alt: t('The same street plan without rings', 'Derselbe Stadtplan ohne Ringe'),
  },
  'city-rings-after': {
    size: 'wide',
    seed: 'atlas-rings',
    draw: (c) => streetMap(c, { colours: mint, overlay: 'isochrone' }),
    alt: t('The same plan with rings, in green', 'Derselbe Plan mit Ringen, in Grün'),
  },
  'city-stops': {
    size: 'wide',
    draw: (c) => streetMap(c, { colours: map, overlay: 'stops' }),
    alt: t(
      'Three bus lines with their stops on a street plan',
      'Drei Buslinien mit Haltestellen auf einem Stadtplan',
    ),
  },
  'city-dense': {
    size: 'wide',
    draw: (c) => streetMap(c, { colours: mint, overlay: 'route', density: 2 }),
    alt: t(
      'A dense old town with a green walking route',
      'Eine dichte Altstadt mit grüner Fußroute',
    ),
  },
  'night-route': {
    size: 'wide',
    draw: (c) =>
      streetMap(c, { colours: { ...map, route: '#ffb52e' }, overlay: 'route', dark: true }),
    alt: t(
      'A night route in amber on a dark plan',
      'Eine Nachtroute in Bernstein auf dunklem Plan',
    ),
  },
  lines: {
    size: 'cover',
    draw: (c) => lineDiagram(c, { colours: map }),
    alt: t(
      'A line diagram: five coloured lines with 45-degree bends',
      'Ein Liniennetz: fünf farbige Linien mit 45-Grad-Knicken',
    ),
  },
  'lines-dark': {
    size: 'wide',
    draw: (c) => lineDiagram(c, { colours: map, dark: true }),
    alt: t('The line diagram at night', 'Das Liniennetz bei Nacht'),
  },
  'count-laptop': {
    size: 'wide',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'laptop',
        ground: pale,
        screens: [
          {
            kind: 'dashboard',
            words: ['Counts', 'Bikes', '8 412', 'Median', '14 min', 'Covered', '97%'],
          },
        ],
      }),
    alt: t('A laptop with the day’s bicycle counts', 'Ein Laptop mit den Radzählungen des Tages'),
  },
  'map-tablet': {
    size: 'cover',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'tablet',
        ground: blue,
        screens: [{ kind: 'map', overlay: 'stops', words: ['Line 4', '9 min'] }],
      }),
    alt: t(
      'A tablet with a network map on a blue ground',
      'Ein Tablet mit Netzkarte auf blauem Grund',
    ),
  },
  'map-phones': {
    size: 'cover',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'phones',
        ground: pale,
        screens: [
          { kind: 'map', words: ['To work', '23 min'] },
          { kind: 'summary', words: ['Leave at', '07:42', 'Bus 4', 'Change', 'Arrive'] },
          { kind: 'form', words: ['How', 'On foot', 'By bus', 'By bike'] },
        ],
      }),
    alt: t(
      'Three phones: a route, a departure time and a choice of three ways to travel',
      'Drei Telefone: Route, Abfahrtszeit und drei Arten zu reisen',
    ),
  },
  'phone-tall': {
    size: 'tall',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'phone',
        ground: blue,
        screens: [{ kind: 'map', overlay: 'route', words: ['Ramp free', '11 min'] }],
      }),
    alt: t('A phone with a step-free route', 'Ein Telefon mit stufenloser Route'),
  },
  'form-before': {
    size: 'wide',
    draw: (c) => bareScreen(c, { ...brand, screen: { kind: 'legacy' } }),
    alt: t(
      'The old geoportal: a table with eleven columns',
      'Das alte Geoportal: eine Tabelle mit elf Spalten',
    ),
  },
  'form-after': {
    size: 'wide',
    draw: (c) =>
      bareScreen(c, {
        ...brand,
        screen: { kind: 'map', overlay: 'stops', words: ['Parcel 118', '2 plans'] },
      }),
    alt: t(
      'The new geoportal: a map and one answer',
      'Das neue Geoportal: eine Karte und eine Antwort',
    ),
  },
}
