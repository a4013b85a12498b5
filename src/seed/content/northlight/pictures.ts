// Northlight's pictures: northern skies, products on a plinth, interfaces in soft light.
import type { MapColours } from '../../pictures/scenes/maps/sheet.ts'
import { fjord } from '../../pictures/scenes/north/fjord.ts'
import { lightField } from '../../pictures/scenes/north/lightField.ts'
import { product } from '../../pictures/scenes/north/product.ts'
import { bareScreen, mockup } from '../../pictures/scenes/mockups.ts'
import { t } from '../body.ts'
import type { Picture } from '../types.ts'

const map: MapColours = {
  paper: '#eef1ee',
  ink: '#10262c',
  water: '#a9cdd3',
  green: '#a8c4a4',
  route: '#ff7a4d',
  second: '#1d6b6a',
}
const brand = { accent: '#1d6b6a', second: '#ff7a4d', ink: '#10262c', map }
const aurora = ['#0b2630', '#1d6b6a', '#57c4a0', '#2a2f5c']
const dawn = ['#f0c9b8', '#8fb3c4', '#fbe9cf', '#d98e7a']
const mist = { ground: '#cfdcd8', body: '#e9e6de', accent: '#ff7a4d', ink: '#12242b' }

export const pictures: Record<string, Picture> = {
  aurora: {
    size: 'cover',
    draw: (c) => fjord(c, { sky: 'aurora' }),
    alt: t('Northern lights over a fjord and a red cabin'),
    focal: [50, 60],
  },
  morning: {
    size: 'cover',
    draw: (c) => fjord(c, { sky: 'morning', ferry: true }),
    alt: t('A ferry crosses a fjord in pale morning light'),
    focal: [45, 65],
  },
  evening: {
    size: 'wide',
    draw: (c) => fjord(c, { sky: 'evening', ferry: true, cabin: false }),
    alt: t('A ferry under a violet evening sky'),
  },
  rain: { size: 'wide', draw: (c) => fjord(c, { sky: 'rain' }), alt: t('Rain over the fjord') },
  noon: {
    size: 'wide',
    draw: (c) => fjord(c, { sky: 'noon', cabin: false, ferry: true }),
    alt: t('The fjord at noon, ferry midway'),
  },
  dial: {
    size: 'cover',
    draw: (c) => product(c, { colours: mist }),
    alt: t('A round heating control showing 25 degrees, floating over a pale ground'),
    focal: [50, 45],
  },
  'dial-dark': {
    size: 'wide',
    draw: (c) =>
      product(c, {
        colours: { ground: '#24424a', body: '#33535b', accent: '#ff9d6b', ink: '#081419' },
      }),
    alt: t('The heating control at night'),
  },
  lamp: {
    size: 'wide',
    draw: (c) => product(c, { colours: { ...mist, ground: '#d9d3c6' }, kind: 'lamp' }),
    alt: t('A table lamp with an orange shade'),
  },
  speaker: {
    size: 'tall',
    draw: (c) =>
      product(c, {
        colours: { ...mist, ground: '#e3c9bb', body: '#f1ece2', accent: '#1d6b6a' },
        kind: 'speaker',
      }),
    alt: t('A white speaker with a green button'),
  },
  sensors: {
    size: 'cover',
    draw: (c) => product(c, { colours: { ...mist, ground: '#bcd0cf' }, kind: 'sensor' }),
    alt: t('Three room sensors in white, orange and dark green'),
    focal: [50, 60],
  },
  'ferry-phones': {
    size: 'cover',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'phones',
        ground: dawn,
        screens: [
          { kind: 'summary', words: ['Next ferry', '14:20', 'Lane 2', 'Bicycle', 'Return'] },
          { kind: 'pass', words: ['Boarding', 'Lane 2', '14:20'] },
          { kind: 'map', words: ['To quay', '6 min'] },
        ],
      }),
    alt: t('Three phones with a ferry ticket, a boarding code and the way to the quay'),
  },
  'energy-laptop': {
    size: 'cover',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'laptop',
        ground: aurora,
        screens: [
          {
            kind: 'dashboard',
            words: ['Your house', 'Today', '9.4 kWh', 'Heat', '21 C', 'Saved', '31%'],
          },
        ],
      }),
    alt: t('A laptop with a house’s energy figures on a ground like northern lights'),
  },
  'form-phone': {
    size: 'tall',
    draw: (c) =>
      mockup(c, {
        ...brand,
        device: 'phone',
        ground: aurora,
        screens: [{ kind: 'form', words: ['Tonight', 'Warm', 'Mild', 'Cool'] }],
      }),
    alt: t('A phone with one question and three answers'),
  },
  before: {
    size: 'wide',
    draw: (c) => bareScreen(c, { ...brand, screen: { kind: 'legacy' } }),
    alt: t('The old booking table'),
  },
  after: {
    size: 'wide',
    draw: (c) =>
      bareScreen(c, {
        ...brand,
        screen: { kind: 'plan', words: ['North', 'South', 'Island', 'Fast', 'Night'] },
      }),
    alt: t('The new sailing plan: five lines and their ferries'),
  },
  field: {
    size: 'square',
    draw: (c) => lightField(c, { colours: dawn }),
    alt: t('A field of soft colour, rose to blue'),
  },
}
