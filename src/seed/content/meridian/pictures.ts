// Meridian's pictures: waiting rooms, letters, service maps, people; warm and plain.
import { facade } from '../../pictures/scenes/architecture/facade.ts'
import { room } from '../../pictures/scenes/architecture/room.ts'
import type { Site } from '../../pictures/scenes/architecture/site.ts'
import type { MapColours } from '../../pictures/scenes/maps/sheet.ts'
import type { Civic } from '../../pictures/scenes/civic/figures.ts'
import { journey } from '../../pictures/scenes/civic/journey.ts'
import { letter } from '../../pictures/scenes/civic/letter.ts'
import { people } from '../../pictures/scenes/civic/people.ts'
import { waitingRoom } from '../../pictures/scenes/civic/waitingRoom.ts'
import { mockup } from '../../pictures/scenes/mockups.ts'
import { t } from '../body.ts'
import type { Picture } from '../types.ts'

const civic: Civic = {
  wall: '#f4e3d3',
  floor: '#d9b79a',
  ink: '#3b2036',
  accents: ['#e2604a', '#f2a488', '#4f9a8b', '#f6c667', '#7d3f6b'],
  paper: '#fff8ee',
}
const clinic: Site = {
  sky: ['#9cc7c4', '#fbeadb'],
  walls: ['#f0dcc8', '#f7ebdd', '#7d3f6b', '#4f9a8b'],
  ground: '#d2b59b',
  shadow: '#3b2036',
  accent: '#e2604a',
  glass: '#79a7a6',
}
const map: MapColours = {
  paper: '#fbf3e8',
  ink: '#3b2036',
  water: '#b8d8d2',
  green: '#b9cfa6',
  route: '#e2604a',
  second: '#7d3f6b',
}
const brand = { accent: '#7d3f6b', second: '#e2604a', ink: '#3b2036', map }

export const pictures: Record<string, Picture> = {
  waiting: {
    size: 'cover',
    seed: 'meridian-room',
    draw: (c) => waitingRoom(c, { civic }),
    alt: t('A bright waiting room: a number on the wall, four people, one counter'),
    focal: [55, 60],
  },
  'room-before': {
    size: 'wide',
    seed: 'meridian-room',
    draw: (c) => waitingRoom(c, { civic, calm: false }),
    alt: t('The waiting room before: grey, papered with notices, a queue at the glass'),
  },
  'room-after': {
    size: 'wide',
    seed: 'meridian-room',
    draw: (c) => waitingRoom(c, { civic }),
    alt: t('The same room after: coloured seats, no glass, a window'),
  },
  blueprint: {
    size: 'cover',
    draw: (c) => journey(c, { civic }),
    alt: t('A service blueprint: four lanes of notes and a red line of mood'),
  },
  'blueprint-dark': {
    size: 'wide',
    draw: (c) => journey(c, { civic, dark: true }),
    alt: t('A second service blueprint on plum'),
  },
  'letter-before': {
    size: 'wide',
    seed: 'meridian-letter',
    draw: (c) => letter(c, { civic, clear: false }),
    alt: t('The old letter: two pages’ worth of text on one'),
  },
  'letter-after': {
    size: 'cover',
    seed: 'meridian-letter',
    draw: (c) => letter(c, { civic }),
    alt: t('The new letter: a heading, a date, three steps and a telephone number'),
    focal: [50, 45],
  },
  people: {
    size: 'cover',
    draw: (c) => people(c, { civic }),
    alt: t('Eight people of different ages in front of a low sun'),
    focal: [50, 65],
  },
  clinic: {
    size: 'cover',
    draw: (c) => facade(c, { site: clinic, bay: 'window', columns: 7, rows: 3 }),
    alt: t('A pale clinic façade with coral blinds'),
  },
  foyer: {
    size: 'wide',
    draw: (c) => room(c, { site: clinic, show: 'sign' }),
    alt: t('A clinic foyer with one large sign'),
  },
  phones: {
    size: 'cover',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'phones',
        ground: ['#f4d9c6', '#e3b298'],
        screens: [
          { kind: 'form', words: ['How are you', 'Fine', 'So so', 'Not well'] },
          { kind: 'summary', words: ['Your turn', '10:20', 'Bring card', 'Room 2', 'Ask'] },
          { kind: 'pass', words: ['Check in', 'Room 2', '10:20'] },
        ],
      }),
    alt: t('Three phones with a question, an appointment and a check-in code'),
  },
  ward: {
    size: 'wide',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'monitor',
        ground: ['#cfe0da', '#9fc2b8'],
        screens: [{ kind: 'plan', words: ['Bed 1', 'Bed 2', 'Bed 3', 'Bed 4', 'Bed 5', 'Bed 6'] }],
      }),
    alt: t('A ward board with six beds and the day’s plan'),
  },
}
