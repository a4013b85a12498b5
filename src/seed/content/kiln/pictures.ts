// Kiln's pictures: vessels in side light, façades, rooms, posters, tiles and cloth.
import { courtyard } from '../../pictures/scenes/architecture/courtyard.ts'
import { facade } from '../../pictures/scenes/architecture/facade.ts'
import { posterWall } from '../../pictures/scenes/architecture/posters.ts'
import { room } from '../../pictures/scenes/architecture/room.ts'
import type { Site } from '../../pictures/scenes/architecture/site.ts'
import { stillLife } from '../../pictures/scenes/ceramics/stillLife.ts'
import { tileWall } from '../../pictures/scenes/ceramics/tileWall.ts'
import type { Studio } from '../../pictures/scenes/ceramics/vessel.ts'
import { weave } from '../../pictures/scenes/ceramics/weave.ts'
import { t } from '../body.ts'
import type { Picture } from '../types.ts'

const day: Studio = {
  wall: '#cdbba5',
  table: '#a98a6c',
  clays: ['#b8532f', '#e6d6bf', '#6b4a38', '#c98a5a', '#2e2a28'],
  glazes: ['#9db5a0', '#2d4b8e', '#efe6d8', '#d9a441', '#7c9aa8'],
  shadow: '#1d120c',
}
const night: Studio = {
  wall: '#3a2f2a',
  table: '#57443a',
  clays: ['#b8532f', '#e6d6bf', '#8a5a40', '#c98a5a', '#55433a'],
  glazes: ['#9db5a0', '#4565a8', '#efe6d8', '#d9a441', '#87a5b0'],
  shadow: '#0a0605',
}
const bisque: Studio = {
  ...day,
  clays: ['#cf9d7d', '#d9b79c', '#c79272', '#d4a788', '#c08a6b'],
  glazes: ['#d8b599', '#cfa686', '#dcbea5', '#d2ac8e', '#c99c7c'],
}
const celadon: Studio = {
  ...day,
  wall: '#c5cdc1',
  table: '#8f9a8b',
  clays: ['#6f8a7a', '#e7e4d8', '#495e55', '#a9bba9', '#31403a'],
  glazes: ['#9db5a0', '#c9d6c4', '#efe9dc', '#7d9f93', '#b9c7b2'],
}
const terracotta: Site = {
  sky: ['#7fa7b8', '#e8dcc8'],
  walls: ['#c4673f', '#e9dcc6', '#8d5238', '#9db5a0'],
  ground: '#b89a7c',
  shadow: '#2a1a14',
  accent: '#2d4b8e',
  glass: '#5d7f8c',
}
const grey: Site = {
  sky: ['#a9adae', '#d3d0c9'],
  walls: ['#9b9791', '#c9c5bd', '#7c7974', '#aaa8a2'],
  ground: '#8f8b84',
  shadow: '#26241f',
  accent: '#5f5d58',
  glass: '#7d8587',
}
const plum: Site = {
  sky: ['#33284a', '#c2685c'],
  walls: ['#8a4a55', '#ecd9c2', '#5b3048', '#d9a441'],
  ground: '#6d4a4e',
  shadow: '#1b0f1a',
  accent: '#d9a441',
  glass: '#4a5a78',
}
const chalk: Site = {
  sky: ['#8db8c4', '#eef0e6'],
  walls: ['#dfd8c8', '#f2ecdf', '#b8532f', '#2d4b8e'],
  ground: '#c8bca8',
  shadow: '#2d2620',
  accent: '#b8532f',
  glass: '#6f95a0',
}

export const pictures: Record<string, Picture> = {
  'table-day': {
    size: 'cover',
    draw: (c) => stillLife(c, { studio: day }),
    alt: t(
      'Five thrown vessels on a table, window light falling across the wall',
      'Fünf gedrehte Gefäße auf einem Tisch, Fensterlicht auf der Wand',
    ),
    focal: [50, 66],
  },
  'table-night': {
    size: 'cover',
    draw: (c) => stillLife(c, { studio: night, light: 'low', arrangement: 'cluster' }),
    alt: t(
      'A close group of glazed pots against a dark wall',
      'Eine enge Gruppe glasierter Gefäße vor dunkler Wand',
    ),
    focal: [50, 68],
  },
  'moon-jar': {
    size: 'tall',
    draw: (c) =>
      stillLife(c, { studio: night, light: 'low', arrangement: 'single', shape: 'moon' }),
    alt: t(
      'A single round jar, half glazed, in low light',
      'Ein einzelner runder Topf, halb glasiert, im Streiflicht',
    ),
    focal: [50, 60],
  },
  'bottle-tall': {
    size: 'tall',
    draw: (c) =>
      stillLife(c, { studio: celadon, light: 'soft', arrangement: 'single', shape: 'bottle' }),
    alt: t('A tall celadon bottle with one twig', 'Eine hohe Celadonflasche mit einem Zweig'),
  },
  bisque: {
    size: 'wide',
    seed: 'kiln-firing',
    draw: (c) => stillLife(c, { studio: bisque, light: 'soft', branch: false }),
    alt: t(
      'The vessels after the first firing: matt, pale, unglazed',
      'Die Gefäße nach dem Schrühbrand: matt, blass, unglasiert',
    ),
  },
  glazed: {
    size: 'wide',
    seed: 'kiln-firing',
    draw: (c) => stillLife(c, { studio: day, light: 'soft', branch: false }),
    alt: t(
      'The same vessels after the glaze firing, in sage, cobalt and ochre',
      'Dieselben Gefäße nach dem Glasurbrand in Salbei, Kobalt und Ocker',
    ),
  },
  'celadon-row': {
    size: 'cover',
    draw: (c) => stillLife(c, { studio: celadon, light: 'window' }),
    alt: t('A row of celadon vessels in morning light', 'Eine Reihe Celadongefäße im Morgenlicht'),
    focal: [50, 66],
  },
  'tiles-arcs': {
    size: 'cover',
    draw: (c) => tileWall(c, { studio: day }),
    alt: t(
      'A wall of quarter-circle tiles in many glazes',
      'Eine Wand aus Viertelkreisfliesen in vielen Glasuren',
    ),
  },
  'tiles-leaves': {
    size: 'wide',
    draw: (c) => tileWall(c, { studio: day, set: 'leaves', columns: 12 }),
    alt: t(
      'Tiles with a leaf motif, each turned another way',
      'Fliesen mit Blattmotiv, jede anders gedreht',
    ),
  },
  'tiles-plain': {
    size: 'wide',
    draw: (c) => tileWall(c, { studio: celadon, set: 'plain', columns: 10 }),
    alt: t('Plain tiles in twelve greens', 'Glatte Fliesen in zwölf Grüntönen'),
  },
  cloth: {
    size: 'cover',
    draw: (c) => weave(c, { studio: day }),
    alt: t(
      'A woven cloth seen near enough to count its threads',
      'Ein Gewebe, so nah, dass man die Fäden zählt',
    ),
  },
  'cloth-dark': {
    size: 'wide',
    draw: (c) => weave(c, { studio: night, threads: 48 }),
    alt: t('Heavy cloth in rust, bone and slate', 'Schwerer Stoff in Rost, Knochen und Schiefer'),
  },
  arcade: {
    size: 'cover',
    draw: (c) => facade(c, { site: terracotta }),
    alt: t(
      'A terracotta façade of three arcaded storeys with people passing below',
      'Eine Terrakottafassade mit drei Arkadengeschossen, unten gehen Menschen',
    ),
    focal: [50, 60],
  },
  'house-before': {
    size: 'wide',
    seed: 'kiln-house',
    draw: (c) => facade(c, { site: grey, bay: 'window', columns: 7, rows: 4 }),
    alt: t(
      'The 1970s block before: grey render, dull windows',
      'Der Block aus den Siebzigern vorher: grauer Putz, stumpfe Fenster',
    ),
  },
  'house-after': {
    size: 'wide',
    seed: 'kiln-house',
    draw: (c) => facade(c, { site: terracotta, bay: 'window', columns: 7, rows: 4 }),
    alt: t(
      'The same block in terracotta with cobalt blinds',
      'Derselbe Block in Terrakotta mit kobaltblauen Markisen',
    ),
  },
  fins: {
    size: 'wide',
    draw: (c) => facade(c, { site: chalk, bay: 'fin', sky: false, columns: 5 }),
    alt: t('Ceramic fins in front of tall windows', 'Keramiklamellen vor hohen Fenstern'),
  },
  'court-plum': {
    size: 'cover',
    draw: (c) => courtyard(c, { site: plum }),
    alt: t(
      'A courtyard at dusk: a plum stair, a pale wall, one visitor',
      'Ein Hof in der Dämmerung: pflaumenfarbene Treppe, helle Wand, ein Besucher',
    ),
    focal: [58, 60],
  },
  'court-day': {
    size: 'cover',
    draw: (c) => courtyard(c, { site: terracotta }),
    alt: t(
      'A terracotta stair and a white wall under a clear sky',
      'Eine Terrakottatreppe und eine weiße Wand unter klarem Himmel',
    ),
    focal: [58, 60],
  },
  'room-plinths': {
    size: 'cover',
    draw: (c) => room(c, { site: terracotta, show: 'plinths' }),
    alt: t(
      'An exhibition room with three vases on plinths',
      'Ein Ausstellungsraum mit drei Vasen auf Sockeln',
    ),
  },
  'room-posters': {
    size: 'wide',
    draw: (c) => room(c, { site: chalk, show: 'posters' }),
    alt: t(
      'A room with three framed posters and a visitor',
      'Ein Raum mit drei Plakaten und einer Besucherin',
    ),
  },
  'room-sign': {
    size: 'wide',
    draw: (c) => room(c, { site: chalk, show: 'sign' }),
    alt: t(
      'A wall-high sign with an arrow in a museum foyer',
      'Ein wandhohes Leitzeichen mit Pfeil im Museumsfoyer',
    ),
  },
  posters: {
    size: 'cover',
    draw: (c) => posterWall(c, { site: terracotta }),
    alt: t(
      'Three posters with geometric compositions on a pale wall',
      'Drei Plakate mit geometrischen Kompositionen auf heller Wand',
    ),
  },
  'poster-one': {
    size: 'square',
    draw: (c) => posterWall(c, { site: plum, sheets: 1 }),
    alt: t('One poster in plum and gold', 'Ein Plakat in Pflaume und Gold'),
  },
}
